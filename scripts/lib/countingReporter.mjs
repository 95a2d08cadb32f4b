/** A Mocha reporter: a dot for each test, failures in full, and the counts in a file for whoever started Mocha. */

import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export default class CountingReporter extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const { countsFile } = options.reporterOptions;
    runner.once('end', () => writeFileSync(countsFile, JSON.stringify(runner.stats)));
  }
}
