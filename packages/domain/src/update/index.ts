export * from './similarity.ts';
export * from './validate-update.ts';
