/** The result of a check as SARIF 2.1.0, the format in which code scanning and build servers exchange findings. */

import type { Fix } from '../../../analysis/finding';
import { type RuleText, ruleTexts } from '../../../analysis/ruleTexts';
import { relativeTo } from '../../../desk/path';
import type { LineIndex } from '../../../text/lineIndex';
import type { Severity } from '../../../text/problem';
import type { Span } from '../../../text/span';
import { PROGRAM } from '../../program';
import type { CheckedFile, CheckedFinding } from '../checkedFile';
import type { Told } from '../told';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** What paths are relative to. */
const ROOT = '%SRCROOT%';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export function asSarif({ files, root }: Told): string {
  const rules = ruleTexts(new Set(files.flatMap(({ findings }) => findings.map(({ code }) => code))));
  const indices = new Map(rules.map(({ code }, k) => [code, k]));
  const results = files.flatMap((file) => {
    const location = artifactLocation(root, file);
    const fingerprintOf = fingerprints();
    return file.findings.map((finding) => ({
      ruleId: finding.code,
      ruleIndex: indices.get(finding.code)!,
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [
        { physicalLocation: { artifactLocation: location, region: regionOf(file.lines, finding.span) } },
      ],
      partialFingerprints: { 'nomenclatorFinding/v1': fingerprintOf(finding) },
      ...fixesOf(file, location, finding),
      ...propertiesOf(finding),
    }));
  });
  const run = {
    tool: {
      driver: {
        name: PROGRAM.name,
        version: PROGRAM.version,
        semanticVersion: PROGRAM.version,
        rules: rules.map(descriptor),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: 'The folder of the repository.' } } },
    results,
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] })}\n`;
}

function descriptor({ code, summary, help, severity, tags }: RuleText) {
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: help, markdown: help },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
    properties: { tags },
  };
}

type Location = ReturnType<typeof artifactLocation>;

/** Relative to the repository where the file lies in it, else the whole address. */
function artifactLocation(root: string, { absolutePath }: CheckedFile) {
  const relative = relativeTo(root, absolutePath);
  if (relative !== absolutePath && !relative.startsWith('../'))
    return { uri: encoded(relative), uriBaseId: ROOT };
  return { uri: `file://${absolutePath.startsWith('/') ? '' : '/'}${encoded(absolutePath)}` };
}

const encoded = (path: string): string => path.split('/').map(part).join('/');

/** The colon of a drive (`C:`) stays one. */
const part = (name: string): string =>
  /^[A-Za-z]:$/.test(name) ? name : encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'));

/** Counted from 1; the end lies behind the last sign. */
function regionOf(lines: LineIndex, { start, end }: Span) {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    charOffset: start,
    charLength: end - start,
  };
}

/** Gives a file’s findings what stays theirs when lines move: rule, words, and which of its kind a finding is. */
function fingerprints(): (finding: CheckedFinding) => string {
  const counts = new Map<string, number>();
  return ({ code, written }) => {
    const kind = `${code}:${written}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}:${count}`;
  };
}

/** What changes the glossary is for an editor, and no change of this file. */
function fixesOf({ lines }: CheckedFile, location: Location, { fixes }: CheckedFinding) {
  const made = fixes.filter(({ edits, glossary }) => edits.length > 0 && glossary === undefined);
  return made.length === 0 ? {} : { fixes: made.map((fix) => fixOf(lines, location, fix)) };
}

const fixOf = (lines: LineIndex, artifact: Location, { title, edits }: Fix) => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: artifact,
      replacements: edits.map(({ span, newText }) => ({
        deletedRegion: regionOf(lines, span),
        insertedContent: { text: newText },
      })),
    },
  ],
});

function propertiesOf({ entity, form, house, score, reason }: CheckedFinding) {
  const known = Object.entries({ entity, form, house, score, reason }).filter(
    ([, value]) => value !== undefined,
  );
  return known.length === 0 ? {} : { properties: Object.fromEntries(known) };
}
