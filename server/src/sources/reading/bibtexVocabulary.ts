/** What the entry types and fields of BibTeX and biblatex are called in CSL. */

/** Entries that are no sources: they hold fields for others, lists of keys, or settings of a style. */
export const BIBTEX_NO_SOURCES: ReadonlySet<string> = new Set([
  'string',
  'xdata',
  'set',
  'control',
  'bibnote',
  'bstctl',
  'ieeetranbstctl',
]);

export const BIBTEX_TYPES: ReadonlyMap<string, string> = new Map([
  ['article', 'article-journal'],
  ['artwork', 'graphic'],
  ['audio', 'song'],
  ['bookinbook', 'chapter'],
  ['book', 'book'],
  ['booklet', 'pamphlet'],
  ['collection', 'book'],
  ['commentary', 'document'],
  ['conference', 'paper-conference'],
  ['dataset', 'dataset'],
  ['electronic', 'webpage'],
  ['image', 'graphic'],
  ['inbook', 'chapter'],
  ['incollection', 'chapter'],
  ['inproceedings', 'paper-conference'],
  ['inreference', 'entry-encyclopedia'],
  ['jurisdiction', 'legal_case'],
  ['legal', 'legislation'],
  ['legislation', 'legislation'],
  ['letter', 'personal_communication'],
  ['manual', 'book'],
  ['mastersthesis', 'thesis'],
  ['misc', 'document'],
  ['movie', 'motion_picture'],
  ['music', 'song'],
  ['mvbook', 'book'],
  ['mvcollection', 'book'],
  ['mvproceedings', 'book'],
  ['mvreference', 'book'],
  ['newspaper', 'article-newspaper'],
  ['online', 'webpage'],
  ['patent', 'patent'],
  ['performance', 'performance'],
  ['periodical', 'periodical'],
  ['phdthesis', 'thesis'],
  ['proceedings', 'book'],
  ['reference', 'book'],
  ['report', 'report'],
  ['review', 'review'],
  ['software', 'software'],
  ['standard', 'standard'],
  ['suppbook', 'chapter'],
  ['suppcollection', 'chapter'],
  ['suppperiodical', 'article-journal'],
  ['techreport', 'report'],
  ['thesis', 'thesis'],
  ['unpublished', 'manuscript'],
  ['video', 'motion_picture'],
  ['www', 'webpage'],
]);

/** What `entrysubtype` makes of an article, as Zotero and Better BibTeX write it. */
export const ARTICLE_SUBTYPES: ReadonlyMap<string, string> = new Map([
  ['newspaper', 'article-newspaper'],
  ['newspaperarticle', 'article-newspaper'],
  ['magazine', 'article-magazine'],
  ['magazinearticle', 'article-magazine'],
]);

/** Kinds that biblatex has its own words for. */
export const BIBTEX_GENRES: ReadonlyMap<string, string> = new Map([
  ['phdthesis', 'PhD diss.'],
  ['mathesis', 'Master’s thesis'],
  ['mastersthesis', 'Master’s thesis'],
  ['bathesis', 'Bachelor’s thesis'],
  ['candthesis', 'Candidate thesis'],
  ['patent', 'Patent'],
  ['patentde', 'German patent'],
  ['patenteu', 'European patent'],
  ['patentfr', 'French patent'],
  ['patentuk', 'British patent'],
  ['patentus', 'U.S. patent'],
  ['techreport', 'Technical report'],
  ['resreport', 'Research report'],
]);

/** Fields that hold text: of several that mean one variable, the first that an entry has. */
export const BIBTEX_TEXTS: readonly (readonly [variable: string, ...fields: string[]])[] = [
  ['title-short', 'shorttitle'],
  ['original-title', 'origtitle'],
  ['container-title-short', 'shortjournal'],
  ['collection-title', 'series'],
  ['volume', 'volume'],
  ['number-of-volumes', 'volumes'],
  ['part-number', 'part'],
  ['number-of-pages', 'pagetotal'],
  ['edition', 'edition'],
  ['version', 'version'],
  ['chapter-number', 'chapter'],
  ['section', 'section'],
  ['event-title', 'eventtitle'],
  ['event-place', 'venue'],
  ['original-publisher', 'origpublisher'],
  ['original-publisher-place', 'origlocation'],
  ['status', 'pubstate'],
  ['archive', 'library'],
  ['annote', 'annotation', 'annote'],
  ['abstract', 'abstract'],
];

/** Fields that hold codes and addresses. */
export const BIBTEX_CODES: readonly (readonly [variable: string, ...fields: string[]])[] = [
  ['URL', 'url'],
  ['DOI', 'doi'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['PMID', 'pmid'],
  ['PMCID', 'pmcid'],
  ['call-number', 'lccn'],
];

/** Fields that hold names. */
export const BIBTEX_NAMES: readonly (readonly [variable: string, field: string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['container-author', 'bookauthor'],
  ['director', 'director'],
  ['script-writer', 'scriptwriter'],
  ['illustrator', 'illustrator'],
];

/** What `editortype` (and `editoratype` …) makes of an editor. */
export const EDITOR_TYPES: ReadonlyMap<string, string> = new Map([
  ['editor', 'editor'],
  ['compiler', 'compiler'],
  ['director', 'director'],
  ['translator', 'translator'],
  ['producer', 'producer'],
  ['organizer', 'organizer'],
  ['collaborator', 'contributor'],
  ['redactor', 'collection-editor'],
]);

export const BIBTEX_DATES: readonly (readonly [variable: string, field: string])[] = [
  ['accessed', 'urldate'],
  ['event-date', 'eventdate'],
  ['original-date', 'origdate'],
];
