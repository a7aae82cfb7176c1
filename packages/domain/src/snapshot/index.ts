export * from './redact-snapshot.ts';
export * from './snapshot-totals.ts';
