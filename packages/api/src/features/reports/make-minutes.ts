import type { IsoDate, ReportContent } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { type MinutesFacts, minutes, minutesTitle, withCorrection } from '@gt/domain/report';
import type { Jobs } from '../../core/ports.ts';
import type { Scope } from '../../core/scope.ts';
import { createReport, nextReportNumber } from './create-report.ts';
import { lockPlan } from './lock-plan.ts';
import { markingOf } from './report-rows.ts';
import { enqueueIssue } from './request-issue.ts';

/**
 * The minutes of a review that is being frozen, in the transaction that freezes it: the paper, and the job that makes
 * its files and mails them to the members.
 */
export async function makeMinutes(
  tx: Tx,
  scope: Scope,
  facts: MinutesFacts,
  jobs: Jobs,
): Promise<{ reportId: string }> {
  const { planId, reviewId, snapshotId } = facts;
  await lockPlan(tx, planId);
  const { id } = await createReport(tx, scope, 'report.make', {
    ...{ planId, reviewId, snapshotId },
    kind: 'MINUTES',
    number: await nextReportNumber(tx, planId, 'MINUTES'),
    state: 'ISSUING',
    title: minutesTitle(facts),
    marking: 'OFFICIAL',
    content: minutes(facts),
  });
  await enqueueIssue({ jobs }, tx, id);
  return { reportId: id };
}

/**
 * A new version of the minutes that prints a later correction, in the transaction that records it; its files are made
 * and mailed as the first ones were. Null when the review has no minutes.
 */
export async function correctMinutes(
  tx: Tx,
  scope: Scope,
  correction: { reviewId: string; text: string; by: string; on: IsoDate },
  jobs: Jobs,
): Promise<{ reportId: string } | null> {
  const { reviewId, ...said } = correction;
  const minutesOf = { reviewId, kind: 'MINUTES' } as const;
  const first = await tx.report.findFirst({ where: minutesOf, select: { planId: true } });
  if (!first) return null;
  await lockPlan(tx, first.planId);
  // Whoever corrects a review may not write papers, so this is no reading of a draft.
  const newest = await tx.report.findFirstOrThrow({
    where: minutesOf,
    orderBy: { versionNumber: 'desc' },
    select: {
      planId: true,
      number: true,
      versionNumber: true,
      title: true,
      marking: true,
      content: true,
      snapshotId: true,
    },
  });
  const { planId, number, versionNumber, title, marking, content, snapshotId } = newest;
  const { id } = await createReport(tx, scope, 'report.correct', {
    ...{ ...minutesOf, planId, number, title, snapshotId },
    versionNumber: versionNumber + 1,
    state: 'ISSUING',
    marking: markingOf(marking),
    content: withCorrection(content as unknown as ReportContent, said),
  });
  await enqueueIssue({ jobs }, tx, id);
  return { reportId: id };
}
