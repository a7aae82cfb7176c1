export * from './burn-up.ts';
export * from './compare-action.ts';
export * from './compare-snapshots.ts';
export * from './long-red.ts';
export * from './movement-words.ts';
export * from './redact-snapshot.ts';
export * from './snapshot-totals.ts';
export * from './snapshot-words.ts';
