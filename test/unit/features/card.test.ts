/** Tests the card: what it says, in which order, and that no text of a glossary or a source is ever Markdown in it. */

import assert from 'node:assert/strict';
import { GFM, parser } from '@lezer/markdown';
import fc from 'fast-check';
import { type CardContext, renderCard } from '../../../server/src/features/card';
import type { Entity } from '../../../server/src/glossary/entity';
import { formsOf } from '../../../server/src/glossary/forms';
import { makeGlossary } from '../../../server/src/glossary/glossary';
import { parseGlossaryFile } from '../../../server/src/glossary/parse';

const DESK = `
groups:
  ktj: { name: Katibat al-Tawhid wal-Jihad, acronym: KTJ, parents: [{ group: hts, from: 2017 }] }
  hts: { name: Hayat Tahrir al-Sham, acronym: [HTS, HTSh] }
people:
  abu-saloh:
    name: Abu Saloh
    spellings: [Abu Salah]
    scripts: [أبو صلاح, Абу Салох]
    aliases:
      - { name: Sirojiddin Mukhtarov, kind: real name, short: Mukhtarov }
    roles:
      - { group: ktj, title: leader, until: 2019-04, sources: [un] }
    status: { is: reported killed, on: 2022-09-11, sources: [news, { id: un }] }
    note: From southern Kyrgyzstan.
    tags: [Uzbek]
`;

function glossaryOf(text: string) {
  return makeGlossary([parseGlossaryFile('a.yaml', text)]);
}

/** The card of `id`, or of the only entity. */
function card(text: string, more: Partial<CardContext> & { id?: string; wrote?: string } = {}): string {
  const { id, wrote, ...context } = more;
  const glossary = glossaryOf(text);
  const entity = id === undefined ? [...glossary.entities.values()][0] : glossary.entities.get(id);
  assert.ok(entity);
  const form = formsOf(entity).find((each) => each.text === wrote);
  return renderCard(entity, {
    glossary,
    asOf: '2023-01-01',
    sourceNote: (reference) => `Note of ${reference.id}.`,
    ...(wrote !== undefined && { written: { text: wrote, ...(form && { form }) } }),
    ...context,
  });
}

const person = (lines: string): string =>
  `people:\n  x:\n    name: Xavier\n${lines.replace(/^/gm, '    ')}\n`;

/** The lines between the first rule and the next: the facts. */
const facts = (markdown: string): string[] => (markdown.split('\n\n---\n\n')[1] ?? '').split('  \n');

describe('renderCard', () => {
  it('answers who this is, and how we know', () => {
    const markdown = card(DESK, {
      id: 'abu-saloh',
      wrote: 'Abu Salah',
      mentionsHere: 12,
      links: [{ title: 'Open in the glossary', link: 'file:///desk/glossary/people.yaml#L7' }],
    });
    assert.equal(
      markdown,
      `**Abu Saloh** — person · house form (you wrote: Abu Salah)  
real name **Sirojiddin Mukhtarov** · \u2068أبو صلاح\u2069 · Абу Салох

---

formerly leader of **Katibat al-Tawhid wal-Jihad (KTJ)**, until Apr 2019 [1]  
**reported killed** 11 Sep 2022 [1] [2]

---

From southern Kyrgyzstan.

[1] Note of un.  
[2] Note of news.

\`Uzbek\`  
as of 1 January 2023 · 12 mentions here · [Open in the glossary](<file:///desk/glossary/people.yaml#L7>)`,
    );
  });

  it('leaves out what is not known', () => {
    assert.equal(
      card('people: { x: { name: Xavier } }'),
      '**Xavier** — person\n\n---\n\nas of 1 January 2023',
    );
    assert.equal(card('people: { x: { name: Xavier } }', { asOf: '' }), '**Xavier** — person');
  });

  it('works for an entity that has only an acronym', () => {
    assert.match(
      card('organisations: { gknb: { name: GKNB, acronym: GKNB } }'),
      /^\*\*GKNB\*\* — organisation\n/,
    );
  });

  it('shows acronyms, the short form, and other names by kind', () => {
    const markdown = card(`groups:
  is:
    name: Islamic State
    acronym: [IS, ISIS, IGIL]
    short: The State
    aliases:
      - { name: Daesh, use: avoid }
      - { name: ISI, kind: former name, until: 2013-04, sources: [s] }
      - { name: Dawla, kind: former name, scripts: [الدولة], from: 2013, until: 2014 }
`);
    assert.equal(
      markdown.split('\n')[1]?.trimEnd(),
      'in short **The State** · also **ISIS**, **IGIL** · former name **ISI**, until Apr 2013 [1], **Dawla** (\u2068الدولة\u2069), from 2013 until 2014 · also **Daesh**, not to be used',
    );
  });

  it('says what the house writes only where the report has something else', () => {
    const head = (wrote: string) =>
      card('people: { x: { name: Akhliddin Navqotiy, short: Navqotiy, spellings: [Novkatiy] } }', { wrote })
        .split('\n')[0]
        ?.trimEnd();
    assert.equal(head('Akhliddin Navqotiy'), '**Akhliddin Navqotiy** — person');
    assert.equal(head('Akhliddin\nNavqotiy'), '**Akhliddin Navqotiy** — person');
    assert.equal(head('Navqotiy'), '**Akhliddin Navqotiy** — person · house form (you wrote: Navqotiy)');
    assert.equal(
      head('Novkatiy'),
      '**Akhliddin Navqotiy** — person · house form (you wrote: Novkatiy, for Navqotiy)',
    );
    assert.equal(
      head('AKHLIDDIN NAVQOTIY'),
      '**Akhliddin Navqotiy** — person · house form (you wrote: AKHLIDDIN NAVQOTIY)',
    );
  });

  it('tells current, former and later facts apart by the date of the report', () => {
    const roles = person(`roles:
  - { group: a, title: leader, until: 2019-04 }
  - { group: b, title: deputy leader, from: 2019-05, until: 2022 }
  - { group: c, title: envoy to, from: 2021 }
  - { place: d }
status: { is: detained, on: 2020-02 }`);
    assert.deepEqual(facts(card(roles, { asOf: '2018' })), [
      'leader of **a** (later than this report: until Apr 2019)',
      'in **d**',
      'later than this report: deputy leader of **b**, from May 2019 until 2022',
      'later than this report: envoy to **c** from 2021',
      'later than this report: **detained** Feb 2020',
    ]);
    assert.deepEqual(facts(card(roles, { asOf: '2023-01-01' })), [
      'envoy to **c** since 2021',
      'in **d**',
      'formerly leader of **a**, until Apr 2019',
      'formerly deputy leader of **b**, from May 2019 until 2022',
      '**detained** Feb 2020',
    ]);
  });

  it('does not guess where a partial date leaves it open', () => {
    const roles = person('roles: [{ group: a, title: leader, from: 2019, until: 2019-04 }]');
    assert.deepEqual(facts(card(roles, { asOf: '2019-04-15' })), [
      'leader of **a**, from 2019 until Apr 2019',
    ]);
    assert.deepEqual(facts(card(roles, { asOf: '2019' })), ['leader of **a**, from 2019 until Apr 2019']);
    assert.deepEqual(facts(card(roles, { asOf: 'soon' })), ['leader of **a**, from 2019 until Apr 2019']);
  });

  it('does not say “formerly former”', () => {
    assert.deepEqual(
      facts(card(person('roles: [{ place: a, title: former President }, { place: b, title: judge in }]'))),
      ['judge in **b**', 'former President of **a**'],
    );
  });

  it('names parents', () => {
    assert.deepEqual(facts(card(DESK, { id: 'ktj' })), ['part of **Hayat Tahrir al-Sham (HTS)** since 2017']);
  });

  it('gives a source one number, and a page its own', () => {
    const markdown = card(
      person(`sources: [{ id: un, locator: "15" }]
status: { is: free, sources: [un, { id: un, locator: "15" }, gone] }`),
      { sourceNote: ({ id, locator }) => (id === 'gone' ? undefined : `${id} ${locator ?? ''}`) },
    );
    assert.match(markdown, /^\*\*Xavier\*\* — person \[1\]\n/);
    assert.match(markdown, /\*\*free\*\* \[1\] \[2\] \[3\]/);
    assert.match(markdown, /\n\[1\] un 15 {2}\n\[2\] un {2}\n\[3\] gone \(not among the sources\)\n/);
  });

  it('leaves out sources where there are many, and no fact without one', () => {
    const markdown = card(
      person(`aliases: [{ name: Y, sources: [a, b] }]
roles: [{ group: g, sources: [c, d] }, { group: h, sources: [b, d] }]
status: { is: free, sources: [e] }
sources: [f]
note: Text.`),
    );
    assert.deepEqual(markdown.match(/ \[\d\]/g)?.length, 5);
    assert.match(markdown, /\*\*Y\*\* \[1\]\n/);
    assert.match(markdown, /\*\*g\*\* \[2\] {2}\n.*\*\*h\*\* \[1\] {2}\n\*\*free\*\* \[3\]\n/);
    assert.match(markdown, /Text\. \[4\]\n/);
    assert.deepEqual(markdown.match(/^(?:\[\d\] .*|and .*)$/gm), [
      '[1] Note of b.  ',
      '[2] Note of c.  ',
      '[3] Note of e.  ',
      '[4] Note of f.  ',
      'and 2 more sources in the glossary',
    ]);
  });

  it('stays a glance', () => {
    const many = (count: number, item: (i: number) => string) =>
      `[${Array.from({ length: count }, (_, i) => item(i)).join(', ')}]`;
    const markdown = card(
      person(`aliases: ${many(50, (i) => `Alias ${i}`)}
roles: ${many(50, (i) => `{ group: g${i}, sources: [a, b, c, d, e] }`)}
note: ${'A long sentence. '.repeat(100)}
scripts: ${many(50, (i) => `Имя ${i}`)}
tags: ${many(50, (i) => `tag${i}`)}
links: ${many(50, (i) => `https://example.org/${i}`)}`),
    );
    assert.ok(markdown.length < 3000, String(markdown.length));
    assert.match(markdown, /42 more in the glossary/);
    assert.match(markdown, /\[1\] \[2\] \[3\] {2}\n/);
    assert.match(markdown, /\nand 2 more sources in the glossary\n/);
    assert.match(markdown, /A long…\n/);
  });

  it('renders links to addresses that a reader may follow, and no others', () => {
    const entity = glossaryOf(person('note: x')).entities.get('x');
    assert.ok(entity);
    const links = [
      { url: 'https://example.org/a b>(c)', title: 'A [title](x)' },
      { url: 'command:workbench.action.quit', title: 'Run' },
      { url: 'javascript:alert(1)' },
      { url: 'file:///etc/passwd', title: 'File' },
      { url: 'mailto:a@example.org' },
    ];
    const markdown = renderCard(
      { ...entity, links },
      { glossary: glossaryOf(''), asOf: '', sourceNote: () => undefined },
    );
    assert.deepEqual(linksIn(markdown), ['https://example.org/a%20b%3E(c)', 'mailto:a@example.org']);
  });

  it('keeps the emphasis and the addresses of a note, and nothing else', () => {
    const markdown = card(person('sources: [s]'), {
      sourceNote: () =>
        'A\\. Author, “\\[Title\\] \\<b\\>,” *The Journal*, 20, https://example.org/a_b*c. ![x](y) <i> `code` *open',
    });
    assert.match(
      markdown,
      /\[1\] A\. Author, “\\\[Title\\\] \\<b\\>,” \*The Journal\*, 20, \[example\.org\]\(<https:\/\/example\.org\/a_b/,
    );
    assertTame(markdown, ['https://example.org/a_b']);
  });

  describe('escapes', () => {
    const attacks = [
      '[x](command:workbench.action.quit)',
      '![x](https://evil.example/x.png)',
      '<img src=x onerror=alert(1)>',
      '<script>alert(1)</script>',
      '<https://evil.example>',
      'https://evil.example/a',
      'www.evil.example and xwww.evil.example',
      'HTTP://evil.example and ftp://evil.example',
      'a@evil.example',
      '[x]: https://evil.example',
      '[1]: https://evil.example',
      '`code` and ``more``',
      '**bold** _it_ ~~gone~~ __b__',
      '# Heading',
      '> quote',
      '- item',
      '1. item',
      '12) item',
      '---',
      '===',
      '| a | b |',
      '&lt;b&gt; &#60;',
      '\\[x\\](y)',
      '\\',
      'a  \nb\n\n# c',
      '```js\ncode\n```',
      '    indented',
      '$(zap) $$x$$',
      '](command:x) [',
      '**',
      ':smile: http:\\/\\/x',
      '<!-- comment -->',
      '[^1]: note [^1]',
    ];
    for (const attack of attacks) {
      it(JSON.stringify(attack), () => assertTame(cardFullOf(attack), meantBy(attack)));
    }

    it('anything', () => {
      const piece = fc.constantFrom(
        ...attacks,
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '*',
        '_',
        '`',
        '!',
        '\\',
        '\n',
        ' ',
        'x',
        ':',
        '//',
        'http',
        'www.',
        '@',
        '.',
        'ب',
        '\u202e',
        '#',
        '-',
        '=',
        '~',
        '|',
        '&',
      );
      const text = fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      );
      fc.assert(
        fc.property(text, (attack) => assertTame(cardFullOf(attack), meantBy(attack))),
        { numRuns: 1000 },
      );
    });

    it('brackets in the text of a link, which VS Code’s renderer would read a second time', () => {
      const markdown = card(person('links: [{ url: https://ok.example/, title: "[x](command:y)" }]'));
      assert.match(markdown, /\n\[\(x\)\(command:y\)\]\(<https:\/\/ok\.example\/>\)/);
    });

    it('direction overrides and control characters', () => {
      const markdown = cardFullOf('evil\u202Etxt\u0000\u0007\u2066x\u200f\ud800');
      assert.doesNotMatch(markdown, /[\u202e\u0000\u0007\u2066\u200f\ud800]/);
      assert.match(markdown, /\*\*eviltxt x\*\*|\*\*eviltxtx\*\*/);
    });

    it('nothing that needs no escape', () => {
      assert.match(
        card('groups: { x: { name: Hay’at Tahrir al-Sham (St. Petersburg), acronym: ISIS-K } }'),
        /^\*\*Hay’at Tahrir al-Sham \(St\. Petersburg\) \(ISIS-K\)\*\* — group\n/,
      );
    });
  });
});

/** What `cardFullOf` may link to: the text is also given as a link, and may be a sound one. */
function meantBy(text: string): string[] {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  return [
    'https://ok.example/',
    ...(/^(?:https?|mailto):$/.test(protocol) ? [new URL(text).href.slice(0, 12)] : []),
  ];
}

/** A card on which every text is `text`, with one link that is meant. */
function cardFullOf(text: string): string {
  const sources = [{ id: text, locator: text }];
  const other: Entity = {
    id: text,
    type: 'group',
    name: text,
    acronyms: [text, `${text}2`],
    shorts: [text],
    spellings: [],
    scripts: [text, text],
    aliases: [
      {
        name: text,
        kind: 'kunya',
        shorts: [`${text}3`],
        spellings: [],
        scripts: [text],
        use: 'any',
        from: text,
        sources,
      },
    ],
    roles: [
      { entity: text, entityType: 'group', title: text, until: text, sources },
      { entity: 'nobody', entityType: 'place', title: text, from: text, sources: [{ id: `${text}4` }] },
    ],
    parents: [{ entity: text, entityType: 'group', sources }],
    status: { is: text, on: text, sources },
    not: [],
    note: text,
    links: [
      { url: text, title: text },
      { url: 'https://ok.example/', title: text },
    ],
    tags: [text, text],
    sources,
    examples: [],
    origin: { path: 'a.yaml', yamlPath: ['groups', text] },
  };
  return renderCard(other, {
    glossary: { entities: new Map([[text, other]]), problems: new Map() },
    asOf: text,
    written: { text: `${text}5` },
    sourceNote: ({ id }) => (id === text ? undefined : id.replaceAll(':', '')),
  });
}

const gfm = parser.configure(GFM);
const TAME = new Set([
  'Document',
  'Paragraph',
  'StrongEmphasis',
  'Emphasis',
  'EmphasisMark',
  'HorizontalRule',
  'HardBreak',
  'Escape',
  'Link',
  'LinkMark',
  'URL',
  'InlineCode',
  'CodeMark',
]);

/** Asserts that the card is made of paragraphs, rules, emphasis, and links that begin as one of `addresses` does. */
function assertTame(markdown: string, addresses: readonly string[]): void {
  gfm.parse(markdown).iterate({
    enter({ name, from, to }) {
      assert.ok(TAME.has(name), `${name}: ${markdown.slice(from, to)}\nin\n${markdown}`);
    },
  });
  for (const link of linksIn(markdown)) {
    assert.ok(
      addresses.some((address) => link.startsWith(address)),
      `${link}\nin\n${markdown}`,
    );
  }
}

function linksIn(markdown: string): string[] {
  const links: string[] = [];
  gfm.parse(markdown).iterate({
    enter({ name, from, to }) {
      if (name === 'URL') links.push(markdown.slice(from, to).replace(/^<|>$/g, ''));
    },
  });
  return links;
}
