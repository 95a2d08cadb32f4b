/** The entry of the page's script: shows the report that the page carries, or that VS Code hands over. */

import { findHost } from './host';
import { Page } from './page';

const host = findHost();
const page = new Page(document.getElementById('page')!, host);
host.onContents((contents) => page.show(contents));
