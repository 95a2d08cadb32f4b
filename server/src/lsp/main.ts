/** The entry of the language server: opens the connection that the arguments name, and starts serving. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeCache } from '../desk/nodeCache';
import { nodeFiles } from '../desk/nodeFiles';
import { startServer } from './server';

const today = (): string => {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const cacheIn = (folder: string) => nodeCache(folder, __filename);

startServer(createConnection(ProposedFeatures.all), nodeFiles, today, cacheIn);
