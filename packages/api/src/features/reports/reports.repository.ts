import type { ReportListOut, ReportOut, ReportRow } from '@gt/contracts/schemas';
import type { ReportContent } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { missingApprovals, pagesOf } from '@gt/domain/report';
import { toInstant, toIsoDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { CLOCK_SELECT, clockOf } from '../inspections/clock-of.ts';
import { findingsOf, personalDataIn } from './find-in-report.ts';
import { REPORT_SELECT, toReportRows, visibleReports } from './report-rows.ts';

/** Beyond this many the list says how many more there are. */
const LISTED = 200;
/** Snapshots that are offered to make a report from. */
const OFFERED = 60;

/** Papers of a plan, newest first, with what new ones can be made from. Throws NOT_FOUND. */
export async function listReports(db: Db, scope: Scope, planId: string): Promise<ReportListOut> {
  const plan = await db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } });
  if (!plan) throw notFound('plan');
  const where = { planId, ...visibleReports(scope) };
  const rows = await db.report.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: LISTED,
    select: REPORT_SELECT,
  });
  const snapshots = await db.snapshot.findMany({
    where: { planId },
    orderBy: { number: 'desc' },
    take: OFFERED,
    select: { id: true, number: true, asAt: true, review: { select: { number: true } } },
  });
  return {
    reports: await toReportRows(db, rows),
    total: await db.report.count({ where }),
    clocks: await clocksOf(db, scope, { planId }),
    snapshots: snapshots.map(({ review, ...snapshot }) => ({
      ...snapshot,
      asAt: toIsoDate(snapshot.asAt),
      reviewNumber: review?.number ?? null,
    })),
  };
}

async function clocksOf(db: Db, scope: Scope, where: { planId: string } | { id: string }) {
  const rows = await db.statutoryClock.findMany({
    where,
    orderBy: { dueDate: 'asc' },
    select: CLOCK_SELECT,
  });
  return rows.map((row) => {
    const { id, dueDate, workingDays, submittedOn, stateText, workingDaysLeft, version } = clockOf(
      row,
      scope.today,
    );
    return { id, dueDate, workingDays, submittedOn, stateText, workingDaysLeft, version };
  });
}

/** One paper with its words, versions, approvals and what its issue waits for. Throws NOT_FOUND. */
export async function getReport(db: Db, scope: Scope, reportId: string): Promise<ReportOut> {
  const found = await db.report.findFirst({
    where: { id: reportId, ...visibleReports(scope) },
    select: {
      ...REPORT_SELECT,
      content: true,
      snapshotId: true,
      clockId: true,
      plan: { select: { trustName: true } },
    },
  });
  if (!found) throw notFound('report');
  const { plan, clockId, snapshotId, content: stored, ...raw } = found;
  const content = stored as unknown as ReportContent;
  const others = await db.report.findMany({
    where: {
      planId: raw.planId,
      kind: raw.kind,
      number: raw.number,
      id: { not: reportId },
      ...visibleReports(scope),
    },
    orderBy: [{ versionNumber: 'desc' }, { edition: 'asc' }],
    select: REPORT_SELECT,
  });
  const [row, ...versions] = await toReportRows(db, [raw, ...others]);
  const approvals = await approvalsOf(db, reportId);
  const [clock] = clockId ? await clocksOf(db, scope, { id: clockId }) : [];
  return {
    ...(row as ReportRow),
    content,
    pages: pagesOf(content),
    versions,
    approvals,
    missingApprovals:
      raw.kind === 'STATEMENT_OF_ACTION' ? missingApprovals(approvals, plan.trustName !== '') : [],
    clock: clock ?? null,
    findings: await (raw.edition === 'PUBLIC' ? findingsOf : personalDataIn)(db, scope.today, {
      title: raw.title,
      content,
    }),
    ...(await snapshotsOf(db, raw.planId, snapshotId)),
  };
}

async function approvalsOf(db: Db, reportId: string): Promise<ReportOut['approvals']> {
  const rows = await db.reportApproval.findMany({
    where: { reportId },
    orderBy: [{ approvedOn: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      body: true,
      approvedOn: true,
      approvedBy: true,
      note: true,
      recordedById: true,
      recordedAt: true,
      redactedAt: true,
    },
  });
  const people = await db.user.findMany({
    where: { id: { in: rows.map(({ recordedById }) => recordedById) } },
    select: { id: true, name: true },
  });
  return rows.map(({ recordedById, redactedAt, ...row }) => ({
    ...row,
    approvedOn: toIsoDate(row.approvedOn),
    recordedBy: {
      id: recordedById,
      name: people.find(({ id }) => id === recordedById)?.name ?? 'Somebody no longer on record',
    },
    recordedAt: toInstant(row.recordedAt),
    isRedacted: redactedAt !== null,
  }));
}

/** The snapshot a report was made from, and the newest of the plan where that is another. */
async function snapshotsOf(db: Db, planId: string, snapshotId: string | null) {
  if (!snapshotId) return { snapshot: null, newerSnapshot: null };
  const select = { id: true, number: true, asAt: true } as const;
  const used = await db.snapshot.findUnique({ where: { id: snapshotId }, select });
  const newest = await db.snapshot.findFirst({ where: { planId }, orderBy: { number: 'desc' }, select });
  const onWire = (row: typeof newest) => row && { ...row, asAt: toIsoDate(row.asAt) };
  return {
    snapshot: onWire(used),
    newerSnapshot: newest && used && newest.number > used.number ? onWire(newest) : null,
  };
}
