/** Holds the romanisations of Turkmen written in Cyrillic. */

/*
 * - `national`: the Turkmen Latin alphabet (resolution of the Mejlis, 12 April 1993, in its form of 1999). е is *ýe*
 *   initially and behind a vowel or й, as the table of correspondences of the Institute of the Estonian Language has
 *   it, and as the older BGN/PCGN 1979 System behind ъ and ь too.
 * - `bgn-pcgn`: *Turkmen: Table of Correspondences, Cyrillic–Roman, BGN/PCGN 2000 Agreement*, which supersedes the
 *   BGN/PCGN 1979 System and adopts the national alphabet; we use one table for both. The letters ц щ ъ ь, only in
 *   words from Russian, have no Latin letter of their own; we write *ts* and *şç* and leave the signs out. This is our
 *   choice: we could not check it against the printed table.
 * - `ala-lc`: see `alaLc.ts`. `iso-9`: see `iso9.ts`.
 */

import { ALA_LC_LETTERS, ALA_LC_NON_SLAVIC } from './alaLc';
import { ISO_9 } from './iso9';
import type { Script } from './system';
import { compileTable } from './table';

const NATIONAL = compileTable(`
  а=a б=b в=w г=g д=d [#аеёиоөуүыэәюяйъь]е=ýe е=e ё=ýo ж=ž җ=j з=z и=i й=ý к=k л=l м=m н=n ң=ň о=o ө=ö п=p р=r с=s
  т=t у=u ү=ü ф=f х=h ц=ts ч=ç ш=ş щ=şç ъ= ы=y ь= э=e ә=ä ю=ýu я=ýa
`);

export const TURKMEN: Script = {
  language: 'tk',
  alphabet: 'абвгдеёжҗзийклмнңоөпрстуүфхцчшщъыьэәюя',
  standards: [
    {
      system: 'bgn-pcgn',
      title: 'Turkmen: Table of Correspondences, Cyrillic–Roman, BGN/PCGN 2000 Agreement',
      table: NATIONAL,
    },
    {
      system: 'national',
      title: 'Turkmen Latin alphabet, resolution of 12 April 1993, form of 1999',
      table: NATIONAL,
    },
    {
      system: 'ala-lc',
      title: ALA_LC_NON_SLAVIC,
      table: compileTable(`${ALA_LC_LETTERS} җ=j ң=n͡g ө=ȯ ү=u̇ ә=ă`),
    },
    ISO_9,
  ],
};
