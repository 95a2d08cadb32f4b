/** Finds the desk that a file belongs to: the nearest folder above it with a `nomenclator.yaml`, else with a glossary. */

import { CONFIG_NAME, DEFAULT_CONFIG } from './config';
import type { FileSystem } from './files';
import { findFiles } from './findFiles';
import { join, nameOf, parentOf } from './path';

/** Where a desk without a configuration keeps its glossary. */
const GLOSSARY_FOLDER = 'glossary';

/**
 * The desk's folder, looked for from `folder` upwards; undefined if there is none. A configuration decides, however far up
 * it is; without any, the nearest `glossary/` with a file of a glossary in it.
 */
export async function findDesk(files: FileSystem, folder: string): Promise<string | undefined> {
  let withGlossary: string | undefined;
  for (let at = folder; ; ) {
    const entries = await files.list(at);
    if (entries.some(({ name, isFolder }) => name === CONFIG_NAME && !isFolder)) return at;
    const hasFolder = entries.some(({ name, isFolder }) => name === GLOSSARY_FOLDER && isFolder);
    if (withGlossary === undefined && hasFolder && (await holdsGlossary(files, at))) withGlossary = at;
    const above = parentOf(at);
    if (above === at) return withGlossary;
    at = above;
  }
}

/** A folder of that name may be anything: only what would be read makes a desk. */
const holdsGlossary = async (files: FileSystem, root: string): Promise<boolean> =>
  (await findFiles(files, root, DEFAULT_CONFIG.glossary)).length > 0;

/** Whether a file that comes or goes may change which desk others belong to. */
export const mayMoveDesk = (path: string): boolean =>
  nameOf(path) === CONFIG_NAME || path.includes(`/${GLOSSARY_FOLDER}/`);

export const configPathOf = (root: string): string => join(root, CONFIG_NAME);
