export { EmbeddedError, type EmbeddedProblem } from './embedded-error.ts';
export { joinEmbedded } from './join-embedded.ts';
export { type Embedded, type EmbeddedOptions, startEmbedded } from './start-embedded.ts';
