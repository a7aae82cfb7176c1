export type { Given } from './give-action.ts';
export { headingKey } from './guess-heading.ts';
export { type DecidedRow, datesOf, type Judgement, judgeRows, rowKey } from './judge-rows.ts';
export { type Directory, nameKey } from './match-names.ts';
export type { PlanAction, PlanFacts } from './plan-facts.ts';
export { planWorkbook } from './plan-workbook.ts';
