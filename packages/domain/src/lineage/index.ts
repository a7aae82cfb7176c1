export * from './authority-key.ts';
export * from './carried-themes.ts';
export * from './check-earlier.ts';
export * from './lineage-chain.ts';
export * from './mark-shared.ts';
export * from './raised-before-words.ts';
export * from './suggest-lineage.ts';
export * from './themes.ts';
