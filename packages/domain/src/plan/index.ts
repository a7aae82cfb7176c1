export * from './validate-plan.ts';
