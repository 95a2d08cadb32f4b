/** Parses values of BibTeX files as LaTeX, and knows what entries inherit; the only file that knows the BibTeX parser. */

/** What is known of an entry for the sake of inheritance: what it is, and which fields it has. */
export interface FieldsOfEntry {
  readonly type: string;
  readonly fieldNames: readonly string[];
}

/** Where an inherited field comes from: the how manieth of the ancestors, nearest first, and its field there. */
export interface Inherited {
  readonly ancestor: number;
  readonly field: string;
}

/** As much of the parser as is used here. */
type Parse = (input: string, options: Options) => { readonly entries: readonly Entry[] };
interface Options {
  readonly sentenceCase?: false;
  readonly english?: boolean;
  readonly applyCrossRef?: boolean;
  readonly caseProtection?: boolean;
  readonly raw?: boolean;
  readonly unsupported?: (node: { type: string; content?: unknown }, command: string) => string;
}
interface Entry {
  readonly fields: { readonly title?: string; readonly author?: readonly ParsedName[] };
}

let parseLoaded: Parse | undefined;

/** Loads the parser when the first value is met that means something else than what it says. */
function parse(input: string, options: Options): ReturnType<Parse> {
  parseLoaded ??= (require('#bibtex-parser') as { parse: Parse }).parse;
  return parseLoaded(input, options);
}

const OPTIONS: Options = {
  sentenceCase: false,
  english: false,
  applyCrossRef: false,
  caseProtection: false,
};

/** Commands of which nothing is lost when only their text is kept. */
const HARMLESS = new Set(
  (
    'textcyrillic foreignlanguage textnormal textsf textmd textlatin textrussian textgreek textarabic cyr lat ' +
    'bfseries itshape scshape upshape slshape rmfamily sffamily ttfamily normalfont selectfont newline linebreak ' +
    'nolinebreak break mkbibbrackets mkbibparens mkbibname mkbibacro MakeUppercase MakeLowercase uppercase ' +
    'lowercase nocase NoCaseChange noun protect relax ensuremath text operatorname ignorespaces unskip begin end ' +
    'small footnotesize scriptsize tiny large Large normalsize textcase IfFileExists providecommand renewcommand'
  ).split(' '),
);

export interface ParsedName {
  readonly name?: string;
  readonly lastName?: string;
  readonly firstName?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly useprefix?: boolean;
}

/**
 * LaTeX as text with CSL's few tags, and the names of commands that nobody knows added to `unknown`; their text stays.
 * Undefined for what cannot be parsed. Slow: some microseconds a character.
 */
export const parseText = (latex: string, unknown: string[]): string | undefined =>
  parseOne('title', latex, unknown)?.fields.title;

/** The names of an author or editor, in the same way. */
export const parseNames = (latex: string, unknown: string[]): readonly ParsedName[] | undefined =>
  parseOne('author', latex, unknown)?.fields.author;

function parseOne(field: string, latex: string, unknown: string[]): Entry | undefined {
  try {
    const { entries } = parse(`@misc{k, ${field} = {${latex}}}`, {
      ...OPTIONS,
      unsupported: (node, command) => {
        const name = node.type === 'macro' ? String(node.content) : '';
        if (/^[A-Za-z]+$/.test(name) && !HARMLESS.has(name)) unknown.push(command);
        // What stands in its braces is text all the same.
        return command.replace(/\\[A-Za-z]{1,40}|[\\{}]/g, '');
      },
    });
    return entries[0];
  } catch {
    return undefined;
  }
}

/**
 * Which fields an entry takes over from the entries that it refers to (`crossref`), by the rules of biblatex: the title
 * of the proceedings is the book title of the paper.
 *
 * @param line the entry, then the one it refers to, then the one which that refers to.
 */
export function inheritedFields(line: readonly FieldsOfEntry[]): ReadonlyMap<string, Inherited> {
  const written = line.map(({ type, fieldNames }, index) => {
    const reference = index + 1 < line.length ? `crossref = {e${index + 1}}, ` : '';
    const fields = fieldNames
      .filter((name) => name !== 'crossref' && /^[a-z][\w-]*$/.test(name))
      .map((name) => `${name} = {${index}-${name}}`);
    return `@${/^[a-z]+$/.test(type) ? type : 'misc'}{e${index}, ${reference}${fields.join(', ')}}`;
  });
  const inherited = new Map<string, Inherited>();
  const own = new Set(line[0]?.fieldNames);
  try {
    const { entries } = parse(written.join('\n'), { ...OPTIONS, applyCrossRef: true, raw: true });
    for (const [name, value] of Object.entries(entries[0]?.fields ?? {})) {
      const [, ancestor, field] = /(\d+)-([a-z][\w-]*)/.exec(JSON.stringify(value)) ?? [];
      if (own.has(name) || !ancestor || !field) continue;
      inherited.set(name, { ancestor: Number(ancestor), field });
    }
  } catch {
    // Then it has only what is its own.
  }
  return inherited;
}
