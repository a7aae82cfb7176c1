export * from './errors.ts';
export * from './frameworks.ts';
export * from './ids.ts';
export * from './labels.ts';
export * from './pack-content.ts';
export * from './report-draft.ts';
export * from './sample.ts';
export * from './tuples.ts';
