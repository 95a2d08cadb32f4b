/** Puts parentheses around an imprint that has none: “, Tashkent: Example Press, 1999” and “. London: Example Press.” */

const PLACE = "\\p{Lu}[\\p{L}.’' -]{1,40}(?:, \\p{Lu}[\\p{L}.]{1,20})?: [^:;,.()\\d\u0000-\u0002]{2,60}";
const BARE: readonly RegExp[] = [
  new RegExp(`^[\\s.,]*[.,]\\s+(${PLACE}),\\s*((?:1[5-9]|20)\\d\\d)(?=\\s*(?:$|[,.;\u0000\u0001]))`, 'u'),
  new RegExp(`^[\\s.,]*\\.\\s+(${PLACE})\\.?(?:,\\s*\\(((?:1[5-9]|20)\\d\\d)\\))?(?=\\s*(?:$|\\.))`, 'u'),
];

/** The text behind a title; it may hold `\u0000` to `\u0002` for what has been read already. */
export const withImprintInParentheses = (behind: string): string =>
  BARE.reduce(
    (text, bare) =>
      text.replace(bare, (_, imprint: string, year?: string) =>
        year === undefined ? ` (${imprint})` : ` (${imprint}, ${year})`,
      ),
    behind,
  );
