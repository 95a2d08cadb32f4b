/** Writes reports that cite at random, the same for the same seed: sources again and again, alone and in groups, in notes. */

const LOCATORS = [
  '',
  '',
  '',
  ', p. 3',
  ', p. 3',
  ', p. 4',
  ', pp. 5-7',
  ', 33',
  ' p. 9',
  ', chap. 2',
  ', sec. 4',
];
const SUFFIXES = ['', '', '', '', ' and passim', ', with a map'];
const PREFIXES = ['', '', '', '', '', 'see ', 'cf. ', 'see also ', 'e.g., '];
/** Their short forms are told apart in ways that are compared one by one elsewhere. */
const LEFT_OUT = /^(?:lund|thesis|no-author)/;

/** A report of so many citations and notes. */
const LENGTH = 100;

export function randomReport(library: string, seed: number): string {
  let state = seed;
  const random = () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const keys = [...library.matchAll(/^- id: (\S+)/gm)]
    .map(([, key]) => key!)
    .filter((key) => !LEFT_OUT.test(key));
  // Some are cited often, so that there are short forms and *Ibid.*
  const key = () => pick(random() < 0.6 ? keys.slice(0, 4) : keys);
  const behind = () => pick(LOCATORS) + pick(SUFFIXES);
  const cite = () => `${pick(PREFIXES)}${random() < 0.08 ? '-' : ''}@${key()}${behind()}`;
  const group = () => `[${Array.from({ length: pick([1, 1, 1, 2, 3]) }, cite).join('; ')}]`;
  const textual = () => {
    const following = behind().replace(/^,? /, '');
    return `@${key()}${following === '' ? '' : ` [${following}]`}`;
  };
  const citation = () => (random() < 0.7 ? group() : textual());

  const text: string[] = [];
  const notes: string[] = [];
  for (let at = 0; at < LENGTH; at++) {
    const kind = random();
    if (kind < 0.7) text.push(`Words ${citation()} and more.`);
    else if (kind < 0.75) text.push(`Words.^[Thus ${citation()}.]`);
    else if (kind < 0.8) text.push('\n\n');
    else {
      notes.push(`[^${notes.length}]: ${noteText()}\n`);
      text.push(`Words.[^${notes.length - 1}]`);
    }
  }
  return `${text.join(' ')}\n\n${notes.join('')}`;

  function noteText(): string {
    const kind = random();
    if (kind < 0.25) return group();
    if (kind < 0.35) return 'No source says so.';
    const parts = Array.from(
      { length: pick([1, 2, 3]) },
      () => `${pick(['See', 'But', 'Thus'])} ${citation()}`,
    );
    return `${parts.join('; ')}${pick(['', '.'])}`;
  }
}
