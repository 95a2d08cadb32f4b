/** Follows through a report which names it has introduced where, by which form, and which it has not. */

import type { Entity } from '../../glossary/entity';
import type { Claim } from '../../glossary/lexicon';
import { foldText } from '../../names/fold';
import type { Span } from '../../text/span';
import { type Mention, settled } from '../mention';
import { isTitle } from '../ordinaryWords';
import { isGivenName } from '../otherPeople';
import type { Evidence } from '../rule';
import { type AcronymOfBlock, introducedAt, isWithinFullForm } from './acronymsAround';
import { AcronymUses } from './acronymUses';
import { atInitial, isModifier, isPartOfName, namesThing } from './beforeName';
import { type Acronym, blockAcronyms } from './blockAcronyms';
import type {
  IntroducedNames,
  LoneAcronym,
  OwnAcronym,
  Reintroduced,
  Repeated,
  Unintroduced,
} from './introductionsFound';
import { isKnownToAll, isNoAcronym } from './knownAcronyms';
import { examineOwn, type Placed } from './ownAcronyms';
import { type Place, RunningText } from './runningText';
import { scopesOf } from './scopes';
import { goesOn, isInAddress } from './surroundings';
import { acronymTiedBehind, closingBehind, entityNamedBefore, isTie } from './tiedAcronym';
import { UnlistedNames } from './unlistedNames';

type Given = Pick<Evidence, 'report' | 'mentions' | 'introduced' | 'works'>;

/** By the mentions of an analysis: the rules that ask do so one after another. */
const memo = new WeakMap<readonly Mention[], IntroducedNames>();

/** Looked up once an analysis, whoever asks. */
export function introducedNames(given: Given): IntroducedNames {
  let found = memo.get(given.mentions);
  if (!found) {
    found = new Walk(given).result();
    memo.set(given.mentions, found);
  }
  return found;
}

/** What is known of an entity so far, since names were last to be introduced anew. */
interface Known {
  /** Its first full form; where a shorter one has stood before it, that. */
  full?: Mention;
  /** The first of them that may be mended. */
  inText?: Mention;
  /** Whether its acronym has been introduced. */
  isTied: boolean;
  /** Whether an acronym has stood before that: the first is told of, and no other. */
  isTold: boolean;
}

type Role = 'full' | 'acronym' | 'short' | 'other';

class Walk {
  readonly #given: Given;
  readonly #scopes: readonly number[];
  /** The acronyms that are no mention. */
  readonly #byLetters = new Map<string, Placed[]>();
  /** Whose acronym each of these is by the glossary, all the same: *KTJs*. */
  readonly #listed = new Map<string, readonly Entity[]>();
  readonly #uses: AcronymUses;
  readonly #ofPart: { readonly isOfPart?: true };
  readonly #unlisted: UnlistedNames;
  #known = new Map<Entity, Known>();
  #scope = 0;
  readonly #unintroduced: Unintroduced[] = [];
  readonly #reintroduced: Reintroduced[] = [];
  readonly #repeated: Repeated[] = [];
  readonly #unused: LoneAcronym[] = [];
  readonly #unknown: LoneAcronym[] = [];
  readonly #own = new Map<string, OwnAcronym>();

  constructor(given: Given) {
    this.#given = given;
    const { report, works, mentions } = given;
    this.#scopes = scopesOf(report, works.introductions.restart);
    this.#ofPart = this.#scopes.length === 0 ? {} : { isOfPart: true };
    this.#uses = new AcronymUses(this.#scopes);
    this.#unlisted = new UnlistedNames(report, mentions);
    for (const mention of mentions) {
      if (!isRead(mention)) continue;
      for (const claim of mention.claims)
        if (roleOf(claim) === 'acronym') this.#uses.add(claim.entity, mention.start, mention.zone);
    }
  }

  result(): IntroducedNames {
    this.#readAcronyms();
    this.#walkMentions();
    for (const [letters, places] of this.#byLetters) this.#examine(letters, places);
    return {
      unintroduced: this.#unintroduced,
      reintroduced: this.#reintroduced,
      repeated: this.#repeated,
      unused: this.#unused,
      unknown: this.#unknown,
      own: this.#own,
    };
  }

  /** Goes through the acronyms of all blocks, those in what is printed left out: most are mentions. */
  #readAcronyms(): void {
    const { report, mentions } = this.#given;
    const { text, layout, printed } = report;
    const running = new RunningText(report);
    let next = 0;
    let mention = 0;
    for (const block of layout.blocks) {
      const by = block.start;
      for (const acronym of blockAcronyms(text, block)) {
        const start = by + acronym.start;
        while (next < printed.length && printed[next]!.end <= start) next++;
        if ((printed[next]?.start ?? Infinity) <= start) continue;
        const end = by + acronym.end;
        while (mention < mentions.length && mentions[mention]!.end <= start) mention++;
        if ((mentions[mention]?.start ?? Infinity) < end || isNoAcronym(acronym.letters)) continue;
        if (this.#isListed(acronym, start)) continue;
        const place = acronym.zone === 'prose' ? running.at(start) : 'beside';
        const isSaid =
          acronym.isIntroduced &&
          place !== 'beside' &&
          !this.#isOfPerson({ acronym, by }, start, mention - 1);
        const placed = { start, end, acronym, place, by, isSaid };
        const same = this.#byLetters.get(acronym.letters);
        if (same) same.push(placed);
        else this.#byLetters.set(acronym.letters, [placed]);
      }
    }
  }

  /** Whether the glossary has it, though it is no mention as it is written: that is then a use. */
  #isListed({ letters, zone }: Acronym, start: number): boolean {
    let entities = this.#listed.get(letters);
    if (!entities) {
      const { lexicon } = this.#given.works;
      const claims = lexicon.formsFoldedAs(letters).map((claim) => lexicon.claim(claim));
      entities = claims.filter(({ form }) => form.text === letters).map(({ entity }) => entity);
      this.#listed.set(letters, entities);
    }
    for (const entity of entities) this.#uses.add(entity, start, zone);
    return entities.length > 0;
  }

  /** Whether the parenthesis tells whose member a person is: *Navqotiy (TUF)*. */
  #isOfPerson({ acronym, by }: AcronymOfBlock, start: number, before: number): boolean {
    const { full } = acronym;
    if (full?.isMatched || full?.isBehind) return false;
    const named = entityNamedBefore(this.#given, before, full ? full.end + by : start);
    return named ? named.type === 'person' : full !== undefined && isPersonsName(full.text);
  }

  #walkMentions(): void {
    const { report, mentions } = this.#given;
    const running = new RunningText(report);
    for (const [at, mention] of mentions.entries()) {
      const claim = settled(mention);
      if (!claim || mention.zone !== 'prose' || !mention.mendable) continue;
      while ((this.#scopes[this.#scope] ?? Infinity) <= mention.start) {
        this.#scope++;
        this.#known = new Map();
      }
      const place = running.at(mention.start);
      if (place === 'beside' || isInAddress(report, mention)) continue;
      const role = roleOf(claim);
      if (role === 'full') this.#full(mention, claim, at, place);
      else if (role !== 'other') this.#shorter(mention, claim, at, place);
    }
  }

  #of(entity: Entity): Known {
    let known = this.#known.get(entity);
    if (!known) {
      known = { isTied: false, isTold: false };
      this.#known.set(entity, known);
    }
    return known;
  }

  #full(mention: Mention, claim: Claim, at: number, place: Place): void {
    const { entity } = claim;
    const known = this.#of(entity);
    const tied = acronymTiedBehind(this.#given, at, (one) => {
      const of = settled(one);
      return of?.entity === entity && roleOf(of) === 'acronym';
    });
    const isInText = place === 'running';
    if (tied) {
      const { end } = tied;
      if (end !== undefined && isInText && known.isTied) {
        const acronym = entity.acronyms[0]!;
        const span = { start: mention.start, end };
        this.#reintroduced.push({ span, full: spanOf(mention), acronym, entity });
      }
      known.isTied = true;
    } else if (this.#isOfLonger(mention)) {
      // *Islam Karimov Street*; of a person, one knows from then on who is meant.
      if (entity.type === 'person') known.full ??= mention;
      return;
    } else if (isInText && known.full && !this.#given.introduced[at]) {
      this.#repeat(mention, claim, known);
    }
    known.full ??= mention;
    if (isInText && !claim.form.alias) known.inText ??= mention;
  }

  /** Whether it is a part of a longer name, as far as capitals and the report’s own acronyms tell. */
  #isOfLonger(mention: Mention): boolean {
    const { report } = this.#given;
    return goesOn(report, mention) || isWithinFullForm(report, mention);
  }

  #repeat(mention: Mention, claim: Claim, known: Known): void {
    const { entity, form } = claim;
    if (form.alias && form.alias.use !== 'any') return;
    const acronym = form.alias ? undefined : entity.acronyms[0];
    if (acronym !== undefined && known.isTied) {
      this.#repeated.push({ mention, claim, shorter: acronym, isAcronym: true });
      return;
    }
    const [short] = form.alias?.shorts ?? entity.shorts;
    if (short === undefined || (form.alias ?? entity) !== this.#bearerOf(known)) return;
    const { lexicon } = this.#given.works;
    const means = lexicon.formsFoldedAs(short);
    if (means.every((one) => lexicon.claim(one).entity === entity))
      this.#repeated.push({ mention, claim, shorter: short, isAcronym: false });
  }

  /** The entity or the alias that the first full form was the name of. */
  #bearerOf({ full }: Known): unknown {
    const claim = full && settled(full);
    return claim && (claim.form.alias ?? claim.entity);
  }

  #shorter(mention: Mention, claim: Claim, at: number, place: Place): void {
    if (this.#isExempt(claim)) return;
    if (roleOf(claim) === 'acronym') this.#acronym(mention, claim, at, place);
    else this.#short(mention, claim, at, place);
  }

  #acronym(mention: Mention, claim: Claim, at: number, place: Place): void {
    const { entity } = claim;
    const known = this.#of(entity);
    if (known.isTied && place === 'running') this.#explainedAgain(mention, claim, at);
    known.isTied ||= this.#given.introduced[at] === true || this.#isSaidOf(mention, entity, at);
    const isKnown = known.isTied || known.isTold;
    if (place === 'running') known.isTold = true;
    // Behind another of its names, only the author can say where the acronym is to stand.
    const isOfAlias = known.full && settled(known.full)?.form.alias;
    if (isKnown || place === 'marked' || isOfAlias) return;
    const above = known.inText;
    known.full ??= mention;
    const isOnlyUse = this.#uses.around(entity, mention.start) < 2;
    const one = { mention, claim, full: entity.name, isAcronym: true, isOnlyUse, ...this.#ofPart };
    this.#unintroduced.push(above ? { ...one, above } : one);
  }

  /** Whether the report says what the acronym stands for in words that may be the name of its entity. */
  #isSaidOf(mention: Mention, entity: Entity, at: number): boolean {
    const said = introducedAt(this.#given.report, mention.start);
    if (!said) return false;
    const { full, isBare } = said.acronym;
    if (full?.isMatched || full?.isBehind) return true;
    // *Navqotiy (KTJ)* is a man of it, *Idlib (HTS)* a place that it holds.
    const named = entityNamedBefore(this.#given, at - 1, full ? full.end + said.by : mention.start);
    if (named) return named === entity;
    if (full) return !isPersonsName(full.text);
    // *It (the IMU)*, where the report has named it.
    return !isBare || this.#of(entity).inText !== undefined;
  }

  /** *KTJ (Katibat al-Tawhid wal-Jihad)*, where the report has introduced it before. */
  #explainedAgain(mention: Mention, { entity, form }: Claim, at: number): void {
    const next = this.#given.mentions[at + 1];
    const claim = next && settled(next);
    if (!next || claim?.entity !== entity || claim.form.house !== entity.name) return;
    const { report } = this.#given;
    const end = closingBehind(report, next.end);
    if (end === undefined || !isTie(report.text.slice(mention.end, next.start))) return;
    const span = { start: mention.start, end };
    this.#reintroduced.push({ span, full: spanOf(next), isBehind: true, acronym: form.house, entity });
  }

  #short(mention: Mention, claim: Claim, at: number, place: Place): void {
    const { entity, form } = claim;
    const { report, mentions } = this.#given;
    const known = this.#of(entity);
    if (known.full || place === 'marked') return;
    const isPerson = entity.type === 'person';
    if (isPerson && (isModifier(report, mention) || namesThing(report, entity, mention))) return;
    known.full = mention;
    if (isPerson && (atInitial(report, mention) || isPartOfName(report, entity, mention))) return;
    // *Navqotiy (Akhliddin Navqotiy)*; beside an alias, the reader still lacks the name.
    const next = mentions[at + 1];
    const isBeside = this.#given.introduced[at] && next && settled(next)?.entity === entity;
    if (isBeside && roleOf(settled(next)!) === 'full' && !settled(next)!.form.alias) return;
    const full = form.alias?.name ?? entity.name;
    if (this.#unlisted.isNamedBefore(full, this.#scopes[this.#scope - 1] ?? 0, mention.start)) return;
    this.#unintroduced.push({ mention, claim, full, isAcronym: false, isOnlyUse: false });
  }

  /** Whether the readers know it without being told. */
  #isExempt({ entity, form }: Claim): boolean {
    if (entity.introduce !== undefined) return entity.introduce === 'never';
    return this.#isKnown(form.house) || this.#isKnown(form.text);
  }

  #isKnown(acronym: string): boolean {
    return this.#given.works.introductions.known.has(acronym) || isKnownToAll(acronym);
  }

  /** An acronym that is no mention: what the report says of it itself. */
  #examine(letters: string, places: readonly Placed[]): void {
    const { report } = this.#given;
    const found = examineOwn(letters, places, this.#isKnown(letters), this.#scopes, (end) =>
      closingBehind(report, end),
    );
    if (found.own) this.#own.set(letters, found.own);
    if (found.unknown) this.#unknown.push(found.unknown);
    for (const one of found.unused) this.#unused.push({ ...one, ...this.#ofPart });
    this.#reintroduced.push(...found.reintroduced);
  }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Whether somebody's given name, or a title, is among the words. */
const isPersonsName = (text: string): boolean =>
  text.split(/\s+/u).some((word) => word.length > 1 && (isGivenName(word) || isTitle(foldText(word))));

/** Whether it is a use that an author has made of it: also in notes, tables, headings and quotations, not in a list that is made. */
const isRead = ({ zone, mendable }: Mention): boolean => mendable || zone === 'quotation';

/** What a form is by what the house writes in its place: a spelling of the acronym is one. */
function roleOf({ entity, form }: Claim): Role {
  if (form.kind === 'script') return 'other';
  if (form.alias) {
    if (form.house === form.alias.name) return 'full';
    // Of any other alias it is to be written otherwise anyway.
    return form.alias.use === 'any' ? 'short' : 'other';
  }
  if (form.house === entity.name) return 'full';
  return entity.acronyms.includes(form.house) ? 'acronym' : 'short';
}
