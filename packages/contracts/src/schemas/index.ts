export * from './base.ts';
export * from './dashboard.ts';
export * from './imports.ts';
export * from './inspections.ts';
export * from './plans.ts';
export * from './recommendations.ts';
