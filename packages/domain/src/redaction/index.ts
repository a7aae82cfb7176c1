export * from './repeated-words.ts';
