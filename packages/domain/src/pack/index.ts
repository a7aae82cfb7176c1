export * from './compare-packs.ts';
export * from './pack-readiness.ts';
export * from './pack-scope.ts';
