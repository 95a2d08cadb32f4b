/** Tells whether two notes cite the same: the same sources in the same order, at the same places, in the same words. */

import type { CitedSource, CitedSources } from '../../sources/formatting/format';

/** One source of a note, with what is said of it. */
export interface ComparableCite {
  readonly key: string;
  readonly locator?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly suppressesAuthor?: boolean | undefined;
}

/** Equal for two clusters if, and only if, they cite the same. */
export const citationKey = ({ cites }: { readonly cites: readonly ComparableCite[] }): string =>
  JSON.stringify(
    cites.map(({ key, locator, prefix, suffix, suppressesAuthor }) => [
      key,
      locator === undefined ? undefined : plainLocator(locator),
      prefix,
      suffix,
      suppressesAuthor,
    ]),
  );

/** Whether just these sources are cited, with just these words; what is empty is as good as what is left out. */
export const sameCited = (some: CitedSources, others: CitedSources): boolean =>
  some.length === others.length && some.every((one, k) => isSame(one, others[k]!));

const isSame = (one: CitedSource, other: CitedSource): boolean =>
  one.source === other.source &&
  (one.locator ?? '') === (other.locator ?? '') &&
  (one.prefix ?? '') === (other.prefix ?? '') &&
  (one.suffix ?? '') === (other.suffix ?? '') &&
  (one.suppressesAuthor ?? false) === (other.suppressesAuthor ?? false);

/** “p. 20” and “20” are one place; so are “20-25” and “20–25”. */
const plainLocator = (locator: string): string =>
  locator
    .replace(/^(?:pp?\.\s*|pages?\s+)(?=\d)/i, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ');
