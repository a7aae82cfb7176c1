export * from './validate-view.ts';
export * from './view-rights.ts';
