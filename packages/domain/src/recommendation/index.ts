export * from './changed-knot.ts';
export * from './close-recommendation.ts';
export * from './closing-questions.ts';
export * from './recommendation-words.ts';
export * from './sustain-check.ts';
export * from './thread.ts';
export * from './thread-gap.ts';
export * from './validate-recommendation.ts';
