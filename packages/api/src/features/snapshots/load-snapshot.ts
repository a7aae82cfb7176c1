import type { IsoDate, SnapshotContent } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { toIsoDate } from '../../core/dates.ts';
import { notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { BODY_SELECT, contentOf } from './snapshot-body.ts';

/**
 * The plan as it was in a snapshot, proved by its hash. Throws NOT_ALLOWED for those who do not read the whole plan,
 * NOT_FOUND, and RULE for a text that is not the one that was stored.
 */
export async function loadSnapshot(db: Db | Tx, scope: Scope, snapshotId: string): Promise<SnapshotContent> {
  const { content } = await openSnapshot(db, scope, { id: snapshotId });
  return content;
}

export type OpenedSnapshot = { id: string; number: number; asAt: IsoDate; content: SnapshotContent };

/** The newest snapshot of a plan, opened; null when none was taken yet. */
export async function latestSnapshot(
  db: Db | Tx,
  scope: Scope,
  planId: string,
): Promise<OpenedSnapshot | null> {
  assertReads(scope);
  const newest = await db.snapshot.findFirst({
    where: { planId, plan: { deletedAt: null } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return newest && openSnapshot(db, scope, { id: newest.id });
}

async function openSnapshot(db: Db | Tx, scope: Scope, which: { id: string }): Promise<OpenedSnapshot> {
  assertReads(scope);
  const row = await db.snapshot.findFirst({
    where: { ...which, plan: { deletedAt: null } },
    select: { id: true, asAt: true, ...BODY_SELECT },
  });
  if (!row) throw notFound('snapshot');
  return { id: row.id, number: row.number, asAt: toIsoDate(row.asAt), content: await contentOf(row) };
}

/** A snapshot holds the whole plan. */
function assertReads(scope: Scope): void {
  if (holds(scope.roles, 'review.read')) return;
  throw notAllowed('Snapshots show the whole plan, and your role shows you your own actions only.');
}
