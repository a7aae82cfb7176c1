export { repeatedWords } from './repeated-words.ts';
export { TELLING_LENGTH, tellingWords } from './telling-words.ts';
