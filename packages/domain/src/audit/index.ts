export * from './canonical-json.ts';
export * from './seal-row.ts';
export * from './verify-chain.ts';
