/** Says whether two parts of names have one stem and differ in their endings: Rahimov, Rahimzoda. */

import { givenNameOf } from './givenNameClasses';
import { type Ending, endingOf } from './nameEndings';
import { type NamePart, type SoundForm, soundForm } from './preparedName';
import { SUBSTITUTE } from './soundCosts';
import { formSimilarity } from './soundDistance';
import { SOUND_COUNT, sound } from './sounds';

export interface EndingChange {
  /** `undefined` stands for no ending. */
  readonly from: Ending | undefined;
  readonly to: Ending | undefined;
  readonly stem: SoundForm;
  readonly otherStem: SoundForm;
  /** How alike the stems are, 0..1. */
  readonly likeness: number;
  /** The class of the given name that the stem is; -1 for one of no class. */
  readonly given: number;
}

/** Stems less alike than this are of two names. */
const ONE_STEM = 0.85;

const DJ = sound('dj');
const D = sound('D');

interface Ended {
  readonly ending: Ending;
  readonly stem: SoundForm;
  /** The stem of *Saidjon* with its d, where *dj* may be two letters or one sound. */
  readonly withD: SoundForm | undefined;
  readonly given: number;
}
const known = new WeakMap<SoundForm, Ended | 'none'>();

function endedOf(form: SoundForm): Ended | undefined {
  let found = known.get(form);
  if (found === undefined) {
    const ending = endingOf(form.codes);
    if (ending === undefined) found = 'none';
    else {
      const codes = form.codes.slice(0, form.codes.length - ending.sounds.length);
      const withD = ending.sounds[0] === DJ ? [...codes, D] : undefined;
      found = {
        ending,
        stem: soundForm([...codes]),
        withD: withD && soundForm(withD),
        given: givenNameOf(withD ?? codes),
      };
    }
    known.set(form, found);
  }
  return found === 'none' ? undefined : found;
}

/** One stem begins with one sound: most parts are told apart by it. */
const beginOtherwise = (a: Uint8Array, b: Uint8Array): boolean =>
  SUBSTITUTE[a[0]! * SOUND_COUNT + b[0]!]! > LIKE_SOUNDS;
const LIKE_SOUNDS = 45;

/** The class of the given name that a family is named after (Rahimov, Karimzoda), or that the part itself is; -1 for none. */
export function namesake(part: NamePart): number {
  if (part.given >= 0) return part.given;
  const ended = part.role === 'name' ? endedOf(part.form) : undefined;
  return ended === undefined ? -1 : ended.given;
}

/** How the endings of two parts differ, where their stems are alike; nothing where they are not, or the endings are alike. */
export function endingChange(a: NamePart, b: NamePart): EndingChange | undefined {
  if (a.role === 'initial' || b.role === 'initial') return undefined;
  // Ramazonovich is Ramazon's son.
  if ((a.role === 'patronymic') !== (b.role === 'patronymic')) return undefined;
  if (beginOtherwise(a.form.codes, b.form.codes)) return undefined;
  const one = endedOf(a.form);
  const other = endedOf(b.form);
  if (one?.ending.written === other?.ending.written) return undefined;
  const beside = a.arabic || b.arabic;
  let best: EndingChange | undefined;
  const consider = (
    stem: SoundForm,
    otherStem: SoundForm,
    from: Ending | undefined,
    to: Ending | undefined,
  ): void => {
    const likeness = formSimilarity(stem, otherStem, beside);
    if (likeness >= ONE_STEM && likeness > (best?.likeness ?? 0))
      best = { from, to, stem, otherStem, likeness, given: givenNameOf(stem.codes) };
  };
  if (one !== undefined) consider(one.stem, b.form, one.ending, undefined);
  if (one?.withD !== undefined) consider(one.withD, b.form, one.ending, undefined);
  if (other !== undefined) consider(a.form, other.stem, undefined, other.ending);
  if (other?.withD !== undefined) consider(a.form, other.withD, undefined, other.ending);
  // A son and a daughter of one family have the same name, each in their form.
  const siblings = a.daughter !== b.daughter;
  if (one !== undefined && other !== undefined && !siblings)
    consider(one.stem, other.stem, one.ending, other.ending);
  return best;
}
