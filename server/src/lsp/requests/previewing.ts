/** How VS Code asks, while it previews an edit of many files, whether a file is still the one that the edit was made of. */

/** The client asks whether a file still has the text that it had; answered with a boolean. */
export const HAS_TEXT = 'nomenclator/hasText';

export interface HasTextParams {
  readonly uri: string;
  /** One of `EditedTexts`. */
  readonly fingerprint: string;
}

/** By the URI of each file of an edit, what tells whether it still has the text that the edit was made of. */
export type EditedTexts = Readonly<Record<string, string>>;
