/** The analysis of an open report as it is being made: first all that is listed, then the guesses, in slices. */

import { type Analysis, completeSteps, listedSteps } from '../analysis/analyze';
import type { WorksOfReference } from '../analysis/works';
import type { Rest, Steps } from '../text/steps';

export interface OpenAnalysisOptions {
  readonly text: string;
  readonly works: WorksOfReference;
  /** Of the same report before an edit, or with other works. */
  readonly earlier: Analysis | undefined;
  readonly rest: Rest;
  /** Asked after each rest: work that nobody wants any longer is left where it is. */
  isWanted(): boolean;
}

/** Begins when it is made. */
export class OpenAnalysis {
  readonly #rest: Rest;
  readonly #isWanted: () => boolean;
  #earlier: Analysis | undefined;
  readonly #listed: Promise<unknown>;
  #complete: Promise<unknown> | undefined;
  #latest: Analysis | undefined;

  constructor({ text, works, earlier, rest, isWanted }: OpenAnalysisOptions) {
    this.#rest = rest;
    this.#isWanted = isWanted;
    this.#earlier = earlier;
    this.#listed = handled(this.#list(listedSteps(text, works, earlier)));
  }

  /** What is there by now, or what the next analysis may begin with: at least as good as `earlier`. */
  get latest(): Analysis | undefined {
    return this.#latest ?? this.#earlier;
  }

  /** At least what is listed, and those guesses that take no longer than a keystroke; undefined if nobody wanted it. */
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
    const listed = await this.#inSlices(steps);
    if (!listed) return;
    this.#earlier = undefined;
    // Until its first rest, this runs at once: a hint must not vanish at every keystroke only to come back.
    this.#complete = handled(this.#inSlices(completeSteps(listed)));
  }

  /** Keeps what the steps give as soon as they give it. */
  async #inSlices(steps: Steps<Analysis>): Promise<Analysis | undefined> {
    for (;;) {
      const step = steps.next();
      if (step.done) {
        this.#latest = step.value;
        return step.value;
      }
      const resting = this.#rest();
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
