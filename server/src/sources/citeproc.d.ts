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
      /** 0 first, 1 subsequent, 2 ibid., 3 ibid. with a locator. */
      position?: number;
    }

    interface Citation {
      citationID: string;
      citationItems: CitationItem[];
      properties: { noteIndex: number; mode?: 'composite' };
    }

    class Engine {
      constructor(system: System, styleXml: string, language: string, forceLanguage: boolean);
      /** Gives `[citationID, noteIndex, text]` for each citation, in order. */
      rebuildProcessorState(
        citations: Citation[],
        outputFormat: string,
        uncitedIds: string[],
      ): [string, number, string][];
      makeCitationCluster(items: CitationItem[]): string;
      updateItems(ids: string[]): string[];
      setOutputFormat(format: string): void;
      /** Nothing for a style without a bibliography. */
      makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
    }

    type OutputFormat = Record<string, unknown>;

    const Output: { Formats: Record<string, OutputFormat> };
    let debug: (message: string) => void;
  }
  export = CSL;
}
