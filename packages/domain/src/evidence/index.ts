export * from './archive-problem.ts';
export * from './can-check-evidence.ts';
export * from './decide-evidence.ts';
export * from './evidence-reference.ts';
export * from './evidence-sufficiency.ts';
export * from './sufficiency-words.ts';
export * from './upload-rules.ts';
export * from './validate-evidence.ts';
