/** Holds the romanisations of Uzbek. */

/*
 * - `bgn-pcgn`: *Uzbek: Table of Correspondences, Cyrillic–Roman, BGN/PCGN 2000 Agreement* (confirmed November
 *   2017), which supersedes the BGN/PCGN 1979 System. ъ and ь are U+2019, the inverted apostrophe of *o‘* and *g‘*
 *   is U+2018. *ye* stands initially, behind a vowel, й and ь. щ and ы are not in the table; we write *sh* and *i*,
 *   as the national spelling rules do. One public copy has *w* for a small в, which is the system of 1979.
 * - `ala-lc`: see `alaLc.ts`. `iso-9`: see `iso9.ts`.
 * - `national`: the law *On the Introduction of the Uzbek Alphabet Based on the Latin Script* (2 September 1993) as
 *   amended on 6 May 1995, with the *Basic Spelling Rules of the Uzbek Language* (Cabinet of Ministers, resolution
 *   339, 24 August 1995): ц is *ts* behind a vowel inside a word and otherwise *s*; щ is *sh*, ы is *i*; ь is left
 *   out, but *ьо*, *ьи*, *ье* are *yo*, *yi*, *ye*; ъ is left out before е and behind ў; *s* and *h* that are not *sh*
 *   are kept apart (*Isʼhoq*). The rule that prefixes do not count for ц (*antisiklon*) needs a dictionary and is
 *   not followed, nor are the single words *sentabr* and *oktabr*. The mark of *oʻ* and *gʻ* is U+02BB and the tutuq
 *   belgisi U+02BC, as in the Unicode CLDR; the law prints ‘ and ’. The reforms drafted
 *   in 2019 and 2021 (with *ş*, *ç*, *ğ* or *ḡ*, *ŏ* or *õ*) are no law and not followed.
 */

import { ALA_LC_LETTERS, ALA_LC_NON_SLAVIC } from './alaLc';
import { ISO_9 } from './iso9';
import type { Script } from './system';
import { compileTable } from './table';

const VOWELS = 'аеёиоуэюяў';

const LETTERS = `
  а=a б=b в=v г=g д=d е=e ё=yo ж=j з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=x ч=ch ш=sh щ=sh ы=i
  э=e ю=yu я=ya қ=q ҳ=h
`;

export const UZBEK: Script = {
  language: 'uz',
  alphabet: 'абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ',
  standards: [
    {
      system: 'bgn-pcgn',
      title: 'Uzbek: Table of Correspondences, Cyrillic–Roman, BGN/PCGN 2000 Agreement',
      table: compileTable(`${LETTERS} [#${VOWELS}йь]е=ye ц=ts ъ=’ ь=’ ў=o‘ ғ=g‘`),
    },
    {
      system: 'national',
      title: 'Uzbek Latin alphabet: law of 2 September 1993, amended 6 May 1995; spelling rules of 1995',
      table: compileTable(`
        ${LETTERS} [#${VOWELS}ъь]е=ye ц#=s [${VOWELS}]ц=ts ц=s ъ[е]= [ў]ъ= ъ=ʼ ь[ои]=y ь= с[ҳ]=sʼ ў=oʻ ғ=gʻ
      `),
    },
    {
      system: 'ala-lc',
      title: ALA_LC_NON_SLAVIC,
      table: compileTable(`${ALA_LC_LETTERS} ў=ŭ қ=q ғ=gh ҳ=ḣ`),
    },
    ISO_9,
  ],
};
