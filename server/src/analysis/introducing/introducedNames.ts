/** Follows through a report which names it has introduced where, by which form, and which it has not. */

import type { Entity } from '../../glossary/entity';
import type { Claim } from '../../glossary/lexicon';
import type { Span } from '../../text/span';
import { type Mention, settled } from '../mention';
import type { Evidence } from '../rule';
import { atInitial, isModifier, isPartOfName } from './beforeName';
import { type Acronym, blockAcronyms } from './blockAcronyms';
import type {
  IntroducedNames,
  LoneAcronym,
  OwnAcronym,
  Reintroduced,
  Repeated,
  ReportExpansion,
  Unintroduced,
} from './introductionsFound';
import { isKnownToAll, mayBeAcronym } from './knownAcronyms';
import { type Place, RunningText } from './runningText';
import { scopesOf } from './scopes';

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

/** An acronym of the report, with offsets in the report. */
interface Placed extends Span {
  readonly acronym: Acronym;
  readonly place: Place;
  readonly by: number;
}

type Role = 'full' | 'acronym' | 'short' | 'other';

class Walk {
  readonly #given: Given;
  readonly #scopes: readonly number[];
  /** Where an acronym is introduced, mention or not. */
  readonly #introducedAt = new Set<number>();
  /** The acronyms that are no mention. */
  readonly #byLetters = new Map<string, Placed[]>();
  /** How often the report writes the acronym of an entity, in whatever words. */
  readonly #uses = new Map<Entity, number>();
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
    for (const mention of mentions) {
      const claim = settled(mention);
      if (claim && roleOf(claim) === 'acronym' && isRead(mention))
        this.#uses.set(claim.entity, (this.#uses.get(claim.entity) ?? 0) + 1);
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
      const { start } = block;
      for (const one of blockAcronyms(text, block)) {
        const at = start + one.start;
        while (next < printed.length && printed[next]!.end <= at) next++;
        if ((printed[next]?.start ?? Infinity) <= at) continue;
        if (one.isIntroduced) this.#introducedAt.add(at);
        const end = start + one.end;
        while (mention < mentions.length && mentions[mention]!.end <= at) mention++;
        if ((mentions[mention]?.start ?? Infinity) < end || this.#isKnown(one.letters)) continue;
        const place = one.zone === 'prose' ? running.at(at) : 'beside';
        const placed = { start: at, end, acronym: one, place, by: start };
        const same = this.#byLetters.get(one.letters);
        if (same) same.push(placed);
        else this.#byLetters.set(one.letters, [placed]);
      }
    }
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
      if (place === 'beside') continue;
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
    const acronym = this.#tiedBehind(mention, claim, at);
    const isInText = place === 'running';
    if (acronym) {
      const end = this.#closing(acronym);
      if (end !== undefined) {
        const full = { start: mention.start, end: mention.end };
        const written = entity.acronyms[0]!;
        if (known.isTied && isInText)
          this.#reintroduced.push({
            span: { start: mention.start, end },
            full,
            acronym: written,
            entity,
          });
        else if (!known.isTied && isInText && (this.#uses.get(entity) ?? 0) < 2)
          this.#unused.push({ span: acronym, acronym: acronym.visible, entity });
      }
      known.isTied = true;
    } else if (isInText && known.full && !this.#given.introduced[at]) {
      this.#repeat(mention, claim, known);
    }
    known.full ??= mention;
    if (isInText && !claim.form.alias) known.inText ??= mention;
  }

  /** The acronym of the same entity that stands in parentheses right behind. */
  #tiedBehind(mention: Mention, { entity }: Claim, at: number): Mention | undefined {
    const next = this.#given.mentions[at + 1];
    const claim = next && settled(next);
    if (!next || claim?.entity !== entity || roleOf(claim) !== 'acronym') return undefined;
    return TIED.test(this.#given.report.text.slice(mention.end, next.start)) ? next : undefined;
  }

  /** Behind the parenthesis that closes behind an acronym; undefined if more stands in it. */
  #closing({ end }: Span): number | undefined {
    const closed = CLOSING.exec(this.#given.report.text.slice(end, end + 8));
    return closed ? end + closed[0].length : undefined;
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
    const isIntroduced = this.#given.introduced[at] || this.#introducedAt.has(mention.start);
    if (known.isTied && place === 'running') this.#explainedAgain(mention, claim, at);
    if (isIntroduced) known.isTied = true;
    const isKnown = known.isTied || known.isTold;
    if (place === 'running') known.isTold = true;
    // Behind another of its names, only the author can say where the acronym is to stand.
    const isOfAlias = known.full && settled(known.full)?.form.alias;
    if (isKnown || place === 'marked' || isOfAlias) return;
    const above = known.inText;
    known.full ??= mention;
    const isOnlyUse = (this.#uses.get(entity) ?? 0) < 2;
    const one = { mention, claim, full: entity.name, isAcronym: true, isOnlyUse };
    this.#unintroduced.push(above ? { ...one, above } : one);
  }

  /** *KTJ (Katibat al-Tawhid wal-Jihad)*, where the report has introduced it before. */
  #explainedAgain(mention: Mention, { entity, form }: Claim, at: number): void {
    const next = this.#given.mentions[at + 1];
    const claim = next && settled(next);
    if (!next || claim?.entity !== entity || claim.form.house !== entity.name) return;
    const end = this.#closing(next);
    if (end === undefined || !TIED.test(this.#given.report.text.slice(mention.end, next.start))) return;
    const span = { start: mention.start, end };
    this.#reintroduced.push({ span, full: spanOf(next), isBehind: true, acronym: form.house, entity });
  }

  #short(mention: Mention, claim: Claim, at: number, place: Place): void {
    const { entity, form } = claim;
    const { report, mentions } = this.#given;
    const known = this.#of(entity);
    if (known.full || place === 'marked') return;
    if (entity.type === 'person' && isModifier(report, mention)) return;
    known.full = mention;
    if (entity.type === 'person' && (atInitial(report, mention) || isPartOfName(report, mention))) return;
    // *Navqotiy (Akhliddin Navqotiy)*; beside an alias, the reader still lacks the name.
    const next = mentions[at + 1];
    const isBeside = this.#given.introduced[at] && next && settled(next)?.entity === entity;
    if (isBeside && roleOf(settled(next)!) === 'full' && !settled(next)!.form.alias) return;
    const full = form.alias?.name ?? entity.name;
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
  #examine(acronym: string, places: readonly Placed[]): void {
    const isSaid = (one: Placed) => one.acronym.isIntroduced && one.place !== 'beside';
    const first = places.find(isSaid);
    const inText = places.find(
      ({ place, acronym: { isInCapitals, isAlone, isIntroduced } }) =>
        place === 'running' && isInCapitals && (isAlone || isIntroduced),
    );
    if (!first) {
      if (inText && mayBeAcronym(acronym)) this.#unknown.push({ span: spanOf(inText), acronym });
      return;
    }
    const full = expansionOf(first);
    if (full) this.#own.set(acronym, { ...full, count: places.length });
    const more = full ? { full } : {};
    if (places.length === 1 && first.place === 'running')
      this.#unused.push({ span: spanOf(first), acronym, ...more });
    else if (inText && inText.start < first.start)
      this.#unknown.push({ span: spanOf(inText), acronym, isLate: true, ...more });
    let scope = 0;
    let scopeOfLast = -1;
    for (const one of places) {
      if (!isSaid(one)) continue;
      while ((this.#scopes[scope] ?? Infinity) <= one.start) scope++;
      const isAgain = scope === scopeOfLast && one.place === 'running';
      scopeOfLast = scope;
      const again = isAgain ? expansionOf(one) : undefined;
      const end = this.#closing(one);
      if (again && end !== undefined && again.end < one.start)
        this.#reintroduced.push({
          span: { start: again.start, end },
          full: { start: again.start, end: again.end },
          acronym,
        });
    }
  }
}

const TIED = /^(?:[’'ʼ]s?)?[*_”"’']*\s*[([]\s*(?:(?:here(?:in)?after|henceforth|or|the)\s+)*[“‘"'*_]*$/u;
const CLOSING = /^[”’"'*_]*[)\]]/u;

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** With offsets in the report. */
const expansionOf = ({ acronym: { full }, by }: Placed): ReportExpansion | undefined =>
  full && { start: full.start + by, end: full.end + by, text: full.text, isMatched: full.isMatched };

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
