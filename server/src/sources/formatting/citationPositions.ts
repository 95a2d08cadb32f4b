/** Tells where each cite of a document stands to those before it (first, later, *ibid.*), as CSL 1.0.2 and its processor see it. */

/** One source within a citation, as far as positions are concerned. */
export interface PlacedCite {
  /** The same for the same source. */
  readonly id: string;
  /** The same for the same place; undefined where none is named. */
  readonly locator: string | undefined;
}

export interface PlacedCitation {
  /** The number of its note; 0 in the text. */
  readonly note: number;
  /** In the order in which they are printed. */
  readonly cites: readonly PlacedCite[];
}

export interface CitePosition {
  readonly position: 'first' | 'subsequent' | 'ibid' | 'ibid-with-locator';
  /** Whether the source was last cited no more notes ago than the style's `near-note-distance`. */
  readonly isNear: boolean;
  /** The note that cites the source first; 0 where that is this one, or the text. */
  readonly firstNote: number;
}

const FIRST: CitePosition = { position: 'first', isNear: false, firstNote: 0 };

/**
 * The positions of all cites, in the order of the document; notes and text are two sequences of their own. For Pandoc, as
 * its processor sees them: behind a citation of several sources, or in a note that has cited another source, there is no
 * *ibid.*
 */
export function citationPositions(
  sequence: readonly PlacedCitation[],
  nearNoteDistance: number,
  isForPandoc = false,
): readonly (readonly CitePosition[])[] {
  const positions = new Map<PlacedCitation, readonly CitePosition[]>();
  for (const isText of [true, false]) {
    const part = sequence.filter(({ note }) => (note === 0) === isText);
    const places = new Places(nearNoteDistance, isForPandoc);
    for (const citation of part) positions.set(citation, places.next(citation));
  }
  return sequence.map((citation) => positions.get(citation) ?? []);
}

/** What is known of the citations so far. */
class Places {
  readonly #nearNoteDistance: number;
  readonly #isForPandoc: boolean;
  readonly #firstNotes = new Map<string, number>();
  readonly #lastNotes = new Map<string, number>();
  #previous: PlacedCitation | undefined;
  /** How many sources the note of the previous citation cites. */
  #citesInNote = 0;
  /** And which. */
  #sourcesInNote = new Set<string>();

  constructor(nearNoteDistance: number, isForPandoc: boolean) {
    this.#nearNoteDistance = nearNoteDistance;
    this.#isForPandoc = isForPandoc;
  }

  next(citation: PlacedCitation): readonly CitePosition[] {
    const previous = this.#previous;
    // Numbers that begin anew belong to another document.
    if (previous && citation.note < previous.note) {
      this.#firstNotes.clear();
      this.#lastNotes.clear();
    }
    const positions = citation.cites.map((cite, index) => this.#position(citation, cite, index));
    if (previous?.note !== citation.note || citation.note === 0) {
      this.#citesInNote = 0;
      this.#sourcesInNote = new Set();
    }
    this.#citesInNote += citation.cites.length;
    for (const { id } of citation.cites) this.#sourcesInNote.add(id);
    this.#previous = citation;
    return positions;
  }

  #position({ note, cites }: PlacedCitation, { id, locator }: PlacedCite, index: number): CitePosition {
    const first = this.#firstNotes.get(id);
    const last = this.#lastNotes.get(id);
    this.#lastNotes.set(id, note);
    if (first === undefined || last === undefined) {
      this.#firstNotes.set(id, note);
      return FIRST;
    }
    const before = index > 0 ? cites[index - 1] : this.#before(note);
    return {
      position: before?.id === id ? againAt(before.locator, locator) : 'subsequent',
      isNear: note === 0 || note - last <= this.#nearNoteDistance,
      firstNote: first === note ? 0 : first,
    };
  }

  /** The cite that *ibid.* at the start of a citation would refer to. */
  #before(note: number): PlacedCite | undefined {
    const previous = this.#previous;
    if (!previous) return undefined;
    if (this.#isForPandoc) {
      const isAlone = previous.cites.length === 1 && this.#sourcesInNote.size === 1;
      return previous.note >= note - 1 && isAlone ? previous.cites[0] : undefined;
    }
    if (previous.note === note) return previous.cites.at(-1);
    // A note written by hand in between, or a second source in the note before, would be what a reader takes it for.
    return previous.note >= note - 1 && this.#citesInNote === 1 ? previous.cites[0] : undefined;
  }
}

function againAt(before: string | undefined, now: string | undefined): CitePosition['position'] {
  if (before === now) return 'ibid';
  return now === undefined ? 'subsequent' : 'ibid-with-locator';
}
