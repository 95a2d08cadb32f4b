/** Knows the words that bring in a citation, and are never its author: *See*, *Cf.*, *Vgl.*, *Voir*, *См.* */

const WORDS = [
  'see|also|generally|but|and|again|cf|compare|accord|contra|with|as|e\\.?g|i\\.?e|for|details|more|example|instance|this|that|the|point',
  'quoted|cited|discussed|noted|mentioned|reported|stated|described|argued|explained|according|to|in|by|at|from|per|via|on|of',
  'above|below|before|especially|particularly|particular|further|similarly|citing|quoting|sources?|notes?|footnotes?|nn?|fn',
  'vgl|vergleiche|siehe|auch|dazu|hierzu|etwa|so|bei|nach|zit|zitiert|oben|unten|ebenso|ferner|anders|näher|ausführlich|s',
  'voir|aussi|notamment|cité|citée|dans|par|selon|supra|infra|comparer|d’après',
  'см|смотри|также|ср|сравни|напр|например|цит|по|подробнее|об|этом|в|и|выше|ниже|sm|takzhe|sr|tsit',
].join('|');

/** A part of a regular expression (flags `iu`): any number of such words, each with what parts it from the next. */
export const SIGNALS = String.raw`(?:(?:${WORDS})(?![\p{L}\p{N}’'-])[.,:]*(?:\s+|$))*`;
