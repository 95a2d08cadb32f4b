/** The analysis of an open report as it is being made: first all that is listed, then the guesses, in slices. */

import { type Analysis, completeSteps, listedSteps } from '../analysis/analyze';
import type { WorksOfReference } from '../analysis/works';
import type { Rest, Steps } from '../text/steps';

export interface OpenAnalysisOptions {
  readonly text: string;
  readonly works: WorksOfReference;
  /** Of the same report before an edit, or with other works. */
  readonly earlier: Analysis | undefined;
  /** For what a reader waits for. */
  readonly rest: Rest;
  /** For what comes behind. */
  readonly later: Rest;
  /** Asked after each rest: work that nobody wants any longer is left where it is. */
  isWanted(): boolean;
}

/** So many turns of the event loop pass until a message is written. */
const TURNS_TO_SEND = 3;

/** Begins when it is made. */
export class OpenAnalysis {
  readonly #rest: Rest;
  readonly #later: Rest;
  readonly #isWanted: () => boolean;
  #earlier: Analysis | undefined;
  readonly #listed: Promise<unknown>;
  #complete: Promise<unknown> | undefined;
  #latest: Analysis | undefined;

  constructor({ text, works, earlier, rest, later, isWanted }: OpenAnalysisOptions) {
    this.#rest = rest;
    this.#later = later;
    this.#isWanted = isWanted;
    this.#earlier = earlier;
    this.#listed = handled(this.#list(listedSteps(text, works, earlier)));
  }

  /** What is there by now, or what the next analysis may begin with: at least as good as `earlier`. */
  get latest(): Analysis | undefined {
    return this.#latest ?? this.#earlier;
  }

  /** At least what is listed, and the guesses that are known; undefined if nobody wanted it. */
  async listed(): Promise<Analysis | undefined> {
    await this.#listed;
    return this.#latest;
  }

  /** All of it; undefined if nobody wanted it any longer. */
  async complete(): Promise<Analysis | undefined> {
    await this.#listed;
    await this.#complete;
    return this.#latest?.isComplete ? this.#latest : undefined;
  }

  async #list(steps: Steps<Analysis>): Promise<void> {
    const listed = await this.#inSlices(steps, this.#rest);
    if (!listed) return;
    this.#earlier = undefined;
    this.#complete = handled(this.#guess(listed));
  }

  /** Begins when what is listed has been sent off. */
  async #guess(listed: Analysis): Promise<unknown> {
    for (let turn = 0; turn < TURNS_TO_SEND; turn++) await new Promise((resolve) => setImmediate(resolve));
    return this.#isWanted() ? this.#inSlices(completeSteps(listed), this.#later) : undefined;
  }

  /** Keeps what the steps give as soon as they give it. */
  async #inSlices(steps: Steps<Analysis>, rest: Rest): Promise<Analysis | undefined> {
    for (;;) {
      const step = steps.next();
      if (step.done) {
        this.#latest = step.value;
        return step.value;
      }
      const resting = rest();
      if (!resting) continue;
      await resting;
      if (!this.#isWanted()) return undefined;
    }
  }
}

/** Who waits for it hears of a failure; that perhaps nobody does is no failure of its own. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
