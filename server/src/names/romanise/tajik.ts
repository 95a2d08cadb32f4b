/** Holds the romanisations of Tajik, which has no Latin alphabet today. */

/*
 * - `bgn-pcgn`: *Romanization of Tajik, BGN/PCGN 1994 System* (confirmed November 2017). The apostrophe is U+2019.
 *   For the letters abolished on 3 September 1998 its notes say: щ is *sh*, ы is *i*, ь is left out, and ц is *s*
 *   before a vowel or behind a consonant, but *ts* between vowels; for ц at the end behind a vowel they are silent,
 *   and we write *s*. The UN report of 2003 quotes the same system with *ts*, *shch* and *y* for these letters; we follow
 *   the notes. The raised dots of *гҳ зҳ кҳ сҳ* are optional and written only when asked for.
 * - `ala-lc`: see `alaLc.ts`. `iso-9`: see `iso9.ts`.
 */

import { ALA_LC_LETTERS, ALA_LC_NON_SLAVIC } from './alaLc';
import { ISO_9 } from './iso9';
import type { Script } from './system';
import { compileTable } from './table';

const VOWELS = 'аеёиӣоуӯыэюя';

export const TAJIK: Script = {
  language: 'tg',
  alphabet: 'абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя',
  standards: [
    {
      system: 'bgn-pcgn',
      title: 'Romanization of Tajik, BGN/PCGN 1994 System',
      table: compileTable(
        `а=a б=b в=v г=g ғ=gh д=d е=e ё=yo ж=zh з=z и=i ӣ=í й=y к=k қ=q л=l м=m н=n о=o п=p р=r с=s т=t у=u ӯ=ŭ ф=f
         х=kh ҳ=h ч=ch ҷ=j ш=sh ъ=’ э=ė ю=yu я=ya [${VOWELS}]ц[${VOWELS}]=ts ц=s щ=sh ь= ы=i`,
        { apart: '[гзкс]ҳ' },
      ),
    },
    {
      system: 'ala-lc',
      title: ALA_LC_NON_SLAVIC,
      table: compileTable(`${ALA_LC_LETTERS} ғ=gh ӣ=ī қ=q ӯ=ū ҳ=ḣ ҷ=j`),
    },
    ISO_9,
  ],
};
