/** Short forms of the sources of a note, to be written in the place of an *Ibid.* that stands for none of them. */

import type { Report } from '../../markdown/report';
import type { Formatter } from '../../sources/formatting/format';
import type { Source } from '../../sources/source';
import type { Edit } from '../../text/edit';
import { type Span, sliceOf } from '../../text/span';
import type { WorksOfReference } from '../works';
import { citedSources } from './citedSources';
import type { OrderedNote } from './noteOrder';
import { takenApart } from './takenNotes';

const MOST_FORMS = 4;

/** Markdown without a final period, for each source of the note; none where they can't be told. */
export function shortForms(
  { text }: Report,
  { library, formatter }: WorksOfReference,
  { definition, generated }: OrderedNote,
): string[] {
  const forms = generated
    ? (citedSources(generated.cluster, library) ?? []).map(({ source }) => formOf(source, formatter))
    : takenApart(sliceOf(text, definition.text)).flatMap((part) => {
        if (part.kind === 'remark' || part.kind === 'ibid' || !part.item.title) return [];
        const author =
          part.item.author?.map(({ family, literal }) => family ?? literal).filter(Boolean) ?? [];
        const title = part.mark === 'quoted' ? `“${part.item.title}”` : `*${part.item.title}*`;
        return [[author.slice(0, 3).join(' and '), title].filter(Boolean).join(', ')];
      });
  return [...new Set(forms.filter(Boolean))].slice(0, MOST_FORMS);
}

/** As a later note of a document cites it. */
function formOf(source: Source, formatter: Formatter): string {
  const known = forms.get(formatter) ?? new WeakMap<Source, string>();
  forms.set(formatter, known);
  let form = known.get(source);
  if (form === undefined) {
    // The note in between ends what “Ibid.” could refer to.
    const cited = [{ source }];
    const [, later] = formatter.format([
      { cited, note: 1 },
      { cited, note: 3 },
    ]);
    form = (later?.text ?? '').replace(/\.$/, '');
    known.set(source, form);
  }
  return form;
}

const forms = new WeakMap<Formatter, WeakMap<Source, string>>();

/** Writes a form in the place of a word, its emphasis and its period; “Ibid., 20” goes on behind it as before. */
export function inPlaceOf({ text }: Report, { start, end }: Span, form: string): Edit {
  const mark = text[start - 1];
  const isMarked = (mark === '*' || mark === '_') && text[end] === mark;
  const span = isMarked ? { start: start - 1, end: end + 1 } : { start, end };
  const goesOn = /^[ \t]*(?:[,;)\]]|\S)/.test(text.slice(span.end, span.end + 20));
  const hadPeriod = text[end - 1] === '.';
  return { span, newText: hadPeriod && !goesOn ? `${form}.` : form };
}
