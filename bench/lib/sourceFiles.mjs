/** Writes made-up sources in the formats that programs export. */

const ACCENTED = [
  ['e', "{\\'e}"],
  ['o', '\\"o'],
  ['c', '\\v{c}'],
];
const ABSTRACT = 'What the source says, as a catalogue has it, in some sentences that nobody cites. '.repeat(
  4,
);

/** LaTeX in every third entry, as old bibliographies have it, and braces around capitals in all. */
const latex = (text, k) =>
  k % 3 === 0 ? text.replace(ACCENTED[k % 9 === 0 ? 0 : 1][0], ACCENTED[k % 2][1]) : text;

const dateOf = ({ issued }) => issued['date-parts'][0].map((part) => String(part).padStart(2, '0'));

export const toBibtex = (items) =>
  items
    .map((item, k) => {
      const [{ family, given }] = item.author;
      return `@article{${item.id},
  title = {{${latex(item.title, k)}}},
  author = {${latex(family, k)}, ${given}},
  entrysubtype = {newspaper},
  journaltitle = {${item['container-title']}},
  date = {${dateOf(item).join('-')}},
  url = {https://example.org/${k}},
  urldate = {2023-01-01},
  langid = {english},
  abstract = {${ABSTRACT}},
  keywords = {made up,${family}}
}
`;
    })
    .join('\n');

export const toRis = (items) =>
  items
    .map((item, k) => {
      const [{ family, given }] = item.author;
      return `TY  - NEWS
TI  - ${item.title}
AU  - ${family}, ${given}
T2  - ${item['container-title']}
DA  - ${dateOf(item).join('/')}
PY  - ${dateOf(item)[0]}
UR  - https://example.org/${k}
Y2  - 2023/01/01
LA  - English
AB  - ${ABSTRACT}
KW  - made up
KW  - ${family}
ER  - 
`;
    })
    .join('\n');

/** The same with what the others have besides. */
const full = (items) =>
  items.map((item, k) => ({
    ...item,
    URL: `https://example.org/${k}`,
    accessed: { 'date-parts': [[2023, 1, 1]] },
    language: 'en-US',
    abstract: ABSTRACT,
    keyword: `made up, ${item.author[0].family}`,
  }));

export const toJson = (items) => JSON.stringify(full(items), undefined, 1);

/** As Pandoc writes it. */
export const toYaml = (items) =>
  `---\nreferences:\n${full(items)
    .map((item) => {
      const [{ family, given }] = item.author;
      const date = (variable) =>
        `  ${variable}:\n  ${item[variable]['date-parts'][0].map((part, k) => `${k === 0 ? '- ' : '  '}${['year', 'month', 'day'][k]}: ${part}`).join('\n  ')}`;
      const texts = ['type', 'title', 'container-title', 'URL', 'language', 'abstract', 'keyword'];
      return [
        `- id: ${item.id}`,
        ...texts.map((variable) => `  ${variable}: ${JSON.stringify(item[variable])}`),
        `  author:\n  - family: ${JSON.stringify(family)}\n    given: ${JSON.stringify(given)}`,
        date('issued'),
        date('accessed'),
      ].join('\n');
    })
    .join('\n')}\n---\n`;
