/** Reads a suite of feature tests out of a Markdown document: its headings are tests, its fences what they say. */

import { parser } from '@lezer/markdown';

/** A fenced block: the words behind its opening marks, and its text without the last line end. */
export interface Fence {
  readonly info: string;
  readonly text: string;
  /** The line of its opening marks, counted from 1. */
  readonly line: number;
}

export interface Spec {
  readonly title: string;
  readonly line: number;
  readonly fences: readonly Fence[];
}

export interface Suite {
  readonly title: string;
  /** The fences before the first test: they hold for every test that has none of its own with the same words. */
  readonly background: readonly Fence[];
  readonly specs: readonly Spec[];
}

export function readSuite(text: string): Suite {
  let title = '';
  const background: Fence[] = [];
  const specs: { title: string; line: number; fences: Fence[] }[] = [];
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  parser.parse(text).iterate({
    enter: ({ name, from, to }) => {
      const heading = /^ATXHeading(\d)$/.exec(name);
      if (heading) {
        const words = text.slice(from, to).replace(/^#+\s*/, '');
        if (heading[1] === '1') title = words;
        else specs.push({ title: words, line: lineOf(from), fences: [] });
        return false;
      }
      if (name !== 'FencedCode') return true;
      const [opening = '', ...lines] = text.slice(from, to).split('\n');
      const info = opening.replace(/^[`~]+/, '').trim();
      (specs.at(-1)?.fences ?? background).push({
        info,
        text: lines.slice(0, -1).join('\n'),
        line: lineOf(from),
      });
      return false;
    },
  });
  return { title, background, specs: specs.filter(({ fences }) => fences.length > 0) };
}
