export * from './board-facts.ts';
export * from './board-report.ts';
export * from './compare-wording.ts';
export * from './find-in-words.ts';
export * from './public-edition.ts';
export * from './read-words.ts';
export * from './regenerate.ts';
export * from './statement.ts';
