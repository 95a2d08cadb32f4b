/** Tests that reports surveyed by several threads come in their order, whichever is done first. */

import assert from 'node:assert/strict';
import { type Surveyed, type SurveyThread, surveyAll } from '../../../server/src/cli/surveyQueue';

const PATHS = Array.from({ length: 100 }, (_, k) => `/${k}.md`);
const surveyed = (path: string): Surveyed => ({ failure: path });

async function taken(threads: readonly SurveyThread[], here = async (path: string) => surveyed(path)) {
  const all: string[] = [];
  await surveyAll(PATHS, here, threads, (path, one) => {
    assert.deepEqual(one, surveyed(path));
    all.push(path);
  });
  return all;
}

describe('The queue of reports to be surveyed', () => {
  it('hands them on in their order, with and without threads', async () => {
    const slow: SurveyThread = {
      survey: async (paths) => {
        for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
        return paths.map(surveyed);
      },
    };
    const quick: SurveyThread = { survey: async (paths) => paths.map(surveyed) };
    assert.deepEqual(await taken([]), PATHS);
    assert.deepEqual(await taken([slow, quick]), PATHS);
  });

  it('does itself what a thread that fails has left', async () => {
    const broken: SurveyThread = { survey: () => Promise.reject(new Error('gone')) };
    assert.deepEqual(await taken([broken]), PATHS);
  });

  it('gives threads some of the work', async () => {
    let count = 0;
    const thread: SurveyThread = {
      survey: async (paths) => {
        count += paths.length;
        return paths.map(surveyed);
      },
    };
    const here = async (path: string) => {
      await new Promise((resolve) => setImmediate(resolve));
      return surveyed(path);
    };
    await taken([thread], here);
    assert.ok(count > 0 && count < PATHS.length);
  });
});
