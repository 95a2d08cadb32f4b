/** Adds a source to a source file, and changes nothing else in it. */

import { applyEdits, type Edit } from '../../text/edit';
import { readSourceFile } from '../reading/read';
import type { CslItem, SourceFile } from '../source';
import { addToBibtex } from './newSourceBibtex';
import { addToJson } from './newSourceJson';
import { addToYaml } from './newSourceYaml';

/** Edits of the text that was given; or why there are none, and what to do. */
export type SourceEdit = { readonly edits: readonly Edit[] } | { readonly refusal: string };

/** Reading longer files before and after takes seconds; JSON is read faster than the others. */
const LARGEST = 4_000_000;
const LARGEST_JSON = 20_000_000;

const LONG = 'This file of sources is too long to be edited here. Add the source by hand.';
const BROKEN =
  'This file of sources is not sound at the moment. Mend what is underlined there, then try again.';
const SHAPELESS =
  'This file of sources is written in a way that cannot be edited without touching something else. Add the source by hand.';
const TAKEN = 'This file has a source with that key already. Choose another key.';
const NO_FORMAT = 'Sources can be added to CSL-YAML, CSL-JSON and BibTeX files only. Choose another file.';

/** Whether sources can be added to files of this name. */
export const takesSources = (path: string): boolean => /\.(?:ya?ml|json|bib)$/i.test(path);

/**
 * The edits that put the source behind the last one, in the way in which the others are written.
 *
 * @param path tells the format by its ending.
 */
export function addSource(path: string, text: string, item: CslItem): SourceEdit {
  if (!takesSources(path)) return { refusal: NO_FORMAT };
  if (text.length > (/\.json$/i.test(path) ? LARGEST_JSON : LARGEST)) return { refusal: LONG };
  const before = readSourceFile(path, text);
  // A file of nothing, or of comments only, is no list yet.
  const isEmpty = (/\.ya?ml$/i.test(path) ? /^(?:[\ufeff\s]|#[^\r\n]*)*$/ : /^[\ufeff\s]*$/).test(text);
  if (
    !isEmpty &&
    before.problems.some(({ rule }) => rule === 'source/syntax' || rule === 'source/not-a-list')
  )
    return { refusal: BROKEN };
  if (before.sources.some(({ key }) => key === item.id)) return { refusal: TAKEN };
  const edits = editsFor(path, text, item);
  if (!edits) return { refusal: SHAPELESS };
  return isRight(before, readSourceFile(path, applyEdits(text, edits)), item)
    ? { edits }
    : { refusal: SHAPELESS };
}

function editsFor(path: string, text: string, item: CslItem): Edit[] | undefined {
  if (/\.bib$/i.test(path)) return [addToBibtex(text, item)];
  if (!/\.json$/i.test(path)) return addToYaml(text, item);
  return addToJson(text, item);
}

/** Whether the file reads as before, but for the one source behind all others. */
function isRight(before: SourceFile, after: SourceFile, item: CslItem): boolean {
  const added = after.sources.at(-1);
  if (added?.key !== item.id || after.sources.length !== before.sources.length + 1) return false;
  if (after.problems.some(({ rule }) => rule === 'source/syntax')) return false;
  const isKept = before.sources.every(
    ({ item: old }, k) => JSON.stringify(old) === JSON.stringify(after.sources[k]!.item),
  );
  return isKept && plain(added.item.title) === plain(item.title) && plain(added.item.URL) === plain(item.URL);
}

/** Without the tags that a format adds to protect capitals. */
const plain = (text: string | undefined): string =>
  (text ?? '')
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
