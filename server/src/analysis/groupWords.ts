/** Knows the words that say what a group is, in Arabic and English: *Katibat* and *Brigade*, *Hizb* and *Party*. */

/** Words for one kind of group, a kind a line: reports write the original or its translation. */
const KINDS = `
katibat katiba katibah khatiba kateeba kateebat kataib qatiba battalion battalions brigade brigades liwa
jamaat jamaa jamaati jamoat jamoati jemaat dzhamaat djamaat gamaa group society community
jabhat jabha jebhat dzhabkhat djabhat front
hizb hizbi hezb hezbi khizb party
harakat haraka harakati harekat kharakat movement
jaysh jaish jeish dzhaysh dzheish djeich army
jund dzhund djund soldiers
ittihad ittihod union
imarat imaarat emarat imorat emirate
muassasat muassasa foundation
`;

const KIND_OF = new Map<string, number>();
for (const [kind, words] of KINDS.trim().split('\n').entries()) {
  for (const word of words.split(' ')) KIND_OF.set(word, kind);
}

const kindOf = (word: string): number | undefined =>
  KIND_OF.get(word.toLowerCase().replace(/[’'ʼʻ‘`]/gu, ''));

/** Whether a word says what a group is. */
export const isGroupWord = (word: string): boolean => kindOf(word) !== undefined;

/** A group's name without the word that says what it is. */
export interface GroupName {
  readonly word: string;
  readonly kind: number;
  readonly rest: string;
}

/** Splits a name in which exactly one word says what it is. */
export function splitGroupName(name: string): GroupName | undefined {
  const words = name.split(/\s+/);
  const kinds = words.map(kindOf);
  const at = kinds.findIndex((kind) => kind !== undefined);
  if (at < 0 || words.length < 2 || kinds.some((kind, k) => k > at && kind !== undefined)) return undefined;
  return { word: words[at]!, kind: kinds[at]!, rest: words.toSpliced(at, 1).join(' ') };
}
