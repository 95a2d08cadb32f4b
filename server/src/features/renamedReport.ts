/** Gives an entity another name in the whole of a report: in its text, and in the titles that its front matter gives it. */

import { type Analysis, listedSteps } from '../analysis/analyze';
import type { WorksOfReference } from '../analysis/works';
import type { Entity } from '../glossary/entity';
import type { FormRenaming } from '../glossary/renameForm';
import type { Report } from '../markdown/report';
import { applyEdits } from '../text/edit';
import type { Steps } from '../text/steps';
import { readYamlLayout, writeYamlText } from '../text/yaml';
import { pairOf, type ScalarLayout } from '../text/yamlLayout';
import { type RenamingEdit, renameInReport, reportsToRename } from './renameEntity';

/** What a report says of itself in words that are printed; other keys may be addresses, or what a program looks for. */
const TITLES = ['title', 'subtitle', 'description', 'abstract'];

export interface WhollyRenamed {
  readonly edits: readonly RenamingEdit[];
  /** How many mentions follow, and how many stay. */
  readonly mentions: number;
  readonly left: number;
}

/** As `renameInReport`; a title follows as each line of the report does, in the quotes in which it is written. */
export function* renameInWhole(
  analysis: Analysis,
  works: WorksOfReference,
  renamed: Entity,
  renaming: FormRenaming,
): Steps<WhollyRenamed> {
  const { report } = analysis;
  const body = renameInReport(analysis, renamed, renaming);
  const edits: RenamingEdit[] = [];
  let { mentions } = body;
  let left = body.left.length;
  const isOfInterest = reportsToRename(renaming);
  for (const { text, span, style } of titlesOf(report)) {
    if (!isOfInterest(text)) continue;
    const title = renameInReport(yield* listedSteps(text, works), renamed, renaming);
    left += title.left.length;
    const [first] = title.edits;
    if (!first) continue;
    if (style === 'block' || /[\r\n]/.test(report.text.slice(span.start, span.end))) {
      // Its lines could not be kept.
      left += title.mentions;
      continue;
    }
    mentions += title.mentions;
    const written = { isFlow: false, quotes: style, always: style !== 'plain' } as const;
    edits.push({ span, newText: writeYamlText(applyEdits(text, title.edits), written), group: first.group });
  }
  return { edits: [...edits, ...body.edits], mentions, left };
}

/** The titles in the front matter, with their places in the report; none where that is no sound YAML. */
function titlesOf({ text, layout }: Report): readonly ScalarLayout[] {
  const frontMatter = text.slice(0, layout.parsed.frontMatterEnd);
  if (!TITLES.some((key) => frontMatter.includes(key))) return [];
  // The fences are no YAML of a mapping; their lines keep their lengths, so that places stay right.
  const root = readYamlLayout(frontMatter.replace(/^---/, '   ').replace(/(?:---|\.\.\.)[ \t]*$/, ''));
  if (root?.is !== 'map') return [];
  return TITLES.flatMap((key) => {
    const value = pairOf(root, key)?.value;
    return value?.is === 'scalar' && value.text !== '' ? [value] : [];
  });
}
