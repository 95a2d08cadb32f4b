/** Compares addresses of the web: two that lead to one page are one, however they were copied. */

/** What is added to an address to tell where a reader came from. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|yclid|dclid|msclkid|mc_[ce]id|igshid|igsh|ref|ref_src|ref_url|referrer|source|src|share|shared|smid|smtyp|spm|cmpid|ocid|ns_\w+|at_\w+|_ga|_gl|feature|si|ito|ncid|sr_share|trk|from)$/i;

/**
 * One text for all ways to write an address: without scheme, `www.`, a fragment, tracking, a slash at the end. Empty for
 * what is no address.
 */
export function addressKey(address: string): string {
  const found = /^(?:https?:\/\/)?([^\s/?#]+)([^\s?#]*)(?:\?([^\s#]*))?/i.exec(address.trim());
  if (!found?.[1]?.includes('.')) return '';
  const host = found[1]
    .toLowerCase()
    .replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/, '')
    .replace(/:(?:80|443)$/, '');
  const path = decoded(found[2] ?? '')
    .replace(/\/(?:index\.(?:html?|php)|amp)?$/i, '')
    .replace(/\/+$/, '');
  const query = (found[3] ?? '')
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part.split('=')[0]!))
    .map(decoded)
    .sort()
    .join('&');
  return `${host}${path}${query === '' ? '' : `?${query}`}`;
}

/**
 * The same by letters and digits alone: a printer's hyphens, and those that were taken for one and left out, make no
 * difference.
 */
export const looseAddressKey = (address: string): string =>
  addressKey(address)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether an address names a page rather than a whole site. */
export const namesPage = (address: string): boolean => /[/?].*[\p{L}\p{N}]/u.test(addressKey(address));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
