/** Citation styles of the Citation Style Language (CSL 1.0.2): what can be said of one without the processor. */

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
