/** The citation style of a desk: one that comes with Nomenclator, by its name, or a `.csl` file of the desk's own. */

import { type CslStyle, readStyle } from '../sources/formatting/cslStyle';
import {
  DEFAULT_LANGUAGE,
  DEFAULT_STYLE,
  languageNames,
  localeFor,
  styleNamed,
  styleNames,
  styleOrDefault,
  stylesCalled,
} from '../sources/formatting/styles';
import { nearest } from '../text/nearest';
import type { FileSystem } from './files';
import { join, parentOf } from './path';

export interface DeskStyle {
  /** What the desk cites with: the style that is asked for, else the last good one, else the default. */
  readonly style: CslStyle;
  /** The files that it was read from, or would be. */
  readonly paths: readonly string[];
  /** Why it is not the one that is asked for, and what to do. */
  readonly problem?: string;
  /** What was asked for, and what the files held: for the same, the style is the same. */
  readonly made: string;
}

/** The default style, for a desk that names none. */
const DEFAULT_DESK_STYLE: DeskStyle = {
  style: styleOrDefault(DEFAULT_STYLE),
  paths: [],
  made: DEFAULT_STYLE,
};

const MOST_NAMES = 3;

/** Whether a desk means a file and not a name. */
const isPath = (csl: string): boolean => /\.csl$/i.test(csl) || csl.includes('/');

/** Where the file of its own lies that a desk names as its style; nothing for a name. */
export const stylePathOf = (root: string, csl: string): string | undefined =>
  isPath(csl) ? join(root, csl.replaceAll('\\', '/')) : undefined;

/**
 * Finds the style that a desk asks for. Never rejects.
 * @param before what it was last, which stays where the file is not good any more.
 */
export async function findStyle(
  files: FileSystem,
  root: string,
  csl: string,
  before: DeskStyle | undefined,
): Promise<DeskStyle> {
  const path = stylePathOf(root, csl);
  if (path === undefined) return namedStyle(csl);
  const read = await files.read(path);
  if ('failure' in read) return unusable(path, read.failure, [path], before);
  const made = `${path}\n${read.text}`;
  const known = readStyle(read.text);
  if ('style' in known) return usable(known.style, [path], made, before);
  if ('problem' in known)
    return unusable(
      path,
      `“${csl}” is no citation style that can be used: ${known.problem}. Write another style here, or mend the file.`,
      [path],
      before,
    );
  return dependentStyle(files, path, csl, known.parent, before);
}

/** A style that depends on another is that one, if that comes with Nomenclator or lies beside it. */
async function dependentStyle(
  files: FileSystem,
  path: string,
  csl: string,
  parent: string,
  before: DeskStyle | undefined,
): Promise<DeskStyle> {
  const bundled = styleNamed(parent);
  if (bundled) return { style: bundled, paths: [path], made: parent };
  const beside = join(parentOf(path), `${parent}.csl`);
  const read = await files.read(beside);
  const known = 'text' in read ? readStyle(read.text) : undefined;
  if (known && 'style' in known && 'text' in read) {
    const made = `${beside}\n${read.text}`;
    return usable(known.style, [path, beside], made, before);
  }
  const advice = `Put “${parent}.csl” beside it, or write another style here.`;
  const message = `“${csl}” only says that it depends on the style “${parent}”, which does not come with Nomenclator. ${advice}`;
  return unusable(path, message, [path, beside], before);
}

/** What was read of the same text before is the same style, also where it was broken in between. */
const usable = (
  style: CslStyle,
  paths: readonly string[],
  made: string,
  before: DeskStyle | undefined,
): DeskStyle => ({ style: before?.made === made ? before.style : style, paths, made });

function unusable(
  path: string,
  problem: string,
  paths: readonly string[],
  before: DeskStyle | undefined,
): DeskStyle {
  const good = before?.paths[0] === path ? before : DEFAULT_DESK_STYLE;
  return { ...good, paths, problem };
}

/** The style of that name, else the default. */
export function namedStyle(name: string): DeskStyle {
  const style = styleNamed(name);
  if (style) return { style, paths: [], made: name };
  const called = stylesCalled(name);
  const near = called.length > 0 ? called.slice(0, MOST_NAMES) : nearest(name, styleNames(), MOST_NAMES);
  const advice =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : `Write one of ${styleNames().join(', ')}, or the path of a .csl file.`;
  return { ...DEFAULT_DESK_STYLE, problem: `There is no citation style “${name}”. ${advice}` };
}

/** What is wrong with the language that a desk names for its notes, and what to do. */
export function languageProblem(language: string | undefined): string | undefined {
  if (language === undefined || localeFor(language) !== undefined) return undefined;
  const near = nearest(language, languageNames(), MOST_NAMES);
  const choices = near.length > 0 ? near : [DEFAULT_LANGUAGE, 'en-GB', 'fr-FR', 'ru-RU'];
  return `There are no terms and dates for the language “${language}”. Write a code such as ${choices.join(' or ')}.`;
}
