import type { Db, Tx } from '@gt/db';
import type { DecidedRow } from '@gt/domain/workbook';
import type { Scope } from '../../core/scope.ts';
import { assigneeIds } from '../actions/check-assignees.ts';
import { loadAssignees } from '../actions/load-assignees.ts';
import { assignedNow } from '../actions/plan-assignment.ts';
import type { PlannedWrite } from '../actions/planned-write.ts';
import { type ActionForWrite, findActions } from '../actions/write-action.ts';
import { assignedWith, planChanges, refusalOf } from './plan-changes.ts';

/** Why a workbook's dates and owners change: it stands in the ledger and in the history of each action. */
export const reasonOf = (fileName: string) => `As the workbook “${fileName.slice(0, 120)}” has it.`;

export type Planned = { writes: PlannedWrite[]; refused: Map<DecidedRow, string> };

/** The writes of all rows that change an action, and which of them a rule refuses. `rows` are locked for writing. */
export async function planAllChanges(
  tx: Tx | Db,
  scope: Scope,
  decided: readonly DecidedRow[],
  of: { planId: string; fileName: string; rows?: readonly ActionForWrite[] },
): Promise<Planned> {
  const planned: Planned = { writes: [], refused: new Map() };
  const wanted = decided.filter(({ outcome }) => outcome === 'UPDATE');
  if (wanted.length === 0) return planned;
  const ids = wanted.flatMap(({ target }) => (target ? [target.id] : []));
  const rows = new Map((of.rows ?? (await findActions(tx, ids))).map((row) => [row.id, row]));
  const assigned = wanted.flatMap((one) => {
    const row = one.target && rows.get(one.target.id);
    return row && one.wanted.assigns ? [assignedNow(row), assignedWith(row, one, one.wanted.assigns)] : [];
  });
  const among = await loadAssignees(tx as Tx, scope, assigneeIds(assigned));
  const plan = await tx.plan.findUniqueOrThrow({
    where: { id: of.planId },
    select: { dueDateApproval: true },
  });
  const by = { among, approval: plan.dueDateApproval, reason: reasonOf(of.fileName) };
  for (const one of wanted) {
    const row = one.target && rows.get(one.target.id);
    if (!row) continue;
    try {
      planned.writes.push(...planChanges(scope, row, one, by));
    } catch (error) {
      const sentence = refusalOf(error);
      if (sentence === null) throw error;
      planned.refused.set(one, sentence);
    }
  }
  return planned;
}
