/** Long work in small steps: a generator that stops between them, so that whoever runs it can do other things meanwhile. */

/** Work that gives a `T` when it is done; it should come to its next `yield` within a few milliseconds. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Asked between steps: nothing, to go on at once, or a promise to wait for. Only entry points know a clock. */
export type Rest = () => Promise<void> | undefined;

/** All of the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The work with rests between its steps. */
export async function pace<T>(steps: Steps<T>, rest: Rest): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const resting = rest();
    if (resting) await resting;
  }
}
