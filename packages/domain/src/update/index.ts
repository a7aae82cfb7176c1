export * from './similarity.ts';
export * from './update-link.ts';
export * from './validate-update.ts';
