/** What passes between the server and VS Code beyond the protocol's own: requests, commands, and what each carries. */

export * from './citing';
export * from './consistency';
export * from './deskFiles';
export * from './explorer';
export * from './files';
export * from './glossary';
export * from './library';
export * from './normalising';
export * from './notes';
export * from './places';
export * from './previewing';
export * from './renaming';
export * from './romanising';
export * from './rules';
export * from './start';
export * from './teaching';
