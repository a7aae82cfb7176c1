import type { WorkbookChoices, WorkbookField, WorkbookGrid, WorkbookPlan } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { type Judgement, judgeRows, type PlanFacts, planWorkbook } from '@gt/domain/workbook';
import { londonDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { planAllChanges } from './check-changes.ts';
import { loadPlanFacts } from './load-plan-facts.ts';

export type Judged = { plan: WorkbookPlan; facts: PlanFacts; judgement: Judgement };
type Row = { planId: string; fileName: string; grid: unknown; choices: unknown; createdAt: Date };

/**
 * What becomes of every row of a workbook in its plan as it stands, with what the rules of each change would refuse.
 * Missing years are settled by the day on which the workbook came, so that looking again tomorrow says the same.
 */
export async function judgeWorkbook(db: Db | Tx, scope: Scope, row: Row): Promise<Judged> {
  const choices = row.choices as WorkbookChoices;
  const facts = await loadPlanFacts(db, scope, row.planId);
  const kept = await db.headingChoice.findMany({ select: { key: true, field: true } });
  const remembered = Object.fromEntries(kept.map(({ key, field }) => [key, field as WorkbookField]));
  // Our own reader wrote it.
  const grid = row.grid as WorkbookGrid;
  const plan = planWorkbook(grid, { chosen: choices.columns, remembered }, londonDate(row.createdAt));
  const judgement = judgeRows(plan, choices, facts);
  const { refused } = await planAllChanges(db, scope, judgement.rows, row);
  for (const [decided, sentence] of refused) {
    decided.outcome = 'PROBLEM';
    decided.reasons = [sentence, ...decided.reasons];
    judgement.counts.UPDATE -= 1;
    judgement.counts.PROBLEM += 1;
    judgement.imported -= 1;
    judgement.explained += 1;
  }
  return { plan, facts, judgement };
}
