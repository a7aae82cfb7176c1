import type { FieldProblem, IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { validateMilestone } from '@gt/domain/planning';
import { fromIsoDate } from '../../core/dates.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';

type FirstMilestone = { title: string; dueDate: IsoDate };

/** What is wrong with the milestones that a new action comes with; each sentence once. */
export function firstMilestoneProblems(scope: Scope, milestones: readonly FirstMilestone[]): FieldProblem[] {
  const found = milestones.flatMap((milestone) => validateMilestone(milestone, scope.today));
  return [...new Set(found.map(({ message }) => message))].map((message) => ({
    field: 'milestones',
    message,
  }));
}

/** The milestones that a new action comes with, all open. */
export async function writeFirstMilestones(
  tx: Tx,
  scope: Scope,
  actionId: string,
  milestones: readonly FirstMilestone[],
): Promise<void> {
  if (milestones.length === 0) return;
  await tx.milestone.createMany({
    data: milestones.map(({ title, dueDate }) => ({
      id: newId(),
      actionId,
      title,
      dueDate: fromIsoDate(dueDate),
      createdById: scope.userId,
      createdAt: scope.now,
      changedById: scope.userId,
      changedAt: scope.now,
    })),
  });
}
