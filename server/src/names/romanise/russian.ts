/** Holds the romanisations of Russian. */

/*
 * - `bgn-pcgn`: *Romanization of Russian, BGN/PCGN 1947 System* (US Board on Geographic Names 1944, Permanent
 *   Committee on Geographical Names 1947; checked June 2019). Apostrophes are U+2019 and U+201D. ё is *yë* or
 *   *ë*, which the standard has where the dieresis is shown. The raised dots (*t·s*, *sh·ch*, *y·a*) are what its
 *   third note allows, no more; they are written only when asked for.
 * - `ala-lc`: *Russian*, ALA-LC Romanization Table, 2012; see `alaLc.ts`. ъ at the end of a word is left out; the
 *   letters of before 1918 (і ѣ ѳ ѵ) are in the table.
 * - `iso-9`: see `iso9.ts`.
 * - `icao`: *Doc 9303, Machine Readable Travel Documents* (International Civil Aviation Organization, 7th edition,
 *   2015, part 3), as it is prescribed for Russian passports. ь is left out. GOST R 52535.1-2006, in passports
 *   of 2010 to 2013, differs in ц (*TC*) and in leaving out ъ; we follow Doc 9303.
 */

import { ALA_LC_LETTERS } from './alaLc';
import { ISO_9 } from './iso9';
import type { Script } from './system';
import { compileTable } from './table';

const VOWELS = 'аеёиоуыэюя';

export const RUSSIAN: Script = {
  language: 'ru',
  alphabet: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  standards: [
    {
      system: 'bgn-pcgn',
      title: 'Romanization of Russian, BGN/PCGN 1947 System',
      table: compileTable(
        `а=a б=b в=v г=g д=d [#${VOWELS}йъь]е=ye е=e [#${VOWELS}йъь]ё=yë ё=ë ж=zh з=z и=i й=y к=k л=l м=m н=n о=o
         п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=” ы=y ь=’ э=e ю=yu я=ya`,
        { apart: `тс шч [йы][ауыэ] [${VOWELS}]ы [бвгджзклмнпрстфхцчшщ]э` },
      ),
    },
    {
      system: 'ala-lc',
      title:
        'ALA-LC Romanization Tables: Russian, American Library Association and Library of Congress, 2012',
      table: compileTable(`${ALA_LC_LETTERS} ъ#= і=ī ѣ=i͡e ѳ=ḟ ѵ=ẏ`),
    },
    ISO_9,
    {
      system: 'icao',
      title: 'ICAO Doc 9303, Machine Readable Travel Documents, 7th edition, 2015',
      table: compileTable(
        `а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch
         ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia`,
      ),
    },
  ],
};
