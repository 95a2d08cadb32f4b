/** Something large that is built once, when somebody first asks, in steps that all who ask drive together. */

import { finish, type Steps } from './steps';

export class OnceBuilt<T extends object> {
  readonly #begin: () => Steps<T>;
  #building: Steps<T> | undefined;
  #built: T | undefined;

  /** @param built what `begin` would give, if it is at hand. */
  constructor(begin: () => Steps<T>, built?: T) {
    this.#begin = begin;
    this.#built = built;
  }

  /** Undefined until it is built. */
  get built(): T | undefined {
    return this.#built;
  }

  /** In place of what would be built. */
  take(built: T): void {
    this.#built ??= built;
    this.#building = undefined;
  }

  /** Goes on building where the last one who asked has stopped. */
  *steps(): Steps<T> {
    for (;;) {
      if (this.#built) return this.#built;
      this.#building ??= this.#begin();
      const step = this.#building.next();
      if (step.done) {
        this.#built = step.value;
        this.#building = undefined;
        return step.value;
      }
      yield;
    }
  }

  /** Builds at once what is still to be built. */
  now(): T {
    return this.#built ?? finish(this.steps());
  }
}
