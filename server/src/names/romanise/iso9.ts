/** Holds ISO 9:1995, one table for all languages, since it gives each letter one equivalent whatever the language. */

/*
 * ISO 9:1995, *Information and documentation – Transliteration of Cyrillic characters into Latin characters –
 * Slavic and non-Slavic languages* (International Organization for Standardization, 2nd edition, 23 February 1995;
 * the same as GOST 7.79-2000, system A). Checked letter by letter against two published copies of its tables.
 *
 * - ь is U+02B9 and ъ is U+02BA; the Ukrainian apostrophe is U+02BC.
 * - For қ ң ҳ ҷ җ the copies have either a comma or a cedilla below. We write the cedilla, with the composed
 *   letters ķ ņ ḩ ç, and ž with U+0327.
 * - For ў one copy has ǔ (Karakalpak), the others ŭ. We write ŭ.
 */

import type { Standard } from './system';
import { compileTable } from './table';

export const ISO_9: Standard = {
  system: 'iso-9',
  title: 'ISO 9:1995, Transliteration of Cyrillic characters into Latin characters',
  table: compileTable(`
    а=a б=b в=v г=g д=d е=e ё=ë ж=ž з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=c ч=č ш=š
    щ=ŝ ъ=ʺ ы=y ь=ʹ э=è ю=û я=â
    ґ=g̀ є=ê і=ì ї=ï ’=ʼ ѣ=ě ѳ=f̀ ѵ=ỳ
    ә=a̋ ғ=ġ җ=ž̧ ӣ=ī қ=ķ ң=ņ ө=ô ў=ŭ ӯ=ū ү=ù ұ=u̇ ҳ=ḩ ҷ=ç һ=ḥ
  `),
};
