/** What the editor shows of work that takes long. */

import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'vscode-languageserver/node';
import { progressOn } from '../../../server/src/lsp/progress';

describe('progressOn', () => {
  let shown: string[];
  const window = {
    createWorkDoneProgress: async () => ({
      begin: (title: string) => shown.push(`begin ${title}`),
      done: () => shown.push('done'),
    }),
  } as unknown as Connection['window'];

  beforeEach(() => {
    shown = [];
  });

  it('says what is being done until it is over, or has failed', async () => {
    const show = progressOn({ window }, () => true, 1);
    for (const end of ['resolve', 'reject'] as const) {
      const work = new Promise((resolve, reject) => {
        setTimeout(end === 'resolve' ? resolve : reject, 30);
      });
      show('Reading', work);
      await work.catch(() => {});
      await wait(5);
    }
    assert.deepEqual(shown, ['begin Reading', 'done', 'begin Reading', 'done']);
  });

  it('says nothing of what is over soon, or where the editor shows nothing', async () => {
    progressOn({ window }, () => true, 20)('Reading', Promise.resolve());
    progressOn({ window }, () => false, 1)('Reading', wait(10));
    await wait(40);
    assert.deepEqual(shown, []);
  });
});
