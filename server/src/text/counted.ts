/** Writes a number with what is counted: `1 report`, `2,000 reports`. */

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
