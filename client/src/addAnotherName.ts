/** Asks whose other name a name is, and has the glossary learn it: as a spelling, as an alias, or as somebody else’s. */

import { type CancellationToken, Disposable, type QuickPick, type QuickPickItem, window } from 'vscode';
import { type LanguageClient, RequestType } from 'vscode-languageclient/node';
import {
  BEARERS,
  type Bearer,
  type Bearers,
  type BearersParams,
  type GlossaryChangeParams,
  type PlaceParams,
} from '../../server/src/lsp/requests';
import { isPlace } from './commandArguments';
import { SearchWhileTyping } from './searchWhileTyping';
import { editGlossary, ICONS, placeOfSelection } from './teachGlossary';

const askForBearers = new RequestType<BearersParams, Bearers | null, void>(BEARERS);

type Way = GlossaryChangeParams['list'] & ('spellings' | 'aliases' | 'not');

const TITLES: Readonly<Record<Way, (name: string) => string>> = {
  spellings: (name) => `Add “${name}” as a Spelling of…`,
  aliases: (name) => `Add “${name}” as an Alias of…`,
  not: (name) => `“${name}” Is Not the Same as…`,
};

export const addAsSpelling = (client: LanguageClient, params: unknown) => teach(client, params, 'spellings');
export const addAsAlias = (client: LanguageClient, params: unknown) => teach(client, params, 'aliases');
export const markNotSame = (client: LanguageClient, params: unknown) => teach(client, params, 'not');

/** Of the name at a place, or where there is none given, at the selection of the active editor. */
async function teach(client: LanguageClient, params: unknown, way: Way): Promise<void> {
  const place = isPlace(params) ? params : placeOfSelection(client);
  if (!place) {
    void window.showInformationMessage('Open a report in Markdown and select a name, then try again.');
    return;
  }
  const found = await client.sendRequest(askForBearers, { ...place, query: '' });
  if (!found) {
    void window.showInformationMessage('There is no name here. Select the name, then try again.');
    return;
  }
  if (found.isEmpty) {
    void window.showInformationMessage(
      'This desk’s glossary has no entry yet. Add the name to it with “Add to Glossary…”.',
    );
    return;
  }
  const bearer = await new BearerPicker(client, place, found, way).pick();
  if (!bearer) return;
  const { id: entity, alias } = bearer;
  const change = { entity, text: found.name };
  if (way === 'aliases') {
    const kind = await pickKind(found.name, bearer);
    if (kind === undefined) return;
    await editGlossary(client, {
      uri: place.uri,
      change: { ...change, list: way, ...(kind === OTHER ? {} : { kind }) },
    });
    return;
  }
  const ofAlias = way === 'spellings' && alias !== undefined ? { alias } : {};
  await editGlossary(client, { uri: place.uri, change: { ...change, ...ofAlias, list: way } });
}

const OTHER = 'other';
/** As the glossary knows them, in the order in which they are usual. */
const KINDS: readonly (readonly [kind: string, detail: string])[] = [
  ['real name', 'The name by birth or by law'],
  ['nom de guerre', 'A name taken for the fight'],
  ['kunya', 'Abu or Umm and a name'],
  ['nickname', 'What others say'],
  ['former name', 'No longer used'],
  ['translation', 'The name in another language'],
  [OTHER, 'None of these'],
];

const OF_PEOPLE: ReadonlySet<string> = new Set(['real name', 'nom de guerre', 'kunya']);

async function pickKind(name: string, bearer: Bearer): Promise<string | undefined> {
  const likely = /^(?:abu|abo|umm|um)[\s-]/i.test(name) ? 'kunya' : undefined;
  const kinds = bearer.type === 'person' ? KINDS : KINDS.filter(([kind]) => !OF_PEOPLE.has(kind));
  const items = kinds
    .map(([label, description]) => ({ label, description }))
    .sort((a, b) => Number(b.label === likely) - Number(a.label === likely));
  const picked = await window.showQuickPick(items, {
    title: `Add “${name}” as an Alias of ${bearer.name}`,
    placeHolder: 'What kind of name is it?',
  });
  return picked?.label;
}

interface BearerItem extends QuickPickItem {
  readonly bearer: Bearer;
}

/** A list of entities, the likeliest first, which are searched for as one types. */
class BearerPicker {
  readonly #client: LanguageClient;
  readonly #place: PlaceParams;
  readonly #likely: Bearers;
  readonly #way: Way;
  readonly #picker: QuickPick<BearerItem>;
  readonly #searching: SearchWhileTyping;

  constructor(client: LanguageClient, place: PlaceParams, likely: Bearers, way: Way) {
    this.#client = client;
    this.#place = place;
    this.#likely = likely;
    this.#way = way;
    this.#picker = window.createQuickPick();
    this.#picker.title = TITLES[way](likely.name);
    this.#picker.placeholder = 'Any words of any of its names';
    Object.assign(this.#picker, { sortByLabel: false });
    this.#picker.items = this.#itemsOf(likely);
    this.#searching = new SearchWhileTyping(this.#picker, (query, token) => this.#search(query, token));
  }

  /** The entity that was chosen; undefined when the question was left. */
  pick(): Promise<Bearer | undefined> {
    const picker = this.#picker;
    return new Promise((resolve) => {
      let answer: Bearer | undefined;
      const listening = Disposable.from(
        picker.onDidChangeValue(() => this.#searching.soon()),
        picker.onDidAccept(() => {
          // What is shown was found by fewer words than have been typed.
          if (picker.busy) return;
          answer = picker.selectedItems[0]?.bearer;
          if (answer) picker.hide();
        }),
        picker.onDidHide(() => {
          this.#searching.stop();
          listening.dispose();
          picker.dispose();
          resolve(answer);
        }),
      );
      picker.show();
    });
  }

  async #search(query: string, token: CancellationToken): Promise<() => void> {
    const params: BearersParams = { ...this.#place, query };
    const found =
      query.trim() === ''
        ? this.#likely
        : await this.#client.sendRequest(askForBearers, params, token).catch(() => null);
    return () => {
      this.#picker.items = found ? this.#itemsOf(found) : [];
    };
  }

  #itemsOf({ bearers }: Bearers): BearerItem[] {
    return bearers.map((bearer) => {
      const { name, type, acronym, alias, why } = bearer;
      const of = this.#way === 'spellings' && alias !== undefined ? `as ${alias}` : '';
      return {
        label: `${ICONS[type] ?? ''} ${acronym === undefined ? name : `${name} (${acronym})`}`.trim(),
        description: [of, why].filter((part) => part !== '').join(' · '),
        // VS Code filters by the letters of the label; what is found here may have none of them.
        alwaysShow: true,
        bearer,
      };
    });
  }
}
