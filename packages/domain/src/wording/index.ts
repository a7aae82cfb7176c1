export * from './check-text.ts';
export * from './content-stems.ts';
export * from './count-of.ts';
export * from './item-case.ts';
export * from './join-lines.ts';
export * from './list-words.ts';
