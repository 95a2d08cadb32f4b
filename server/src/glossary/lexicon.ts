/** A glossary compiled for finding its names: every form, whose it is, and the index over them all. */

import { type IndexedForm, NameIndex } from '../names/nameIndex';
import type { Entity } from './entity';
import { capitalsOf, type Form, formsOf } from './forms';
import type { Glossary } from './glossary';

/** One entity's claim to a form. */
export interface Claim {
  readonly entity: Entity;
  readonly form: Form;
}

export interface Lexicon {
  readonly glossary: Glossary;
  /** Its form numbers are positions in `claims`. */
  readonly index: NameIndex;
  readonly claims: readonly Claim[];
}

export function compileLexicon(glossary: Glossary): Lexicon {
  const claims: Claim[] = [];
  for (const entity of glossary.entities.values()) {
    for (const form of formsOf(entity)) claims.push({ entity, form });
  }
  const indexed: IndexedForm[] = claims.map(({ form }) => ({ text: form.text, capitals: capitalsOf(form) }));
  return { glossary, index: new NameIndex(indexed), claims };
}
