/** Mends a report before it is checked, or shows what that would change, where one of them was asked for. */

import { createTwoFilesPatch } from 'diff';
import { analyzeListed } from '../../analysis/analyze';
import { fixAll } from '../../analysis/fixAll';
import type { InputReport } from '../reports';
import { CannotRun, type Terminal } from '../terminal';
import { type CheckOptions, isNamed } from './options';

/** The text to be checked: mended, and written, where `--fix` asks for it. Throws `CannotRun` where it cannot be written. */
export async function mend(
  terminal: Terminal,
  input: InputReport,
  { fix, dryRun, stdin, rules }: CheckOptions,
): Promise<string> {
  if (!fix && !dryRun) return input.text;
  const analysis = analyzeListed(input.text, input.desk.works);
  const mended = fixAll(analysis, (code) => rules.length === 0 || isNamed(code, rules));
  if (dryRun) {
    if (mended !== input.text) terminal.out(createTwoFilesPatch(input.path, input.path, input.text, mended));
    return input.text;
  }
  if (stdin) terminal.out(mended);
  else if (mended !== input.text) {
    try {
      await terminal.write(input.absolutePath, mended);
    } catch (error) {
      throw new CannotRun(
        `${input.path} could not be written (${error instanceof Error ? error.message : error}).`,
      );
    }
  }
  return mended;
}
