/** Lists the forms of an entity: every string that names it, and what the house writes in its place. */

import { foldText } from '../names/fold';
import type { Capitals } from '../names/nameIndex';
import { editDistance } from '../text/nearest';
import type { Alias, Entity } from './entity';

export const FORM_KINDS = ['house', 'acronym', 'short', 'alias', 'spelling', 'script'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

export interface Form {
  readonly text: string;
  readonly kind: FormKind;
  /** What the house writes in its place: the form itself where that is fine. */
  readonly house: string;
  /** The alias of which this is the name, a short form, a spelling or a script. */
  readonly alias?: Alias;
}

/** Each text once: what comes first (house form, acronyms, short forms, aliases) is what it is. */
export function formsOf(entity: Entity): Form[] {
  const forms: Form[] = [];
  eachForm(entity, (text, kind, alias) => forms.push(toForm(entity, text, kind, alias)));
  return forms;
}

/** How many forms `formsOf` gives, without making them. */
export function countForms(entity: Entity): number {
  let count = 0;
  eachForm(entity, () => count++);
  return count;
}

/** Calls for every form that `formsOf` gives, in its order, without making them. */
export function eachForm(entity: Entity, call: FormCall): void {
  const few: string[] = [];
  let many: Set<string> | undefined;
  eachClaim(entity, (text, kind, alias) => {
    if (many ? many.has(text) : few.includes(text)) return;
    if (many) many.add(text);
    else if (few.push(text) > FEW) many = new Set(few);
    call(text, kind, alias);
  });
}

type FormCall = (text: string, kind: FormKind, alias?: Alias) => void;
/** So many texts are searched through sooner than put into a set. */
const FEW = 12;

/** The forms as the entry gives them, the same text perhaps twice. */
export function claimsOf(entity: Entity): Form[] {
  const forms: Form[] = [];
  eachClaim(entity, (text, kind, alias) => forms.push(toForm(entity, text, kind, alias)));
  return forms;
}

function toForm(entity: Entity, text: string, kind: FormKind, alias?: Alias): Form {
  const house = houseOf(entity, text, kind, alias);
  return alias ? { text, kind, house, alias } : { text, kind, house };
}

/** Calls for every form as the entry gives it; what comes first is what a text is. */
export function eachClaim(
  { name, acronyms, shorts, aliases, spellings, scripts }: Entity,
  call: FormCall,
): void {
  call(name, 'house');
  for (const text of acronyms) call(text, 'acronym');
  for (const text of shorts) call(text, 'short');
  for (const alias of aliases) {
    call(alias.name, 'alias', alias);
    for (const text of alias.shorts) call(text, 'short', alias);
  }
  for (const text of spellings) call(text, 'spelling');
  for (const alias of aliases) for (const text of alias.spellings) call(text, 'spelling', alias);
  for (const text of scripts) call(text, 'script');
  for (const alias of aliases) for (const text of alias.scripts) call(text, 'script', alias);
}

/** What the house writes in place of a form. */
function houseOf({ name, acronyms, shorts }: Entity, text: string, kind: FormKind, alias?: Alias): string {
  switch (kind) {
    case 'house':
    case 'alias':
    case 'script':
      return text;
    case 'acronym':
      return acronyms[0]!;
    case 'short':
      return (alias?.shorts ?? shorts)[0]!;
    case 'spelling': {
      if (alias) return meantBy(text, alias.name, alias.shorts[0]);
      // A spelling in capitals only (*RFE/FL*) spells the acronym.
      const acronym = isInCapitals(text) && !isInCapitals(name) ? acronyms[0] : undefined;
      return acronym ?? meantBy(text, name, shorts[0]);
    }
  }
}

/**
 * Which capitals a text must have to be this form: an acronym, and any form with capitals and no small letter, is
 * matched only as written (*IS* is never *is*).
 */
export function capitalsOf(form: Pick<Form, 'text' | 'kind'>): Capitals {
  return form.kind === 'acronym' || (!SMALL.test(form.text) && CAPITAL.test(form.text))
    ? 'as-written'
    : 'name';
}

/** Equal for two forms that the same text would match. */
export function matchKey(form: Pick<Form, 'text' | 'kind'>): string {
  if (capitalsOf(form) === 'name') return foldText(form.text);
  // Without a small letter the folded letters say everything; with one (*MoD*), the capitals count too.
  return SMALL.test(form.text) ? `=${foldText(form.text)}=${form.text}` : `=${foldText(form.text)}`;
}

const SMALL = /\p{Ll}/u;
const CAPITAL = /\p{Lu}/u;
const isInCapitals = (text: string): boolean => CAPITAL.test(text) && !SMALL.test(text);

/** A spelling with as many words as only one of name and short form spells that one; else the more similar one. */
function meantBy(spelling: string, name: string, short: string | undefined): string {
  if (short === undefined) return name;
  const count = wordCount(spelling);
  if (wordCount(short) !== count) return name;
  if (wordCount(name) !== count) return short;
  const written = foldText(spelling);
  return editDistance(written, foldText(short)) < editDistance(written, foldText(name)) ? short : name;
}

function wordCount(text: string): number {
  let count = 1;
  for (let at = 1; at < text.length; at++) {
    if (isGap(text.charCodeAt(at)) && !isGap(text.charCodeAt(at - 1))) count++;
  }
  return count;
}

/** Spaces, hyphens and dashes, and the slash. */
const isGap = (unit: number): boolean =>
  unit === 0x20 || unit === 0xa0 || unit === 0x2d || unit === 0x2f || (unit >= 0x2010 && unit <= 0x2015);
