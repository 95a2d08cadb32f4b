/** What a glossary can learn of a name at a place: which name it is, and of whom it is most likely another. */

import type { Analysis } from '../analysis/analyze';
import { mentionAt } from '../analysis/mention';
import { whoIs } from '../analysis/who';
import type { Entity } from '../glossary/entity';
import { searchEntities } from '../glossary/entitySearch';
import type { Lexicon } from '../glossary/lexicon';
import { foldText } from '../names/fold';
import { nameParts } from '../names/likeness/nameParts';
import { similarity } from '../names/likeness/similarity';
import { isParticle } from '../names/particles';
import { overlaps, type Span, sliceOf, touches } from '../text/span';
import { looksLikeName, selectedName, unlistedNameAt } from './unlistedName';

export interface TeachableName extends Span {
  /** What the reader sees. */
  readonly visible: string;
}

/** The name at a caret, be it known, guessed or in no glossary; of a selection, all of it. Undefined where there is none. */
export function teachableNameAt(analysis: Analysis, at: Span): TeachableName | undefined {
  if (at.start < at.end) return selectedName(analysis, at);
  const { report, mentions, findings } = analysis;
  const mention = mentionAt(mentions, at.start);
  if (mention) return mention;
  const variant = findings.find(({ code, span }) => code === 'name/variant' && touches(span, at.start));
  if (variant) return { ...variant.span, visible: variant.form ?? sliceOf(report.text, variant.span) };
  return unlistedNameAt(analysis, at.start);
}

/** The same, where it looks like a name that the glossary may not have, so that it may be offered unasked. */
export function unlistedTeachableAt(analysis: Analysis, at: Span): TeachableName | undefined {
  if (at.start === at.end) return unlistedNameAt(analysis, at.start);
  const name = selectedName(analysis, at);
  if (!name || !looksLikeName(name.visible) || !name.visible.split(/\s+/).every(isPartOfName))
    return undefined;
  const { start, end } = name;
  // More than a name that is known (*Mullah Abu Saloh*), not less, and not another cut of the text.
  const isCut = analysis.mentions.some(
    (mention) => overlaps(mention, name) && (mention.start < start || end < mention.end),
  );
  const isKnown = analysis.mentions.some((mention) => mention.start === start && mention.end === end);
  return isCut || isKnown ? undefined : name;
}

const isPartOfName = (word: string): boolean =>
  /^\P{L}*[\p{Lu}\p{Lo}]/u.test(word) || isParticle(foldText(word));

export interface LikelyEntity {
  readonly entity: Entity;
  /** The name of the alias that a spelling would be of; the house form where there is none. */
  readonly alias?: string;
  /** Why it is likely, in a few words. */
  readonly why: string;
}

/**
 * Whose other name a name may be, the likeliest first: whom it sounds like, then whom its paragraph names, the nearest
 * first, then whom the report names, the most frequent first. Whoever has the name already is left out.
 *
 * @param canGuess whether what guesses need has been built.
 */
export function likelyEntities(
  { mentions, report, works: { lexicon } }: Analysis,
  name: TeachableName,
  canGuess: boolean,
  limit: number,
): LikelyEntity[] {
  const { visible } = name;
  const having = ownersOf(visible, lexicon);
  const found = new Map<string, LikelyEntity>();
  const add = (entity: Entity, why: string) => {
    if (found.size < limit && !having.has(entity.id) && !found.has(entity.id))
      found.set(entity.id, likely(entity, visible, why));
  };
  if (canGuess) for (const { claim, reason } of whoIs(visible, lexicon)) add(claim.entity, reason);
  const paragraphOf = (offset: number) => report.layout.walls.findLastIndex((wall) => wall <= offset);
  const own = paragraphOf(name.start);
  const counts = new Map<Entity, number>();
  const near: { readonly entity: Entity; readonly distance: number }[] = [];
  for (const { start, end, claims } of mentions) {
    for (const { entity } of claims) {
      counts.set(entity, (counts.get(entity) ?? 0) + 1);
      const distance = start < name.start ? name.start - end : start - name.end;
      if (distance >= 0 && paragraphOf(start) === own) near.push({ entity, distance });
    }
  }
  for (const { entity } of near.sort((a, b) => a.distance - b.distance))
    add(entity, 'named in this paragraph');
  for (const [entity, count] of [...counts].sort((a, b) => b[1] - a[1]))
    add(entity, `named ${['once', 'twice'][count - 1] ?? `${count} times`} in this report`);
  return [...found.values()];
}

/** The entities that some typed words find, best first; whoever has the name already is left out. */
export function entitiesFor(
  { works: { lexicon } }: Analysis,
  { visible }: TeachableName,
  query: string,
  limit: number,
): LikelyEntity[] {
  const having = ownersOf(visible, lexicon);
  return searchEntities(lexicon, query, limit)
    .filter(({ claim: { entity } }) => !having.has(entity.id))
    .map(({ claim: { entity, form } }) =>
      likely(entity, visible, form.text === entity.name ? '' : `also ${form.text}`),
    );
}

const ownersOf = (name: string, lexicon: Lexicon): ReadonlySet<string> =>
  new Set(lexicon.formsFoldedAs(name).map((form) => lexicon.claim(form).entity.id));

function likely(entity: Entity, name: string, why: string): LikelyEntity {
  const alias = aliasSpelled(entity, name);
  return alias === undefined ? { entity, why } : { entity, alias, why };
}

/** The alias to which a name is more like than to the house form. */
function aliasSpelled({ name, shorts, aliases }: Entity, spelling: string): string | undefined {
  const parts = nameParts(spelling);
  const likenessOf = (names: readonly string[]) =>
    Math.max(...names.map((one) => similarity(parts, nameParts(one))));
  let best = likenessOf([name, ...shorts]);
  let found: string | undefined;
  for (const alias of aliases) {
    const likeness = likenessOf([alias.name, ...alias.shorts]);
    if (likeness <= best) continue;
    best = likeness;
    found = alias.name;
  }
  return found;
}
