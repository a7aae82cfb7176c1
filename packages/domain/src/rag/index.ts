export * from './calculate-rag.ts';
export * from './check-mismatch-reason.ts';
export * from './colour-moved.ts';
export * from './explain-rag.ts';
export * from './rag-counts.ts';
export * from './rag-mismatch.ts';
export * from './shown-rag.ts';
export * from './weeks-at-colour.ts';
