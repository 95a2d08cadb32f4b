/** Required before a program: at its end, writes which files it has loaded to the file that the environment names. */

const { writeFileSync } = require('node:fs');
const { basename } = require('node:path');

process.on('exit', () => {
  const files = Object.keys(require.cache).map((path) => basename(path));
  writeFileSync(process.env.NOMENCLATOR_BENCH_LOADED, JSON.stringify(files));
});
