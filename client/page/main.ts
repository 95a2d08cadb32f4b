/** The entry of the page's script: shows the report that the page carries, or that VS Code hands over. */

import { element } from './elements';
import { findHost } from './host';
import { Page } from './page';

const host = findHost();
const root = document.getElementById('page')!;
const page = new Page(root, host);
// A large desk takes its time; VS Code tells how far that is.
if (host.editor) root.append(element('p', { class: 'nothing' }, 'The reports are being read…'));
host.onContents((contents) => page.show(contents));
