/** The places at which a name stands, report by report: each opens in an editor, and is told in a file. */

import type {
  Excerpt,
  PlacesInReport,
  SurveyedReport,
} from '../../server/src/features/consistency/consistencyReport';
import type { PagePlace } from '../src/consistencyMessages';
import { button, type Child, element, path } from './elements';
import type { Host } from './host';
import type { First, Written } from './rows';
import { counted, numbered } from './wording';

/** So many reports are listed at first, and so many lines of each. */
const FIRST_REPORTS = 12;
const FIRST_LINES = 40;

/** A place as `Place` has it, with the number of its report. */
interface Standing {
  readonly report: number;
  readonly line: number;
  readonly character: number;
  readonly isOff: boolean;
}

/** Which of the places are meant. */
export type Wanted = 'all' | 'off';

export class Places {
  constructor(
    private readonly reports: readonly SurveyedReport[],
    private readonly host: Host,
  ) {}

  pathOf(report: number): string {
    return this.reports[report]?.path ?? '';
  }

  /** Of one name, as VS Code can open them. */
  of({ name, in: reports }: Written, wanted: Wanted = 'all'): PagePlace[] {
    return reports.flatMap((one) =>
      standing(one, wanted).map(({ report, line, character }) => ({
        path: this.pathOf(report),
        line,
        character,
        text: name.text,
      })),
    );
  }

  /** The reports in which a name stands, each with its lines. */
  list(name: Written, wanted: Wanted): HTMLElement {
    const meant = name.in.filter(({ off }) => wanted === 'all' || off > 0);
    const items = element('ul', { class: 'reports' });
    const draw = (from: number, until: number) => {
      for (const one of meant.slice(from, until)) items.append(this.#inReport(name, one, wanted));
    };
    draw(0, FIRST_REPORTS);
    const unlisted = name.reportCount - name.in.length;
    const rest = meant.length - FIRST_REPORTS;
    if (rest > 0) {
      const more = button(
        { class: 'quiet' },
        () => {
          item.remove();
          draw(FIRST_REPORTS, meant.length);
          if (unlisted > 0) items.append(unknown(unlisted));
        },
        `Show ${counted(rest, 'further report')}`,
      );
      const item = element('li', {}, more);
      items.append(item);
    } else if (unlisted > 0) items.append(unknown(unlisted));
    return items;
  }

  #inReport({ name }: Written, one: PlacesInReport, wanted: Wanted): HTMLElement {
    const reportPath = this.pathOf(one.report);
    const all = standing(one, wanted);
    const total = wanted === 'all' ? one.count : one.off;
    const shown = all.slice(0, FIRST_LINES);
    const lines = shown.flatMap((place, i): Child[] => [
      i === 0 ? undefined : ', ',
      this.#line(place, reportPath, name.text, shown),
    ]);
    const left = total - shown.length;
    return element(
      'li',
      {},
      path(reportPath),
      element('span', { class: 'times' }, `×${numbered(total)}`),
      element(
        'span',
        { class: 'lines' },
        total === 1 ? 'line ' : 'lines ',
        ...lines,
        left > 0 ? ` and ${numbered(left)} more` : undefined,
      ),
    );
  }

  #line(place: Standing, reportPath: string, text: string, all: readonly Standing[]): Node {
    const { line, character, isOff } = place;
    const isAlone = all.filter((one) => one.line === line).length === 1;
    const label = isAlone ? numbered(line + 1) : `${numbered(line + 1)}:${character + 1}`;
    const off = isOff ? 'off' : undefined;
    const { editor } = this.host;
    if (!editor) return element('span', { class: off }, label);
    return button(
      { class: `place ${off ?? ''}`, 'aria-label': `Line ${label} of ${reportPath}` },
      () => editor.open(text, [{ path: reportPath, line, character, text }]),
      label,
    );
  }

  /** Where a name first stands: a way there in an editor. */
  first({ report, line, character }: First, text: string): HTMLElement {
    const reportPath = this.pathOf(report);
    const shown = path(`${reportPath}:${line + 1}`);
    const { editor } = this.host;
    if (!editor) return shown;
    return button(
      { class: 'place' },
      () => editor.open(text, [{ path: reportPath, line, character, text }]),
      shown,
    );
  }

  /** The line around the first place of a name. */
  excerpt([before, name, behind]: Excerpt): HTMLElement {
    return element('p', { class: 'excerpt' }, before, element('mark', {}, name), behind);
  }
}

const standing = ({ report, places }: PlacesInReport, wanted: Wanted): Standing[] =>
  places
    .map(([line, character, isOff]) => ({ report, line, character, isOff: isOff === 1 }))
    .filter(({ isOff }) => wanted === 'all' || isOff);

const unknown = (count: number): HTMLElement =>
  element('li', {}, `and in ${counted(count, 'further report')}`);
