/** Holds what the ALA-LC romanisation tables have in common for the languages written in Cyrillic. */

/*
 * *ALA-LC Romanization Tables: Transliteration Schemes for Non-Roman Scripts* (American Library Association and
 * Library of Congress, 1997); the tables are kept up to date one by one on the site of the Library of Congress:
 * *Russian* (2012), *Ukrainian* (2011), and *Non-Slavic Languages (in Cyrillic Script)*, which has all letters of
 * Kazakh, Kyrgyz, Tajik, Turkmen and Uzbek in one list. Checked against the Library’s own conversion tables.
 *
 * - ь is U+02B9 and ъ is U+02BA. A tie is U+0361 between the two letters (library catalogues also write the
 *   halves U+FE20 and U+FE21); tied letters are both capitals: *I͡A*, *T͡S*, but *Shch*.
 * - The Library’s generic list of 2025 for all Cyrillic gives ұ, ҳ, ҷ and ӣ other equivalents than its lists for
 *   Kazakh, Tajik and Uzbek of the same year; we follow the lists for the languages, which agree with 1997.
 */
export const ALA_LC_LETTERS = `
  а=a б=b в=v г=g д=d е=e ё=ë ж=zh з=z и=i й=ĭ к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=t͡s ч=ch ш=sh
  щ=shch ъ=ʺ ы=y ь=ʹ э=ė ю=i͡u я=i͡a
`;

/** The title of the table for the non-Slavic languages. */
export const ALA_LC_NON_SLAVIC =
  'ALA-LC Romanization Tables: Non-Slavic Languages (in Cyrillic Script), American Library Association and Library of Congress, 1997';
