import type { AttendanceSetInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import {
  assertFresh,
  assertOpen,
  assertWrites,
  lockReview,
  type ReviewForWrite,
  writeReview,
} from './review-access.ts';

type Row = AttendanceSetInput['attendances'][number];

/**
 * Says who is there, as one whole list: apologies before the meeting, presence in it. People with an account appear
 * under its name, guests under what is typed, which should be their post. Throws INVALID for somebody named twice, for
 * an account that is not there, or for a list without the chair; CONFLICT, RULE.
 */
export async function setAttendance(
  ctx: Context,
  scope: Scope,
  { reviewId, version, attendances }: AttendanceSetInput,
): Promise<{ id: string; version: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const review = await lockReview(tx, scope, reviewId, 'ALONE');
    assertWrites(scope, review);
    if (review.state !== 'PREPARED') assertOpen(review);
    await assertFresh(tx, review, version);
    const rows = await named(tx, attendances);
    assertWhole(review, rows);
    const before = await tx.reviewAttendance.findMany({
      where: { reviewId },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, userId: true, name: true, attendance: true, isChair: true },
    });
    await replaceRows(tx, review, before, rows);
    const written = await writeReview(tx, review, {});
    await recordAudit(tx, scope, {
      action: 'review.setAttendance',
      entityType: 'REVIEW',
      entityId: reviewId,
      planId: review.planId,
      before: { attendance: before.map(({ name, attendance }) => `${name}: ${attendance}`) },
      after: { attendance: rows.map(({ name, attendance }) => `${name}: ${attendance}`) },
    });
    return written;
  });
}

/** People with an account are called by its name, whatever was sent. */
async function named(tx: Tx, rows: readonly Row[]): Promise<Row[]> {
  const ids = rows.flatMap(({ userId }) => userId ?? []);
  const users = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map((row, index) => {
    if (row.userId === null) return row;
    const name = nameOf.get(row.userId);
    if (name !== undefined) return { ...row, name };
    const message = `${row.name} has no account any more. Add them as a guest, by post.`;
    throw invalid([{ field: `attendances.${index}.userId`, message }]);
  });
}

function assertWhole(review: ReviewForWrite, rows: readonly Row[]): void {
  const seen = new Set<string>();
  for (const [index, { userId, name }] of rows.entries()) {
    const key = userId ?? name.toLowerCase();
    if (seen.has(key)) {
      throw invalid([{ field: `attendances.${index}.name`, message: `${name} is on the list twice.` }]);
    }
    seen.add(key);
  }
  if (review.chairId !== null && !seen.has(review.chairId)) {
    const message = 'Whoever has the chair is in the meeting. Hand the chair over first.';
    throw invalid([{ field: 'attendances', message }]);
  }
}

/** Rows that stay keep their id, so that nobody's screen jumps. */
async function replaceRows(
  tx: Tx,
  { id: reviewId }: ReviewForWrite,
  before: readonly (Row & { id: string })[],
  rows: readonly Row[],
): Promise<void> {
  const keyOf = ({ userId, name }: Row) => userId ?? ` ${name}`;
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const kept = rows.flatMap((row) => known.get(keyOf(row))?.id ?? []);
  await tx.reviewAttendance.deleteMany({ where: { reviewId, id: { notIn: kept } } });
  for (const row of rows) {
    const was = known.get(keyOf(row));
    if (was && was.attendance !== row.attendance) {
      await tx.reviewAttendance.update({
        where: { id: was.id },
        data: { attendance: row.attendance },
        select: { id: true },
      });
    }
  }
  const added = rows.filter((row) => !known.has(keyOf(row)));
  await tx.reviewAttendance.createMany({ data: added.map((row) => ({ id: newId(), reviewId, ...row })) });
}
