export * from './agree-due-date.ts';
export * from './dependency-cycle.ts';
export * from './milestones.ts';
export * from './ready-templates.ts';
export * from './request-due-date.ts';
export * from './templates.ts';
