import type {
  AgendaItem,
  ReviewChangesOut,
  ReviewListOut,
  ReviewOut,
  reviewChangesInput,
  reviewListInput,
} from '@gt/contracts/schemas';
import { type Db, sql } from '@gt/db';
import { holds } from '@gt/domain/authz';
import type { z } from 'zod';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { actionsOf } from '../live/actions-of.ts';
import { loadAgenda } from './load-agenda.ts';
import { type Moment, readMoment, writtenSince } from './moment.ts';
import { headOf, loadHeadRow, type RawHead } from './review-head.ts';
import { loadReviewRows, toReviewRow } from './review-rows.ts';

/** Reviews of a plan: those that are ahead or open, then those that are over; the newest day first. Throws NOT_FOUND. */
export async function listReviews(
  db: Db,
  scope: Scope,
  { planId, page }: z.infer<typeof reviewListInput>,
): Promise<ReviewListOut> {
  const plan = await db.plan.findFirst({
    where: { id: planId, deletedAt: null },
    select: { _count: { select: { reviews: true } } },
  });
  if (!plan) throw notFound('plan');
  const rows = await loadReviewRows(
    db,
    scope,
    sql`WHERE r."planId" = ${planId}
      ORDER BY r."state" IN ('FROZEN', 'CANCELLED'), r."heldOn" DESC, r."number" DESC
      LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  return { reviews: rows.map(toReviewRow), total: plan._count.reviews, mayRunFor: mayRunFor(scope) };
}

function mayRunFor(scope: Scope): string[] | null {
  if (scope.roles.includes('PROGRAMME_LEAD')) return null;
  return holds(scope.roles, 'review.run') ? [...scope.teamIds] : [];
}

/** A review with its whole agenda; of one that is frozen as it was then. Throws NOT_FOUND. */
export async function getReview(db: Db, scope: Scope, reviewId: string): Promise<ReviewOut> {
  const row = await loadHeadRow(db, scope, reviewId);
  const head = await headOf(db, scope, row);
  return { ...head, agenda: await loadAgenda(db, scope, row) };
}

/** Changes after which the agenda as a whole is another one, or in another order. */
const AGENDA_CHANGES: readonly string[] = [
  'review.open',
  'review.freeze',
  'review.reorder',
  'review.addItem',
  'review.removeItem',
];
/** Beyond this many changes the whole agenda is cheaper than the sum of its parts. */
const CHANGES_MAX = 500;

/**
 * What everybody shares, and the items that changed since a moment marked by `cursor`: their notes, and the actions
 * behind them wherever they were changed. Six statements at most while a review is open. Throws NOT_FOUND.
 */
export async function reviewChanges(
  db: Db,
  scope: Scope,
  { reviewId, since }: z.infer<typeof reviewChangesInput>,
): Promise<ReviewChangesOut> {
  const row = await loadHeadRow(db, scope, reviewId);
  const head = await headOf(db, scope, row);
  return { ...head, ...(await agendaSince(db, scope, row, readMoment(since))) };
}

type Changed = { entityType: string; entityId: string; action: string };

async function agendaSince(
  db: Db,
  scope: Scope,
  row: RawHead,
  since: Moment | null,
): Promise<{ agenda: AgendaItem[]; isWhole: boolean }> {
  const whole = async () => ({ agenda: await loadAgenda(db, scope, row), isWhole: true });
  // A mark from before the database was brought back from a copy means nothing here.
  if (since === null || since.end > (readMoment(row.cursor)?.end ?? 0n)) return whole();
  const changes = await db.$queryRaw<Changed[]>`
    SELECT e."entityType", e."entityId", e."action" FROM "audit_event" e
    WHERE e."planId" = ${row.planId} AND ${writtenSince(sql`e."txId"`, since)} LIMIT ${CHANGES_MAX + 1}`;
  const isOther = changes.some(
    ({ entityType, entityId, action }) =>
      entityType === 'REDACTION' || (entityId === row.id && AGENDA_CHANGES.includes(action)),
  );
  if (isOther || changes.length > CHANGES_MAX) return whole();
  if (row.state !== 'OPEN') return { agenda: [], isWhole: false };
  const found = changes.length > 0 ? await actionsOf(db, scope, changes) : [];
  const actionIds = [...new Set(found.map(({ actionId }) => actionId))];
  const agenda = await loadAgenda(
    db,
    scope,
    row,
    sql`(${writtenSince(sql`i."txId"`, since)} OR i."actionId" = ANY(${actionIds}::text[]))`,
  );
  return { agenda, isWhole: false };
}
