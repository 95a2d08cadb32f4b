/** Finds where the values of a JSON text stand, and where its syntax breaks; the only file that knows `jsonc-parser`. */

import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../../text/span';

export type JsonPath = readonly (string | number)[];

/** Where the syntax breaks first, and what to do. */
export interface JsonBreak {
  readonly span: Span;
  readonly message: string;
}

export interface JsonPlaces {
  /** Where the value at `path` stands; undefined if there is none. */
  locate(path: JsonPath): Span | undefined;
  /** Where each element of the list at `path` stands; empty if there is no list. */
  elements(path: JsonPath): readonly Span[];
  /** Undefined for sound JSON. */
  readonly broken: JsonBreak | undefined;
}

/** Never throws. Slow beside `JSON.parse`: ask only when somebody wants to know a place. */
export function placesIn(text: string): JsonPlaces {
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // It descends into every list and object, and has no limit but the stack's.
    const broken = { span: { start: 0, end: Math.min(1, text.length) }, message: TOO_DEEP };
    return { locate: () => undefined, elements: () => [], broken };
  }
  const nodeAt = (path: JsonPath) => root && findNodeAtLocation(root, [...path]);
  return {
    locate(path) {
      const node = nodeAt(path);
      return node && spanOf(node);
    },
    elements(path) {
      const node = nodeAt(path);
      return node?.type === 'array' ? (node.children ?? []).map(spanOf) : [];
    },
    broken: errors[0] && explain(text, errors[0], root),
  };
}

const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });

const TOO_DEEP = 'This is nested too deeply to be read. Export it again.';
const CUT_OFF = 'The file ends too early: it seems cut off. Export it again.';
const MISPLACED = 'Write a text in straight double quotes, a number, a list or an object here.';

function explain(text: string, { error, offset, length }: ParseError, root: Node | undefined): JsonBreak {
  const end = offset + length;
  const code = printParseErrorCode(error);
  if (offset >= text.length || (code === 'UnexpectedEndOfString' && end >= text.length))
    return { span: { start: Math.max(0, text.length - 1), end: text.length }, message: CUT_OFF };
  const at = (start: number, message: string) => ({ span: { start, end: start + 1 }, message });
  if (root && offset >= root.offset + root.length)
    return at(offset, 'Remove what stands behind the end of the list.');
  const char = text[offset]!;
  switch (code) {
    case 'PropertyNameExpected':
      return at(
        offset,
        char === '}' ? 'Remove the comma before “}”.' : 'Write a key in straight double quotes here.',
      );
    case 'ValueExpected':
      return at(offset, char === ']' || char === '}' ? `Remove the comma before “${char}”.` : MISPLACED);
    case 'ColonExpected':
      return at(offset, 'Write a colon between the key and its value here.');
    case 'CommaExpected':
      return at(offset, 'Write a comma before this.');
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return at(offset, 'Remove this comment: JSON has none.');
    case 'UnexpectedEndOfString':
      return at(end, 'Close the text on this line with a straight double quote.');
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return at(offset, 'Write a backslash as “\\\\” in JSON.');
    case 'InvalidCharacter': {
      const control = offset + Math.max(0, text.slice(offset, end).search(/\p{Cc}/u));
      const unit = text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
      return at(control, `Remove the control character U+${unit} here.`);
    }
    case 'InvalidSymbol':
      return at(offset, /['“”]/.test(char) ? 'Write text in straight double quotes.' : MISPLACED);
    default:
      return at(offset, MISPLACED);
  }
}
