/** The result of a check as the XML in which build servers read the results of tests: a suite a file, a case a finding. */

import type { CheckedFile } from '../checkedFile';
import { reaches } from '../options';
import type { Told } from '../told';

/** What fails the run is a failure; what does not is a case that passes and says what was found. */
export function asJunit({ files, failsFrom }: Told): string {
  let tests = 0;
  let failures = 0;
  const suites = files.map((file) => {
    const cases = casesOf(file, failsFrom);
    const failed = file.findings.filter(({ severity }) => reaches(severity, failsFrom)).length;
    tests += cases.length;
    failures += failed;
    return [
      `  <testsuite name="${attribute(file.path)}" tests="${cases.length}" failures="${failed}" errors="0" skipped="0">`,
      ...cases,
      '  </testsuite>',
    ].join('\n');
  });
  const opening = `<testsuites name="nomenclator" tests="${tests}" failures="${failures}" errors="0">`;
  return `${['<?xml version="1.0" encoding="UTF-8"?>', opening, ...suites, '</testsuites>'].join('\n')}\n`;
}

function casesOf({ path, lines, findings }: CheckedFile, failsFrom: Told['failsFrom']): readonly string[] {
  const named = `classname="${attribute(path)}"`;
  // A file in which nothing was found is a test that has passed.
  if (findings.length === 0) return [`    <testcase name="nothing to mend" ${named} />`];
  return findings.map(({ span, severity, code, message }) => {
    const { line, character } = lines.positionAt(span.start);
    const place = `${line + 1}:${character + 1}`;
    const said = `${path}:${place} ${severity} ${message} [${code}]`;
    const inside = reaches(severity, failsFrom)
      ? `<failure type="${attribute(severity)}" message="${attribute(message)}">${content(said)}</failure>`
      : `<system-out>${content(said)}</system-out>`;
    const about = `name="${attribute(`${code} ${place}`)}" ${named} file="${attribute(path)}" line="${line + 1}"`;
    return `    <testcase ${about}>${inside}</testcase>`;
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Without the signs that XML has no place for at all, not even written as a number. */
const content = (text: string): string =>
  text
    .replace(/\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

const attribute = (text: string): string =>
  content(text).replace(/[\t\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
