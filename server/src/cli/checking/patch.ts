/** Prints a mended report: as a patch that Git and `patch` apply, or whole. */

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { relativeTo } from '../../desk/path';
import type { InputReport } from '../reports';
import type { Terminal } from '../terminal';

const BYTE_ORDER_MARK = '\uFEFF';

/** A text in place of a report’s, with the mark that it begins with. */
export const asIs = ({ encoding }: InputReport, text: string): string =>
  encoding === 'utf-8' ? BYTE_ORDER_MARK + text : text;

/**
 * The patch that makes `now` of a report, with its path from where the command was called; empty where nothing changes. A
 * patch has one encoding: of a report in UTF-16, it is told on standard error that none is made.
 */
export async function patchOf(terminal: Terminal, input: InputReport, now: string): Promise<string> {
  const { path, text, encoding } = input;
  if (now === text) return '';
  if (encoding !== undefined && encoding !== 'utf-8') {
    terminal.error(
      `${path} is written in UTF-16, of which no patch can be made. Save it as UTF-8, or use --fix alone.`,
    );
    return '';
  }
  const name = await placeOf(terminal, input);
  const patch = createTwoFilesPatch(
    `a/${name}`,
    `b/${name}`,
    asIs(input, text),
    asIs(input, now),
    undefined,
    undefined,
    { headerOptions: FILE_HEADERS_ONLY },
  );
  // Without a tab behind it, a name ends at its first space.
  return name.includes(' ') ? patch.replace(/^(--- .+)\n(\+\+\+ .+)\n/, '$1\t\n$2\t\n') : patch;
}

/** Where a report lies: a patch of a link would change where it leads. */
async function placeOf({ cwd, files }: Terminal, { path, absolutePath }: InputReport): Promise<string> {
  const place = (await files.realPath?.(absolutePath)) ?? absolutePath;
  if (place === absolutePath) return path;
  return relativeTo((await files.realPath?.(cwd)) ?? cwd, place);
}
