export type { Given } from './give-action.ts';
export { type DecidedRow, datesOf, type Judgement, judgeRows } from './judge-rows.ts';
export { type Directory, nameKey } from './match-names.ts';
export type { PlanAction, PlanFacts } from './plan-facts.ts';
export { planWorkbook } from './plan-workbook.ts';
