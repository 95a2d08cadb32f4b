/** The result of a check for programs: one line of JSON, to which things are only ever added. */

import { findingJson, problemJson, VERSION } from '../../json';
import type { Told } from '../told';

export function asJson({ files, omitted, known, gone }: Told): string {
  const json = {
    version: VERSION,
    files: files
      .filter(({ isReport }) => isReport)
      .map(({ path, lines, findings }) => ({
        path,
        findings: findings.map((finding) => findingJson(lines, finding)),
      })),
    problems: files
      .filter(({ isReport }) => !isReport)
      .flatMap(({ path, lines, findings }) =>
        findings.map((finding) => problemJson(path, lines, { ...finding, rule: finding.code })),
      ),
    ...(omitted + known + gone > 0 && { notShown: { byLimit: omitted, byBaseline: known }, gone }),
  };
  return `${JSON.stringify(json)}\n`;
}
