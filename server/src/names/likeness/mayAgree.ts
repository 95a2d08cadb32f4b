/** Tells of two names, before they are aligned, whether they can still be one: most that share a key cannot. */

import { areAsAlike, JOIN, type Likenesses, mayBeOneWord } from './alignment';
import { isNaming } from './contradiction';
import type { NamePart, NameParts } from './preparedName';
import { mayBeSimilarJoined } from './soundDistance';

/** No name has more parts. */
const MOST = 8;
/** For each part of the second name, whether a part of the first is like it. */
const found = new Uint8Array(MOST);

/**
 * Whether two names can be aligned without a contradiction: each naming part of one of them at least must have its
 * counterpart in the other, perhaps with its neighbour written as one.
 *
 * @param known of the first.
 */
export function mayAgree(name: NameParts, other: NameParts, known: Likenesses): boolean {
  return (
    havePartners(name.parts, other.parts, known) ||
    mayJoin(name, other, known, true) ||
    mayJoin(other, name, known, false) ||
    mayBeOneWord(name, other)
  );
}

function havePartners(a: readonly NamePart[], b: readonly NamePart[], known: Likenesses): boolean {
  found.fill(0, 0, b.length);
  let partnered = 0;
  let naming = 0;
  let lacks = false;
  for (const one of a) {
    let has = false;
    for (let j = 0; j < b.length; j++) {
      const other = b[j]!;
      if (!known.agree(one, other)) continue;
      has = true;
      found[j] = 1;
    }
    if (has) partnered++;
    if (!isNaming(one)) continue;
    naming++;
    if (!has) lacks = true;
  }
  let otherPartnered = 0;
  let otherNaming = 0;
  let otherLacks = false;
  for (let j = 0; j < b.length; j++) {
    const has = found[j] === 1;
    if (has) otherPartnered++;
    if (!isNaming(b[j]!)) continue;
    otherNaming++;
    if (!has) otherLacks = true;
  }
  return (!lacks && naming <= otherPartnered) || (!otherLacks && otherNaming <= partnered);
}

/** Whether two neighbours, written as one, may be as like a part of the other name as it takes to try them so. */
function mayJoin(name: NameParts, others: NameParts, known: Likenesses, isQuery: boolean): boolean {
  for (let at = 0; at + 1 < name.parts.length; at++) {
    const first = name.parts[at]!;
    const second = name.parts[at + 1]!;
    if (first.role === 'initial' || second.role === 'initial') continue;
    for (const other of others.parts) {
      if (!mayBeSimilarJoined(other, first, second, JOIN)) continue;
      const joined = name.joined(at);
      if (isQuery ? areAsAlike(joined, other, JOIN) : known.fitsJoined(other, joined)) return true;
    }
  }
  return false;
}
