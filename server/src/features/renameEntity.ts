/** Gives an entity another name wherever a report’s author wrote the old one. */

import type { Analysis } from '../analysis/analyze';
import { isShownBeside } from '../analysis/introductions';
import { type Mention, mentionAt, settled } from '../analysis/mention';
import { fixesWriting } from '../analysis/rewrite';
import type { Alias, Entity } from '../glossary/entity';
import { type Form, formsOf, matchKey } from '../glossary/forms';
import { cleanForm, LONGEST_FORM } from '../glossary/formText';
import type { Claim, Lexicon } from '../glossary/lexicon';
import { type FormChange, type FormRenaming, isFoundAs } from '../glossary/renameForm';
import { foldText, foldWords } from '../names/fold';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { articleEdits, possessiveEdits } from './aroundName';

/** A form of an entity that can be given another text. */
export interface RenamableForm {
  readonly entity: Entity;
  readonly of: FormChange['of'];
  /** The alias that has it. */
  readonly alias?: Alias;
  /** As the house writes it now. */
  readonly text: string;
}

/** What a mention at `offset` lets rename, and where it stands; a mention that names several entities lets none. */
export function renamableFormAt(
  { mentions }: Analysis,
  offset: number,
): { readonly at: Span; readonly form: RenamableForm } | { readonly refusal: string } | undefined {
  const mention = mentionAt(mentions, offset);
  if (!mention) return undefined;
  const claim = settled(mention);
  if (!claim) {
    const names = mention.claims.map(({ entity }) => `${entity.name} (${entity.id})`).join(', ');
    return {
      refusal: `“${mention.visible}” may name several entries: ${names}. Rename the one that is meant in the glossary.`,
    };
  }
  return { at: { start: mention.start, end: mention.end }, form: formOf(claim) };
}

/** What the house writes in the place of the claimed form: a spelling stands for the name that it spells. */
function formOf({ entity, form }: Claim): RenamableForm {
  const { alias, house } = form;
  const of = keyOf(entity, form);
  const text = of === 'name' ? (alias ?? entity).name : house;
  return alias ? { entity, of, alias, text } : { entity, of, text };
}

function keyOf({ acronyms, shorts }: Entity, { kind, house, alias }: Form): FormChange['of'] {
  if (kind === 'acronym' || kind === 'short') return kind;
  if (kind !== 'spelling') return 'name';
  if ((alias?.shorts ?? shorts)[0] === house) return 'short';
  return !alias && acronyms[0] === house ? 'acronym' : 'name';
}

/** The form that a text in an entity’s entry gives it; undefined if it is none. */
export function renamableFormOf(entity: Entity, text: string): RenamableForm | undefined {
  const form = formsOf(entity).find((one) => one.text === text);
  return form && formOf({ entity, form });
}

/** The house form of an entity, as a thing to rename. */
export const houseForm = (entity: Entity): RenamableForm => ({ entity, of: 'name', text: entity.name });

/** What goes with a new name: the short form that follows from it where that can be told, and the acronym, which stays. */
export interface Proposal {
  readonly short?: { readonly before: string; readonly after: string };
  readonly acronym?: string;
}

export function proposalFor(
  { entity, of, alias, text }: RenamableForm,
  after: string,
  lexicon: Lexicon,
): Proposal {
  if (of !== 'name') return {};
  const short = (alias ?? entity).shorts[0];
  const acronym = alias ? undefined : entity.acronyms[0];
  const proposed = short === undefined ? undefined : proposedShort(text, short, cleanForm(after).text);
  const isFree = proposed !== undefined && !ownerOf({ of: 'short', after: proposed }, entity, lexicon);
  return {
    ...(short === undefined ? {} : { short: { before: short, after: isFree ? proposed : short } }),
    ...(acronym === undefined ? {} : { acronym }),
  };
}

const WORD = /[^\s\p{Pd}]+/gu;

/** The words of the new name that stand where those of the short form stood in the old one. */
function proposedShort(before: string, short: string, after: string): string | undefined {
  const [old, own, now] = [before, short, after].map((text) => [...text.matchAll(WORD)]) as Words3;
  const at = old.findIndex((_, k) => own.every(([word], j) => old[k + j]?.[0] === word));
  if (own.length === 0 || at < 0) return undefined;
  const isAtEnd = at + own.length === old.length;
  const from = now.length === old.length ? at : isAtEnd ? now.length - own.length : at === 0 ? 0 : -1;
  const [first, last] = [now[from], now[from + own.length - 1]];
  return first && last ? after.slice(first.index, last.index + last[0].length) : undefined;
}

type Words3 = [RegExpExecArray[], RegExpExecArray[], RegExpExecArray[]];

/** What somebody decided about a renaming. */
export interface Decisions {
  readonly old: FormRenaming['old'];
  /** The new short form and the new acronym; the same ones where they stay. */
  readonly short?: string;
  readonly acronym?: string;
}

const NO_NAME = 'A name needs a letter or a digit. Write the new name.';
const TOO_LONG = `A name has at most ${LONGEST_FORM} characters. Write a shorter one.`;

/**
 * The renaming of a form, with what goes along; or why there can be none: the new text can be no name, or names another
 * entity.
 */
export function renamingOf(
  form: RenamableForm,
  written: string,
  decisions: Decisions,
  lexicon: Lexicon,
): FormRenaming | { readonly refusal: string } {
  const { entity, of, alias, text } = form;
  const changes: FormChange[] = [];
  const add = (key: FormChange['of'], before: string | undefined, now: string | undefined) => {
    if (before === undefined || now === undefined) return;
    const after = cleanForm(now).text;
    if (after !== before) changes.push({ of: key, before, after, ...(alias && { alias: alias.name }) });
  };
  const { text: clean, problem } = cleanForm(written);
  if (clean === '') return { refusal: written.trim().length > LONGEST_FORM ? TOO_LONG : NO_NAME };
  if (problem !== undefined) return { refusal: problem };
  add(of, text, written);
  if (of === 'name') {
    add('short', (alias ?? entity).shorts[0], decisions.short);
    if (!alias) add('acronym', entity.acronyms[0], decisions.acronym);
  }
  for (const change of changes) {
    const refusal = refusalOf(change, form, lexicon);
    if (refusal !== undefined) return { refusal };
  }
  return { changes, old: decisions.old };
}

function refusalOf(
  change: FormChange,
  { entity, alias }: RenamableForm,
  lexicon: Lexicon,
): string | undefined {
  const { of, after } = change;
  if (after === '') return `${of === 'short' ? 'A short form' : 'An acronym'} needs a letter or a digit.`;
  const owner = ownerOf(change, entity, lexicon);
  if (owner)
    return `“${after}” names ${owner.name} (${owner.id}) already. Choose another name, or take it out of that entry first.`;
  if (of !== 'name') return undefined;
  if (!alias) return undefined;
  if (isFoundAs(entity.name, after, 'alias'))
    return `“${entity.name}” is what the house writes for ${alias.name} and for the others of this entry. Choose another name, or take the alias out of the entry.`;
  const same = entity.aliases.find((one) => one.name !== alias.name && isFoundAs(one.name, after, 'alias'));
  return (
    same &&
    `“${same.name}” is another alias of ${entity.name} already. Choose another name, or take one of the two out of the entry.`
  );
}

/** Another entity that has the form. */
function ownerOf(
  { of, after }: Pick<FormChange, 'of' | 'after'>,
  entity: Entity,
  lexicon: Lexicon,
): Entity | undefined {
  const wanted = matchKey({ text: after, kind: of === 'name' ? 'house' : of });
  // An acronym is not the word of the same letters; several words in other capitals are the same name.
  const areSeveralWords = after.includes(' ');
  return lexicon
    .formsFoldedAs(after)
    .map((number) => lexicon.claim(number))
    .find(({ entity: { id }, form }) => id !== entity.id && (areSeveralWords || matchKey(form) === wanted))
    ?.entity;
}

/** An edit, and which form of the entity it is about. */
export interface RenamingEdit extends Edit {
  readonly group: FormChange['of'];
}

export interface RenamedReport {
  readonly edits: readonly RenamingEdit[];
  /** How many mentions follow. */
  readonly mentions: number;
  /** The mentions by a renamed form that stay: other people’s words, and what could not be rewritten. */
  readonly left: readonly Mention[];
}

/**
 * The edits of a report by which every mention that its author wrote by a renamed form follows. Capitals at a sentence’s
 * beginning, a text in capitals, possessives, emphasis and line breaks stay what they are. Where the new name is shown
 * beside the old one already, both stay.
 */
export function renameInReport(
  { report, mentions }: Analysis,
  { id }: Pick<Entity, 'id'>,
  { changes }: FormRenaming,
): RenamedReport {
  const edits: RenamingEdit[] = [];
  const left: Mention[] = [];
  let followed = 0;
  for (const [at, mention] of mentions.entries()) {
    const claim = settled(mention);
    const change = claim?.entity.id === id ? changes.find((one) => isBy(claim.form, one)) : undefined;
    if (!claim || !change) continue;
    const isShown = [mentions[at - 1], mentions[at + 1]].some(
      (other) => other && isSame(other, change.after) && isShownBeside(report, mention, other),
    );
    const written =
      mention.mendable && !isShown
        ? (fixesWriting(report, mention, change.after, false)[0]?.edits ?? [])
        : [];
    if (written.length === 0) {
      left.push(mention);
      continue;
    }
    followed++;
    const around = [
      ...articleEdits(report, mention, change),
      ...possessiveEdits(report, mention, change.after, claim.entity),
    ];
    for (const edit of [...written, ...around]) edits.push({ ...edit, group: change.of });
  }
  return { edits, mentions: followed, left };
}

/**
 * Tells the texts of reports that may name an entity by a form that changes, at a fraction of what an analysis takes: a
 * desk may have ten thousand. It may say yes of others, and says no of none that does.
 */
export function reportsToRename({ changes }: FormRenaming): (text: string) => boolean {
  const words = changes.map(({ before }) => longest(foldWords(before)));
  return (text) => {
    if (WORD_WITH_REFERENCE.test(text)) return true;
    const folded = foldText(text.replace(SIGNS, ''));
    return words.some((word) => folded.includes(word));
  };
}

const longest = (words: readonly string[]): string =>
  words.reduce((best, word) => (word.length > best.length ? word : best), '');
/** What the reader does not see, and may stand within a word. */
const SIGNS = /[*_`~\\[\]]|<[^>]*>/g;
const WORD_WITH_REFERENCE = /[\p{L}\p{N}]&#?\w{1,20};|&#?\w{1,20};[\p{L}\p{N}]/u;

const isSame = (mention: Mention, text: string): boolean =>
  isFoundAs(mention.visible.replace(/\s+/g, ' '), text, 'house');

/** Whether a form is the one that changes. */
function isBy(form: Form, { of, alias, before }: FormChange): boolean {
  if (form.alias?.name !== alias) return false;
  if (of === 'name') return form.kind === (alias === undefined ? 'house' : 'alias');
  return form.kind === of && form.text === before;
}
