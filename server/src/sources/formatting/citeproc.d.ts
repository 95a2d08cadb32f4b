/** The part of citeproc-js (CommonJS, without types of its own) that this project calls. */

declare module 'citeproc' {
  namespace CSL {
    interface System {
      retrieveLocale(language: string): string;
      retrieveItem(id: string): object;
    }

    interface CitationItem {
      id: string;
      locator?: string;
      label?: string;
      prefix?: string;
      suffix?: string;
      'suppress-author'?: boolean;
      'author-only'?: boolean;
      'author-only'?: boolean;
      // What the processor works out of the whole document, or is told.
      position?: number;
      'near-note'?: boolean;
      'first-reference-note-number'?: number;
      /** Ours: where it stood as written. The processor hands on what it doesn't know. */
      place?: number;
    }

    type SortedItem = [item: object, cite: CitationItem];

    interface Citation {
      citationID?: string;
      citationItems: CitationItem[];
      properties: { noteIndex: number };
      /** As they are to be printed; made by `processCitationCluster`. */
      sortedItems?: SortedItem[];
    }

    interface RegistryItem {
      ambig: string;
      seq: number;
      disambig: { names: number[]; givens: number[][]; year_suffix: string | false; disambiguate: unknown };
    }

    class Engine {
      constructor(system: System, styleXml: string, language: string, forceLanguage: boolean);
      /** Gives `[citationID, noteIndex, text]` for each citation, in order. */
      rebuildProcessorState(
        citations: Citation[],
        outputFormat: string,
        uncitedIds: string[],
      ): [string, number, string][];
      /** Forgets all items and citations, if there are no citations. */
      restoreProcessorState(citations: Citation[]): unknown;
      /** Makes these the items of the registry, in this order, and tells apart what looks alike. */
      updateItems(ids: string[]): string[];
      setOutputFormat(format: string): void;
      /** Nothing for a style without a bibliography. */
      makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
      retrieveItem(id: string): object;
      /** The text of a citation outside the document. */
      makeCitationCluster(items: CitationItem[]): string;
      /** Puts one citation in its place: among others, sorts its items. */
      processCitationCluster(
        citation: Citation,
        before: [string, number][],
        after: [string, number][],
        flag: number,
      ): unknown;
      /** The text of a citation whose items know their positions. */
      process_CitationCluster(sortedItems: SortedItem[], citation: Citation): string;
      readonly opt: {
        readonly update_mode: number;
        readonly 'disambiguate-add-givenname': boolean;
      };
      readonly citation: { readonly opt: { readonly 'near-note-distance': number } };
      readonly citation_sort: { readonly tokens: readonly unknown[] };
      readonly bibliography_sort: { readonly tokens: readonly unknown[] };
      readonly registry: {
        readonly registry: Record<string, RegistryItem>;
        /** The ids of the items that look alike, by what they look like. */
        readonly ambigcites: Record<string, string[]>;
      };
      readonly tmp: { citation_errors: unknown[]; loadedItemIDs: Record<string, boolean> };
    }

    type OutputFormat = Record<string, unknown>;

    const Output: { Formats: Record<string, OutputFormat> };
    const ASSUME_ALL_ITEMS_REGISTERED: number;
    const NUMERIC: number;
    const POSITION: number;
    let debug: (message: string) => void;
  }
  export = CSL;
}
