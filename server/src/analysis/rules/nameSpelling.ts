/** `name/spelling`: a listed spelling, or another way of writing a form, where the house has one form. */

import type { Claim } from '../../glossary/lexicon';
import { isShownBeside } from '../introductions';
import { type Mention, settled } from '../mention';
import { asWrittenAt, atSentenceStart, fixesWriting } from '../rewrite';
import type { Evidence, Found, Rule } from '../rule';
import { isAliasOutOfPlace } from './nameAlias';

export const nameSpelling: Rule = {
  code: 'name/spelling',
  defaultSeverity: 'warning',
  description:
    'A spelling that is not the house form: listed in the glossary, or differing in capitals, hyphens or apostrophes.',
  help: `The house writes every name in one way. Reported is a spelling that the glossary lists under a house form, and any
other way of writing one: other capitals, hyphens, apostrophes or marks. Quotations, code, addresses and cited titles are other
people’s words, and left alone; so is a spelling that stands beside its house form on purpose.

Reported: *Abu Salah left.* Write: *Abu Saloh left.*

To accept a spelling where it stands, write \`<!-- nomenclator-disable-next-line name/spelling -->\` on the line above.`,
  *find(evidence) {
    for (const [at, mention] of evidence.mentions.entries()) yield* examine(evidence, mention, at);
  },
};

function examine(evidence: Evidence, mention: Mention, at: number): Found[] {
  const claim = settled(mention);
  if (!claim || !mention.mendable || !isMisspelt(evidence, mention, claim)) return [];
  const { entity, form } = claim;
  const nearBy = [evidence.mentions[at - 1], evidence.mentions[at + 1]];
  if (
    nearBy.some(
      (other) => other && isHouseFormOf(other, claim) && isShownBeside(evidence.report, mention, other),
    )
  ) {
    return [];
  }
  // An alias that must go anyway is brought to the house form at once, so that fixing twice is fixing once.
  const outOfPlace = isAliasOutOfPlace(evidence, mention, at);
  const house = outOfPlace ? entity.name : form.house;
  const fixes = fixesWriting(evidence.report, mention, house, true);
  if (outOfPlace && form.house !== house)
    fixes.push(...fixesWriting(evidence.report, mention, form.house, false));
  const why =
    outOfPlace && form.house !== house ? `it spells “${form.house}”, another name` : reason(mention, claim);
  return [
    {
      span: { start: mention.start, end: mention.end },
      message: `Write “${asWrittenAt(evidence.report, mention, house)}”, not “${mention.visible}”: ${why}.`,
      fixes,
      entity: entity.id,
      form: mention.visible,
      house,
    },
  ];
}

/** Why the house form is another one, in a few words. */
function reason(mention: Mention, { entity, form }: Claim): string {
  if (form.text === form.house) {
    const seen = plain(mention.visible);
    if (seen.toLowerCase() === form.house.toLowerCase()) return 'the capitals differ';
    const bare = (name: string) => name.replace(/[\s\p{Pd}]+/gu, ' ').toLowerCase();
    if (bare(seen) === bare(form.house)) return 'the hyphens differ';
    return 'the apostrophes or marks differ';
  }
  if (form.kind === 'acronym') return `the house’s acronym of ${entity.name}`;
  if (form.kind === 'short') return `the house’s short form of ${form.alias?.name ?? entity.name}`;
  return 'the glossary lists it as another spelling';
}

function isMisspelt({ report }: Evidence, mention: Mention, { form }: Claim): boolean {
  if (form.kind === 'script' || mention.visible === form.house) return false;
  const seen = plain(mention.visible);
  const house = plain(form.house);
  if (seen === house || seen === house.toUpperCase()) return false;
  if (atSentenceStart(report, mention) && seen.slice(1) === house.slice(1) && sameLetter(seen, house))
    return false;
  return mention.zone !== 'heading' || seen.toLowerCase() !== house.toLowerCase();
}

const sameLetter = (a: string, b: string): boolean => a.charAt(0).toLowerCase() === b.charAt(0).toLowerCase();

/** Without what is typography or encoding rather than spelling: kinds of space, hyphens that do not break, split marks. */
const plain = (name: string): string =>
  PLAIN.test(name)
    ? name
    : name
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .replace(/\u2011/g, '-')
        .replace(/[\u00ad\u200b-\u200d]/g, '');

const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** The house form of the very name of which `claim` is a spelling, written as the house writes it. */
function isHouseFormOf(other: Mention, claim: Claim): boolean {
  const theirs = settled(other);
  if (theirs?.entity.id !== claim.entity.id || theirs.form.alias !== claim.form.alias) return false;
  if (other.visible !== theirs.form.house || theirs.form.text !== theirs.form.house) return false;
  const isAcronym = claim.form.kind === 'acronym';
  return isAcronym ? theirs.form.kind === 'acronym' : theirs.form.kind !== 'acronym';
}
