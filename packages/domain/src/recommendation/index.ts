export * from './changed-knot.ts';
export * from './recommendation-words.ts';
export * from './thread.ts';
export * from './thread-gap.ts';
export * from './validate-recommendation.ts';
