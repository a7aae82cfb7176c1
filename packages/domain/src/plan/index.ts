export * from './across-plans.ts';
export * from './plan-orders.ts';
export * from './plans-side-by-side.ts';
export * from './validate-plan.ts';
export * from './validate-plan-settings.ts';
export * from './validate-rhythm.ts';
