/** Makes the page of the Name Consistency Report: one file that loads nothing, and runs nothing but its own script. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './paths.mjs';

const FOLDER = join(ROOT, 'client', 'page');

/** The page without a report, as text. */
export async function makeReportPage() {
  const [script, style] = await Promise.all([bundled('main.ts'), bundled('page.css')]);
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
  ].join('; ');
  const page = readFileSync(join(FOLDER, 'page.html'), 'utf8');
  return page
    .replace('content="policy"', () => `content="${policy}"`)
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`);
}

/** Minified, without what would end its element in a page. */
async function bundled(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome118', 'firefox115', 'safari17'],
    minify: true,
    legalComments: 'none',
    charset: 'ascii',
    logLevel: 'warning',
  });
  return outputFiles[0].text.trim();
}

/** Whoever reads the page can see that nothing else runs in it, in VS Code as in a browser. */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
