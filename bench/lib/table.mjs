/** Prints tables that read well in a terminal and are Markdown. */

/** `rows` hold strings or numbers; the first column is a text, the others are figures. */
export function printTable(title, head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k]))).join(' | ')} |`;
  const rule = `|${widths.map((width, k) => (k === 0 ? ` ${'-'.repeat(width)} ` : ` ${'-'.repeat(width - 1)}: `)).join('|')}|`;
  console.log(`\n### ${title}\n\n${[line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n')}`);
}

export const ms = (time) =>
  time < 10
    ? `${time.toFixed(2)} ms`
    : time < 1000
      ? `${time.toFixed(0)} ms`
      : `${(time / 1000).toFixed(1)} s`;
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
export const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`;
export const perSecond = (count) => `${(count / 1e6).toFixed(1)} M/s`;
