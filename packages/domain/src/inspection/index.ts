export * from './clock-periods.ts';
export * from './framework-for.ts';
export * from './statutory-clock.ts';
export * from './validate-inspection.ts';
export * from './validate-submission.ts';
