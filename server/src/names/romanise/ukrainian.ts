/** Holds the romanisations of Ukrainian. */

/*
 * - `national`: *On Normalising the Transliteration of the Ukrainian Alphabet in Latin Letters* (Cabinet of Ministers of
 *   Ukraine, resolution 55, 27 January 2010; United Nations resolution X/9, 2012). ь and the apostrophe are left
 *   out; *зг* is *zgh*. A part behind a hyphen begins like a word, on which the resolution is silent.
 * - `bgn-pcgn`: *Romanization of Ukrainian, BGN/PCGN 2019 Agreement* (checked January 2020), which adopts the national
 *   system; we use one table for both.
 * - `bgn-pcgn-1965`: *Romanization of Ukrainian, BGN/PCGN 1965 System*, superseded in 2019 but in most older books. ь is
 *   U+2019, the apostrophe U+201D. The raised dots are optional and written only when asked for.
 * - `ala-lc`: *Ukrainian*, ALA-LC Romanization Table, 2011; see `alaLc.ts`. The apostrophe has no equivalent and is
 *   left out.
 * - `iso-9`: see `iso9.ts`.
 */

import { ALA_LC_LETTERS } from './alaLc';
import { ISO_9 } from './iso9';
import type { Script } from './system';
import { compileTable } from './table';

const NATIONAL = compileTable(`
  а=a б=b в=v г=h ґ=g зг=zgh д=d е=e #є=ye є=ie ж=zh з=z и=y і=i #ї=yi ї=i #й=y й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t
  у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= #ю=yu ю=iu #я=ya я=ia ’=
`);

export const UKRAINIAN: Script = {
  language: 'uk',
  alphabet: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  standards: [
    {
      system: 'bgn-pcgn',
      title: 'Romanization of Ukrainian, BGN/PCGN 2019 Agreement',
      table: NATIONAL,
    },
    {
      system: 'national',
      title: 'Cabinet of Ministers of Ukraine, resolution No. 55, 27 January 2010',
      table: NATIONAL,
    },
    {
      system: 'bgn-pcgn-1965',
      title: 'Romanization of Ukrainian, BGN/PCGN 1965 System',
      table: compileTable(
        `а=a б=b в=v г=h ґ=g д=d е=e є=ye ж=zh з=z и=y і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts
         ч=ch ш=sh щ=shch ь=’ ю=yu я=ya ’=”`,
        { apart: '[зксц]г тс' },
      ),
    },
    {
      system: 'ala-lc',
      title:
        'ALA-LC Romanization Tables: Ukrainian, American Library Association and Library of Congress, 2011',
      table: compileTable(`${ALA_LC_LETTERS} г=h ґ=g є=i͡e ж=z͡h и=y і=i ї=ï ’=`),
    },
    ISO_9,
  ],
};
