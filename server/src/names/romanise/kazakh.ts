/** Holds the romanisations of Kazakh. */

/*
 * - `bgn-pcgn`: *Romanization of Kazakh, BGN/PCGN 1979 System* (confirmed 2019). Apostrophes are U+2019 and U+201D. ы
 *   may be *i̵* if so desired; we write *y*. The raised dots of *гһ зһ кһ нг сһ цһ* are optional and written only when
 *   asked for.
 * - `national`: the improved Latin alphabet that the National Commission presented on 28 January 2021, with *ñ* for ң
 *   as revised in April 2021 (January had *ŋ*). It is a draft: no decree has enacted it. The letters without an
 *   equivalent of their own are spelled as at its presentation: ё *io*, ю *iu*, я *ia*, ц *ts*, ч *tş*, щ *şş*, э *e*; ъ and ь are
 *   left out. Two copies disagree on щ (*şş* and *ştş*); we write *şş*. The presentation also allows the spellings by
 *   ear ö, ü, ä, s, ş (*aktör*), which no table can tell apart. The capital of *i* is *İ*, that of *ı* is *I*.
 * - `national-2018`: the alphabet of presidential decree 637 of 19 February 2018, amending decree 569 of 26 October
 *   2017. It is silent on ё ц щ ъ ь э ю я; we write *ıo ts shsh e ıý ıa* and leave the
 *   signs out. The capitals of *i* and of *ı* are both *I*.
 * - `ala-lc`: see `alaLc.ts`. `iso-9`: see `iso9.ts`.
 */

import { ALA_LC_LETTERS, ALA_LC_NON_SLAVIC } from './alaLc';
import { ISO_9 } from './iso9';
import type { Script } from './system';
import { compileTable } from './table';

const NATIONAL_COMMON = `
  а=a б=b в=v г=g д=d е=e ж=j з=z к=k қ=q л=l м=m н=n о=o п=p р=r с=s т=t ф=f х=h һ=h ц=ts ъ= ы=y ь= э=e
`;

export const KAZAKH: Script = {
  language: 'kk',
  alphabet: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  standards: [
    {
      system: 'bgn-pcgn',
      title: 'Romanization of Kazakh, BGN/PCGN 1979 System',
      table: compileTable(
        `а=a ә=ä б=b в=v г=g ғ=gh д=d е=e ё=yo ж=zh з=z и=ī й=y к=k қ=q л=l м=m н=n ң=ng о=o ө=ö п=p р=r с=s т=t у=ū
         ұ=u ү=ü ф=f х=kh һ=h ц=ts ч=ch ш=sh щ=shch ъ=” ы=y і=i ь=’ э=ė ю=yu я=ya`,
        { apart: '[гзксц]һ нг' },
      ),
    },
    {
      system: 'national',
      title: 'Kazakh Latin alphabet, draft of the National Commission, 28 January 2021, revised April 2021',
      table: compileTable(
        `${NATIONAL_COMMON} ә=ä ғ=ğ ё=io и=i й=i і=ı ң=ñ ө=ö у=u ұ=ū ү=ü ч=tş ш=ş щ=şş ю=iu я=ia`,
        { capitals: 'i=İ' },
      ),
    },
    {
      system: 'national-2018',
      title: 'Kazakh Latin alphabet, presidential decree No. 637, 19 February 2018',
      table: compileTable(
        `${NATIONAL_COMMON} ә=á ғ=ǵ ё=ıo и=ı й=ı і=i ң=ń ө=ó у=ý ұ=u ү=ú ч=ch ш=sh щ=shsh ю=ıý я=ıa`,
      ),
    },
    {
      system: 'ala-lc',
      title: ALA_LC_NON_SLAVIC,
      table: compileTable(`${ALA_LC_LETTERS} ә=ă ғ=gh қ=q ң=n͡g ө=ȯ ұ=ū ү=u̇ һ=ḣ і=ī`),
    },
    ISO_9,
  ],
};
