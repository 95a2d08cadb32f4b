/** The page as a whole: its head, the tabs, what the reader can choose, and the table of the chosen tab. */

import { ENTITY_TYPES, type EntityType, SECTION_OF } from '../../server/src/glossary/entity';
import type { ToPage } from '../src/consistencyMessages';
import { type Choices, FIRST_CHOICES, TABS, type Tab } from './choices';
import { reportsView, unmentionedView } from './deskViews';
import { button, element, select, setAttributes } from './elements';
import type { Host } from './host';
import { namesView } from './namesView';
import { Places } from './places';
import type { View } from './view';
import type { ViewContext } from './viewContext';
import { counted, numbered } from './wording';
import { ambiguousView, candidatesView } from './writtenViews';

const MAKERS: Readonly<Record<Tab, (context: ViewContext) => View>> = {
  names: namesView,
  ambiguous: ambiguousView,
  candidates: candidatesView,
  unmentioned: unmentionedView,
  reports: reportsView,
};

export class Page {
  readonly #root: HTMLElement;
  readonly #host: Host;
  #choices: Choices;
  /** Made when its tab is first chosen. */
  readonly #views = new Map<Tab, View>();

  constructor(root: HTMLElement, host: Host) {
    this.#root = root;
    this.#host = host;
    this.#choices = { ...FIRST_CHOICES, ...host.kept() };
    window.addEventListener('beforeprint', () => this.#views.get(this.#choices.tab)?.drawAll());
    window.addEventListener('keydown', (event) => this.#press(event));
  }

  /** Puts these contents on the page; what the reader chose stays chosen where it still can be. */
  show(contents: ToPage): void {
    this.#views.clear();
    const { reports } = contents.report;
    const places = new Places(reports, this.#host);
    if (!reports.some(({ path }) => path === this.#choices.report)) this.#choose({ report: '' });
    const context: ViewContext = {
      contents,
      host: this.#host,
      places,
      numberOf: (path) => {
        const number = reports.findIndex((one) => one.path === path);
        return number < 0 ? undefined : number;
      },
      sorting: (tab) => this.#choices.sorting[tab],
      onSorted: (tab, sorting) => this.#choose({ sorting: { ...this.#choices.sorting, [tab]: sorting } }),
      showReport: (path) => {
        this.#choose({ tab: 'names', report: path, query: '' });
        this.#draw(context);
        document.getElementById('tab-names')?.focus();
      },
    };
    const focused = document.activeElement?.id;
    this.#draw(context);
    // Whoever asked for newer contents goes on where they were.
    if (focused) document.getElementById(focused)?.focus();
  }

  #choose(choices: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...choices };
    this.#host.keep(this.#choices);
  }

  #view(tab: Tab, context: ViewContext): View {
    const made = this.#views.get(tab) ?? MAKERS[tab](context);
    this.#views.set(tab, made);
    return made;
  }

  #draw(context: ViewContext): void {
    const panel = element('div', { id: 'panel', role: 'tabpanel' });
    const tabs = new Map<Tab, HTMLButtonElement>();
    const drawPanel = () => {
      const { tab } = this.#choices;
      for (const [one, node] of tabs)
        setAttributes(node, {
          'aria-selected': one === tab ? 'true' : 'false',
          tabindex: one === tab ? 0 : -1,
        });
      setAttributes(panel, { 'aria-labelledby': `tab-${tab}` });
      panel.replaceChildren(...this.#panelOf(this.#view(tab, context), context));
    };
    for (const tab of TABS) {
      const { title, count } = this.#view(tab, context);
      if (tab === 'ambiguous' && count === 0) continue;
      tabs.set(
        tab,
        button(
          { role: 'tab', id: `tab-${tab}`, 'aria-controls': 'panel' },
          () => {
            this.#choose({ tab });
            drawPanel();
          },
          title,
          ' ',
          element('span', { class: 'tally' }, numbered(count)),
        ),
      );
    }
    if (!tabs.has(this.#choices.tab)) this.#choose({ tab: 'names' });
    const list = element('div', { role: 'tablist', 'aria-label': 'What is shown' }, ...tabs.values());
    list.addEventListener('keydown', (event) => moveAmong([...tabs.values()], event));
    drawPanel();
    this.#root.replaceChildren(this.#head(context.contents), element('main', {}, list, panel));
  }

  #head({ report, desk, made }: ToPage): HTMLElement {
    const { reports, entities } = report;
    const mentions = reports.reduce((sum, one) => sum + one.mentions, 0);
    const off = reports.reduce((sum, one) => sum + one.off, 0);
    const { editor } = this.#host;
    document.title = desk === '' ? 'Name consistency' : `Name consistency · ${desk}`;
    return element(
      'header',
      {},
      element(
        'div',
        { class: 'title' },
        element('h1', {}, 'Name consistency'),
        editor &&
          element(
            'div',
            { class: 'doings' },
            button({ class: 'quiet', id: 'refresh' }, () => editor.refresh(), 'Refresh'),
            button({ class: 'quiet' }, () => editor.save(), 'Save as a File…'),
          ),
      ),
      element(
        'p',
        { class: 'summary' },
        `${[desk, made].filter((one) => one !== '').join(', ')}${desk || made ? ': ' : ''}`,
        `${counted(mentions, 'mention')} of ${counted(entities.length, 'name')} in ${counted(reports.length, 'report')}, `,
        element('strong', { class: off > 0 ? 'off' : undefined }, numbered(off)),
        off === 1 ? ' place is not in the house form.' : ' places are not in the house form.',
      ),
    );
  }

  #panelOf(view: View, context: ViewContext): Node[] {
    const chosen = (choices: Partial<Choices>) => {
      this.#choose(choices);
      view.show(this.#choices);
    };
    const search = element('input', {
      type: 'search',
      id: 'query',
      autocomplete: 'off',
      spellcheck: 'false',
      value: this.#choices.query,
      'aria-keyshortcuts': '/',
    });
    search.addEventListener('input', () => chosen({ query: search.value }));
    const controls = element(
      'div',
      { class: 'controls', role: 'search' },
      element('div', { class: 'control find' }, element('label', { for: 'query' }, 'Find'), search),
      view.heeds.type
        ? select({ label: 'Type', id: 'type', value: this.#choices.type }, typeChoices(), (type) =>
            chosen({ type: type as EntityType | '' }),
          )
        : undefined,
      view.heeds.report && context.contents.report.reports.length > 1
        ? select(
            { label: 'Report', id: 'chosen-report', value: this.#choices.report },
            reportChoices(context),
            (report) => chosen({ report }),
          )
        : undefined,
      view.heeds.off ? this.#onlyOff(chosen) : undefined,
    );
    view.show(this.#choices);
    return [controls, view.node];
  }

  #onlyOff(chosen: (choices: Partial<Choices>) => void): HTMLElement {
    const box = element('input', { type: 'checkbox', checked: this.#choices.onlyOff });
    box.addEventListener('change', () => chosen({ onlyOff: box.checked }));
    return element(
      'label',
      { class: 'check' },
      box,
      element('span', {}, 'Only what is not in the house form'),
    );
  }

  /** A slash goes to the search, as in many a list; there, Escape empties it. */
  #press(event: KeyboardEvent): void {
    const search = document.getElementById('query');
    if (!(search instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === '/' && !isTyping) {
      event.preventDefault();
      search.focus();
      search.select();
    }
    if (event.key === 'Escape' && event.target === search && search.value !== '') {
      search.value = '';
      search.dispatchEvent(new Event('input'));
    }
  }
}

const typeChoices = () =>
  [['', 'All'], ...ENTITY_TYPES.map((type) => [type, capital(SECTION_OF[type])] as const)] as [
    string,
    string,
  ][];

const reportChoices = ({ contents }: ViewContext) =>
  [['', 'All'], ...contents.report.reports.map(({ path }) => [path, path] as const)] as [string, string][];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Among tabs the arrows go around, and what they reach is chosen. */
function moveAmong(tabs: readonly HTMLButtonElement[], event: KeyboardEvent): void {
  const at = event.target instanceof HTMLButtonElement ? tabs.indexOf(event.target) : -1;
  const to: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % tabs.length,
    ArrowLeft: (at + tabs.length - 1) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  };
  const next = tabs[to[event.key] ?? -1];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
  next.click();
}
