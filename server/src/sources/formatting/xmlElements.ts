/** Reads XML as far as a citation style needs it: its elements with their attributes, or where it is not well-formed. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The names of the elements that hold it, from the outermost. */
  readonly within: readonly string[];
}

export type ReadXml = { readonly elements: readonly XmlElement[] } | { readonly problem: string };

/** No style has more in one another. */
const DEEPEST = 200;

/** What isn't an element: text, comments, instructions, a document type without rules of its own. */
const BETWEEN = /[^<]+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^<>[]*>/y;
const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** All elements in the order in which they begin; or what is wrong first, with its line. Never throws. */
export function readXml(text: string): ReadXml {
  const elements: XmlElement[] = [];
  const open: string[] = [];
  const wrong = (at: number, what: string): ReadXml => ({ problem: `line ${lineAt(text, at)}: ${what}` });
  let at = 0;
  while (at < text.length) {
    BETWEEN.lastIndex = at;
    if (BETWEEN.test(text)) {
      const isText = text[at] !== '<';
      if (isText && open.length === 0 && text.slice(at, BETWEEN.lastIndex).trim() !== '')
        return wrong(at, 'there is text outside of all elements');
      at = BETWEEN.lastIndex;
      continue;
    }
    TAG.lastIndex = at;
    const [, closes, name = '', attributes = '', isEmpty] = TAG.exec(text) ?? [];
    if (name === '') return wrong(at, 'what begins with “<” here is no element');
    if (closes) {
      const opened = open.pop();
      if (opened !== name)
        return wrong(at, opened ? `“<${opened}>” ends with “</${name}>”` : `“</${name}>” ends nothing`);
    } else {
      if (open.length === 0 && elements.length > 0) return wrong(at, 'there is a second outermost element');
      if (open.length >= DEEPEST) return wrong(at, 'its elements lie too deep in one another');
      elements.push({ name, attributes: attributesOf(attributes), within: [...open] });
      if (!isEmpty) open.push(name);
    }
    at = TAG.lastIndex;
  }
  const last = open.at(-1);
  if (last !== undefined) return wrong(text.length, `“<${last}>” has no end`);
  return elements.length > 0 ? { elements } : { problem: 'it has no elements' };
}

const attributesOf = (written: string): ReadonlyMap<string, string> =>
  new Map([...written.matchAll(ATTRIBUTE)].map(([, name, one, other]) => [name!, one ?? other ?? '']));

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;
