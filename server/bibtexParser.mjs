/** The BibTeX parser as a module: its package offers `require` a file that Node takes for a module, and cannot load. */
export { parse } from '@retorquere/bibtex-parser';
