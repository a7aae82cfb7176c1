export * from './validate-update.ts';
