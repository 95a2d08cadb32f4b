/** `npm run package`: builds the extension's package, and prints its contents and its size. */

import { bundle, compile } from './lib/bundles.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { announce, main } from './lib/steps.mjs';
import { makePackage, PACKAGE_FILE, printContents } from './lib/vsix.mjs';

await main(async () => {
  await ensureDependencies();
  if (!(await compile())) return 1;
  await bundle();
  const bytes = await makePackage(PACKAGE_FILE);
  announce('The package holds');
  await printContents();
  console.log(`\n${PACKAGE_FILE}: ${(bytes / 1024).toFixed(0)} KB`);
  return 0;
});
