/** Holds the romanisations of Kyrgyz, which has no Latin alphabet today. */

/*
 * - `bgn-pcgn`: *Romanization of Kyrgyz, BGN/PCGN 1979 System* (checked February 2022), which Kyrgyzstan’s government
 *   follows for geographical names. Apostrophes are U+2019 and U+201D. ы may be *i̵* if so desired; we write *y*. The
 *   raised dot of *нг* is optional and written only when asked for.
 * - `ala-lc`: see `alaLc.ts`. `iso-9`: see `iso9.ts`.
 */

import { ALA_LC_LETTERS, ALA_LC_NON_SLAVIC } from './alaLc';
import { ISO_9 } from './iso9';
import type { Script } from './system';
import { compileTable } from './table';

export const KYRGYZ: Script = {
  language: 'ky',
  alphabet: 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя',
  standards: [
    {
      system: 'bgn-pcgn',
      title: 'Romanization of Kyrgyz, BGN/PCGN 1979 System',
      table: compileTable(
        `а=a б=b в=v г=g д=d е=e ё=yo ж=j з=z и=i й=y к=k л=l м=m н=n ң=ng о=o ө=ö п=p р=r с=s т=t у=u ү=ü ф=f х=kh
         ц=ts ч=ch ш=sh щ=shch ъ=” ы=y ь=’ э=e ю=yu я=ya`,
        { apart: 'нг' },
      ),
    },
    {
      system: 'ala-lc',
      title: ALA_LC_NON_SLAVIC,
      table: compileTable(`${ALA_LC_LETTERS} ң=n͡g ө=ȯ ү=u̇`),
    },
    ISO_9,
  ],
};
