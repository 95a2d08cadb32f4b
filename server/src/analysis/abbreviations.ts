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
east|eastern
west|western
north|northern
south|southern
region|province|oblast|viloyat
district|rayon|raion
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

/** A name with one of its words written otherwise. */
export interface OtherWording {
  readonly text: string;
  /** What stood there, and what stands there now. */
  readonly from: string;
  readonly to: string;
}

/** The same name with one of its words in full, or cut short, where it is not: nothing for most names. */
export function otherWordings(name: string): OtherWording[] {
  const words = name.split(/\s+/);
  const found: OtherWording[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let last = first + 1; last <= Math.min(words.length, first + LONGEST); last++) {
      const from = words.slice(first, last).join(' ');
      for (const other of OTHERS.get(from.toLowerCase().replace(/[.’']/gu, '')) ?? []) {
        const to = capitalised(other);
        found.push({ text: [...words.slice(0, first), to, ...words.slice(last)].join(' '), from, to });
      }
    }
  }
  return found.slice(0, MOST);
}

const IN_CAPITALS = new Set(['un', 'us', 'uk', 'eu']);
const capitalised = (words: string): string =>
  IN_CAPITALS.has(words)
    ? words.toUpperCase()
    : words.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
