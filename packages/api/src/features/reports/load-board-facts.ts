import type { Rag, SnapshotAction, SnapshotContent } from '@gt/contracts/words';
import { sql, type Tx } from '@gt/db';
import { daysBetween } from '@gt/domain/calendar';
import { evidenceReference } from '@gt/domain/evidence';
import type { BoardAction, BoardFacts } from '@gt/domain/report';
import { IS_ON_RECORD, isAccepted } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';
import { loadSnapshot } from '../snapshots/load-snapshot.ts';

/** Differences for children that a report may choose from, newest first. */
const MOST_DIFFERENCES = 200;

/** The difference in words where somebody wrote it down, else what the item shows. */
const SHOWN = sql`COALESCE(NULLIF(btrim(e."difference"), ''), btrim(e."shows"))`;

type Said = { id: string; whatHappened: string; inTheWay: string };

/**
 * What a board report is written from: the snapshot, the one it is compared with, and the words of the updates that
 * the snapshot names. Numbers and colours are as they were then. Words that were destroyed stay blank.
 */
export async function loadBoardFacts(
  tx: Tx,
  scope: Scope,
  of: { snapshotId: string; reportNumber: number },
): Promise<BoardFacts> {
  const now = await loadSnapshot(tx, scope, of.snapshotId);
  const beforeId = await snapshotBefore(tx, { ...of, planId: now.plan.id });
  const before = beforeId ? await loadSnapshot(tx, scope, beforeId) : null;
  const said = await loadSaid(tx, now);
  const was = new Map(before?.actions.map((action) => [action.id, action]));
  const byId = new Map(now.actions.map((action) => [action.id, action]));
  return {
    plan: now.plan,
    asAt: now.asAt,
    previousAsAt: before?.asAt ?? null,
    coloursBefore: before && coloursOf(before),
    recommendations: now.recommendations,
    actions: now.actions.map((action) =>
      actionOf(action, was.get(action.id), said.get(action.lastUpdate?.id ?? ''), now),
    ),
    measures: now.measures,
    decisions: now.decisions,
    dateRequests: now.dateRequests.flatMap(({ actionId, fromDate, toDate, reason }) => {
      const action = byId.get(actionId);
      return action ? [{ reference: action.reference, title: action.title, fromDate, toDate, reason }] : [];
    }),
    differences: await loadDifferences(tx, now, before),
  };
}

/**
 * The snapshot that this one is compared with: that of the board report before, so that a board hears of everything
 * since it last met; where there is none, the snapshot just before.
 */
async function snapshotBefore(
  tx: Tx,
  { planId, snapshotId, reportNumber }: { planId: string; snapshotId: string; reportNumber: number },
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "snapshot" s JOIN "snapshot" mine ON mine."id" = ${snapshotId}
    LEFT JOIN "report" r ON r."snapshotId" = s."id" AND r."planId" = ${planId} AND r."kind" = 'BOARD_REPORT'
      AND r."edition" = 'INTERNAL' AND r."state" = 'ISSUED' AND r."number" < ${reportNumber}
    WHERE s."planId" = ${planId} AND s."number" < mine."number"
    ORDER BY r."number" DESC NULLS LAST, s."number" DESC LIMIT 1`;
  return row?.id ?? null;
}

function coloursOf({ actions }: SnapshotContent): Record<Rag, number> {
  const counts: Record<Rag, number> = { RED: 0, AMBER: 0, GREEN: 0, BLUE: 0, NONE: 0 };
  for (const { rag, status } of actions) if (status !== 'CANCELLED') counts[rag] += 1;
  return counts;
}

function actionOf(
  action: SnapshotAction,
  before: SnapshotAction | undefined,
  said: Said | undefined,
  { asAt }: SnapshotContent,
): BoardAction {
  return {
    ...action,
    team: action.team ?? '',
    owner: action.ownerPost ?? '',
    weeksAtColour: action.ragSince ? Math.max(0, Math.floor(daysBetween(action.ragSince, asAt) / 7)) : 0,
    before: before ? { rag: before.rag, status: before.status, dueDate: before.dueDate } : null,
    happened: said?.whatHappened ?? '',
    inTheWay: said?.inTheWay ?? '',
  };
}

/** The words of the updates that a snapshot names; updates never change, and destroyed ones are blank. */
async function loadSaid(tx: Tx, { actions }: SnapshotContent): Promise<Map<string, Said>> {
  const ids = actions.flatMap(({ lastUpdate }) => (lastUpdate ? [lastUpdate.id] : []));
  const rows = await tx.progressUpdate.findMany({
    where: { id: { in: ids }, redactedAt: null },
    select: { id: true, whatHappened: true, inTheWay: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** What updates between the two say of the difference for children, and what evidence accepted between shows of it. */
async function loadDifferences(
  tx: Tx,
  now: SnapshotContent,
  before: SnapshotContent | null,
): Promise<BoardFacts['differences']> {
  const since = before ? sql`x."at" > ${new Date(before.takenAt)}` : sql`true`;
  const rows = await tx.$queryRaw<
    { actionId: string | null; number: number | null; words: string; source: 'UPDATE' | 'EVIDENCE' }[]
  >`
    SELECT x."actionId", x."number", x."words", x."source" FROM (
      SELECT u."actionId", NULL::int AS "number", u."difference" AS "words", 'UPDATE' AS "source", u."createdAt" AS "at"
      FROM "progress_update" u JOIN "action" a ON a."id" = u."actionId" AND a."deletedAt" IS NULL
      WHERE a."planId" = ${now.plan.id} AND u."redactedAt" IS NULL AND btrim(u."difference") <> ''
        AND NOT EXISTS (SELECT 1 FROM "progress_update" c WHERE c."correctsId" = u."id")
      UNION ALL
      SELECT NULL, e."number", ${SHOWN}, 'EVIDENCE', max(c."checkedAt")
      FROM "evidence" e JOIN "evidence_check" c ON c."evidenceId" = e."id" AND c."decision" = 'ACCEPTED'
      WHERE e."planId" = ${now.plan.id} AND e."showsImpact"
        AND ${IS_ON_RECORD} AND ${isAccepted({ today: now.asAt })} AND ${SHOWN} <> ''
      GROUP BY e."id"
    ) x
    WHERE ${since} AND x."at" <= ${new Date(now.takenAt)}
    ORDER BY x."source", x."at" DESC LIMIT ${MOST_DIFFERENCES}`;
  const references = new Map(now.actions.map(({ id, reference }) => [id, reference]));
  return rows.flatMap(({ actionId, number, words, source }) => {
    const reference = number === null ? references.get(actionId ?? '') : evidenceReference(number);
    return reference ? [{ reference, words, source }] : [];
  });
}
