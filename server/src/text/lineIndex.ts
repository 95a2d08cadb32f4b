/** Turns offsets into lines and characters and back; the only place that counts line ends. */

/** Counted from 0; `character` in UTF-16 code units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Lines end at LF, CR LF or a lone CR. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    let feed = text.indexOf('\n');
    let carriageReturn = text.indexOf('\r');
    while (feed >= 0 || carriageReturn >= 0) {
      if (carriageReturn >= 0 && (feed < 0 || carriageReturn < feed)) {
        // The line feed behind it, if there is one, ends the line.
        if (carriageReturn + 1 !== feed) this.#starts.push(carriageReturn + 1);
        carriageReturn = text.indexOf('\r', carriageReturn + 1);
      } else {
        this.#starts.push(feed + 1);
        feed = text.indexOf('\n', feed + 1);
      }
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset at which `line` begins; a line past the end begins at the end of the text. */
  lineStart(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.#length;
  }

  /** An offset outside the text counts as its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= inside) low = middle;
      else high = middle;
    }
    return { line: low, character: inside - this.#starts[low]! };
  }

  /** A position outside the text counts as the nearest one inside. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.lineStart(position.line);
    return Math.min(start + Math.max(0, position.character), this.lineStart(position.line + 1), this.#length);
  }
}
