/** Citation styles of the Citation Style Language (CSL 1.0.2): what can be said of one without the processor. */

import { readXml, type XmlElement } from './xmlElements';

export interface CslStyle {
  /** Whether it cites in notes, and not in the text. */
  readonly isNoteStyle: boolean;
  /** The style (XML), independent of others. */
  xml(): string;
}

/** The style in a text that is one. */
export const cslStyleOf = (xml: string): CslStyle => ({
  isNoteStyle: /<style\b[^>]*\bclass\s*=\s*["']note["']/.test(xml),
  xml: () => xml,
});

/** The language in which a style is written when nobody asks for another one. */
export const defaultLanguageOf = (xml: string): string | undefined =>
  /<style\b[^>]*\bdefault-locale\s*=\s*["']([^"']+)["']/.exec(xml)?.[1];

/** The last part of the address of the style that this one depends on; a dependent style has no rules of its own. */
export function parentOf(xml: string): string | undefined {
  for (const [link] of xml.matchAll(/<link\b[^>]*>/g)) {
    if (!/\brel\s*=\s*["']independent-parent["']/.test(link)) continue;
    const address = /\bhref\s*=\s*["']([^"']*)["']/.exec(link)?.[1] ?? '';
    return address.replace(/\/+$/, '').split('/').at(-1) || undefined;
  }
  return undefined;
}

/** What the text of a `.csl` file turns out to be. */
export type ReadStyle =
  | { readonly style: CslStyle }
  /** The name of the style that this one depends on. */
  | { readonly parent: string }
  /** What is wrong with it, to follow a colon. */
  | { readonly problem: string };

const CSL = 'http://purl.org/net/xbiblio/csl';
/** The longest styles that are published have a twentieth of it. */
const LONGEST = 2_000_000;
/** No style's macros use one another over more steps. */
const MOST_MACROS = 500;

/** Reads the text of a `.csl` file. Never throws. */
export function readStyle(text: string): ReadStyle {
  if (text.length > LONGEST) return { problem: 'it is longer than 2 MB, and no citation style is' };
  const read = readXml(text);
  if ('problem' in read) return { problem: `it is not well-formed XML (${read.problem})` };
  const { elements } = read;
  const [root] = elements;
  if (root?.name !== 'style' || root.attributes.get('xmlns') !== CSL)
    return { problem: `it is not CSL; CSL begins with <style xmlns="${CSL}" …>` };
  const parent = parentOf(text);
  if (parent !== undefined) return { parent };
  if (!elements.some(({ name, within }) => name === 'layout' && within.at(-1) === 'citation'))
    return { problem: 'it has no <citation> with a <layout>, so it says nothing of how to cite' };
  const foreign = elements.find(({ name, within }) => within[1] !== 'info' && !ELEMENTS.has(name));
  if (foreign) return { problem: `it has an element “<${foreign.name}>” that CSL does not know` };
  const macro = unusableMacro(elements);
  if (macro !== undefined) return { problem: macro };
  return { style: cslStyleOf(text) };
}

/** The elements of CSL outside of what a style says about itself; the processor refuses others. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'style info locale style-options terms term single multiple macro citation bibliography sort key layout text number ' +
    'date date-part names name name-part institution institution-part et-al label substitute group choose if else-if else ' +
    'intext conditions condition'
  ).split(' '),
);

/** A macro that is used but not there, or that uses itself. */
function unusableMacro(elements: readonly XmlElement[]): string | undefined {
  const uses = new Map<string, Set<string>>();
  for (const { name, attributes, within } of elements)
    if (within.length === 1 && name === 'macro') uses.set(attributes.get('name') ?? '', new Set());
  let holder = '';
  for (const { name, attributes, within } of elements) {
    if (within.length === 1) holder = name === 'macro' ? (attributes.get('name') ?? '') : '';
    const used = attributes.get('macro');
    if (used === undefined) continue;
    if (!uses.has(used)) return `it uses a macro “${used}” that it does not define`;
    uses.get(holder)?.add(used);
  }
  const sound = new Set<string>();
  const goesInCircle = (macro: string, above: readonly string[]): boolean => {
    if (sound.has(macro)) return false;
    if (above.includes(macro) || above.length > MOST_MACROS) return true;
    if ([...(uses.get(macro) ?? [])].some((next) => goesInCircle(next, [...above, macro]))) return true;
    sound.add(macro);
    return false;
  };
  const circular = [...uses.keys()].find((macro) => goesInCircle(macro, []));
  return circular === undefined ? undefined : `its macro “${circular}” uses itself`;
}
