/** Knows the words that names have in full or cut short: *Saint* and *St*, *United States* and *US*. */

/** One word, or words, in the ways they are written, a line each; `|` divides them. */
const WAYS = `
saint|st|sankt|sainte
mount|mt
fort|ft
department|dept
government|govt
international|intl
national|natl
university|univ
organization|org
association|assn
united nations|un
united states|us
united kingdom|uk
european union|eu
general|gen
`;

const OTHERS = new Map<string, readonly string[]>();
for (const line of WAYS.trim().split('\n')) {
  const ways = line.split('|');
  for (const way of ways) {
    OTHERS.set(
      way,
      ways.filter((other) => other !== way),
    );
  }
}
const LONGEST = 2;
const MOST = 4;

/** The same name with one of its words in full, or cut short, where it is not: nothing for most names. */
export function otherWordings(name: string): string[] {
  const words = name.split(/\s+/);
  const found: string[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST); to++) {
      const plain = words.slice(from, to).join(' ').toLowerCase().replace(/[.’']/gu, '');
      for (const other of OTHERS.get(plain) ?? []) {
        found.push([...words.slice(0, from), capitalised(other), ...words.slice(to)].join(' '));
      }
    }
  }
  return found.slice(0, MOST);
}

const capitalised = (words: string): string =>
  words.length === 2
    ? words.toUpperCase()
    : words.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
