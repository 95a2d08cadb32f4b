/** Says what a script is doing, and how long each long step took. */

/** Prints a line that opens a step. */
export function announce(title) {
  console.log(`\n▸ ${title}`);
}

/**
 * Runs a long step: a dot every few seconds shows that it lives, and the time it took closes the line. Whatever `work`
 * throws is thrown on.
 */
export async function withProgress(title, work) {
  const began = performance.now();
  process.stdout.write(`▸ ${title} `);
  const dots = setInterval(() => process.stdout.write('.'), 2000);
  try {
    const result = await work();
    console.log(`done (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    return result;
  } catch (error) {
    console.log('failed');
    throw error;
  } finally {
    clearInterval(dots);
  }
}

/** A failure that is explained by its message alone, so that no stack trace need be printed. */
export class Unavailable extends Error {}

/** Runs a script's main function; an `Unavailable` ends it with its message and exit code 2. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof Unavailable ? `\n${error.message}` : error);
    process.exitCode = 2;
  }
}
