export * from './snapshot-totals.ts';
