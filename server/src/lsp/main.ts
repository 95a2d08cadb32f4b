/** The entry of the language server: opens the connection that the arguments name, and starts serving. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '../desk/nodeFiles';
import { startServer } from './server';

const today = (): string => {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

startServer(createConnection(ProposedFeatures.all), nodeFiles, today);
