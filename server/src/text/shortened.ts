/** Shortens a text that is not ours, so that it fits into a message. */

/** The text, or its first `most` UTF-16 units with an ellipsis. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;
