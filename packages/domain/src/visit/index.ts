export * from './validate-plan-date.ts';
export * from './visit-window.ts';
export * from './window-rules.ts';
