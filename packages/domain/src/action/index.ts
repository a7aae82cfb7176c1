export { REASON_MAX, REASON_MIN } from '../wording/index.ts';
export * from './action-reference.ts';
export * from './change-assignment.ts';
export * from './change-due-date.ts';
export * from './change-status.ts';
export * from './date-ledger.ts';
export * from './declare-rag.ts';
export * from './overdue.ts';
export * from './validate-action.ts';
