import { formatDate, type ReportContent } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { boardReport, statementOfAction } from '@gt/domain/report';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { takeSnapshot } from '../snapshots/take-snapshot.ts';
import { loadBoardFacts } from './load-board-facts.ts';
import { loadStatementFacts } from './load-statement-facts.ts';

export type WrittenContent = {
  title: string;
  content: ReportContent;
  snapshotId: string | null;
  clockId: string | null;
};

/**
 * A board report from a snapshot: the one that is named, else the newest; a plan that has none is taken one of now.
 * Throws NOT_FOUND for a snapshot of another plan.
 */
export async function writeBoardReport(
  tx: Tx,
  scope: Scope,
  of: { planId: string; snapshotId: string | undefined; reportNumber: number },
): Promise<WrittenContent> {
  const snapshotId = await snapshotFor(tx, scope, of);
  const facts = await loadBoardFacts(tx, scope, { snapshotId, reportNumber: of.reportNumber });
  return {
    title: `Board report ${of.reportNumber}, ${formatDate(facts.asAt)}`,
    content: boardReport(facts),
    snapshotId,
    clockId: null,
  };
}

async function snapshotFor(
  tx: Tx,
  scope: Scope,
  { planId, snapshotId }: { planId: string; snapshotId: string | undefined },
): Promise<string> {
  const found = await tx.snapshot.findFirst({
    where: { planId, ...(snapshotId ? { id: snapshotId } : {}) },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  if (found) return found.id;
  if (snapshotId) throw notFound('snapshot');
  return (await takeSnapshot(tx, scope, { planId, cause: 'BY_HAND' })).id;
}

/** A statement of action from the plan as it stands. Throws RULE for a plan without recommendations. */
export async function writeStatement(
  tx: Tx,
  scope: Scope,
  { planId }: { planId: string },
): Promise<WrittenContent> {
  const { facts, clockId } = await loadStatementFacts(tx, scope, planId);
  if (facts.recommendations.length === 0) {
    throw new DomainError(
      'RULE',
      'This plan has no recommendation yet, so there is nothing for a statement of action to answer. Add one first.',
    );
  }
  return {
    title: `Written statement of action, ${facts.plan.councilName}`,
    content: statementOfAction(facts),
    snapshotId: null,
    clockId,
  };
}
