/** Tests how much of a large desk is normalised at once. */

import assert from 'node:assert/strict';
import type { FileEdits } from '../../../server/src/lsp/deskEdits';
import { asManyAsFit } from '../../../server/src/lsp/normalise';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const file = (uri: string, changes: number): FileEdits => ({
  uri,
  version: null,
  fingerprint: '',
  edits: Array.from({ length: changes }, () => ({ edit: { range: NOWHERE, newText: '' }, group: 'a' })),
});
const sizes = (files: readonly FileEdits[]) => files.map(({ edits }) => edits.length);

describe('What fits into one preview', () => {
  it('is everything, of most desks', () => {
    const files = Array.from({ length: 1000 }, (_, k) => file(`${k}`, 20));
    assert.equal(asManyAsFit(files).length, 1000);
    assert.deepEqual(asManyAsFit([]), []);
  });

  it('is whole files, up to a number of changes', () => {
    assert.deepEqual(sizes(asManyAsFit([file('a', 15_000), file('b', 5000), file('c', 1)])), [15_000, 5000]);
    assert.deepEqual(sizes(asManyAsFit([file('a', 15_000), file('b', 5001), file('c', 1)])), [15_000]);
  });

  it('is at least one file, however much is to be changed in it', () => {
    assert.deepEqual(sizes(asManyAsFit([file('a', 30_000), file('b', 1)])), [30_000]);
  });

  it('is no more files than an editor can open at once', () => {
    const files = Array.from({ length: 10_000 }, (_, k) => file(`${k}`, 1));
    assert.equal(asManyAsFit(files).length, 2000);
  });
});
