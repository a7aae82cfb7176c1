import type { LongRedInput, LongRedOut } from '@gt/contracts/schemas';
import type { IsoDate, SnapshotContent } from '@gt/contracts/words';
import { type Db, sql } from '@gt/db';
import { longRed, longRedFrom } from '@gt/domain/snapshot';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { liveActionIds, selectHeads } from './snapshots.repository.ts';

/** Actions that the snapshots show red for so many weeks without a break. Throws NOT_FOUND. */
export async function readLongRed(
  db: Db,
  scope: Scope,
  { planId, weeks }: LongRedInput,
): Promise<LongRedOut> {
  const [plan, [snapshot]] = await Promise.all([
    db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } }),
    selectHeads(db, scope, sql`s."planId" = ${planId}`, sql`LIMIT 1`),
  ]);
  if (!plan) throw notFound('plan');
  if (!snapshot) return { snapshot: null, weeks, actions: [] };
  const since = longRedFrom(snapshot.asAt, weeks);
  const contents: SnapshotContent[] = [];
  // One at a time, so that a year of weeks is not in the memory as texts all at once.
  for (const id of await idsBackTo(db, planId, since)) contents.push(await loadSnapshot(db, scope, id));
  const found = longRed(contents, weeks);
  const live = await liveActionIds(
    db,
    scope,
    found.map(({ action }) => action.id),
  );
  return {
    snapshot,
    weeks,
    actions: found.map(({ action, since, weeks, snapshots }) => {
      const { id, reference, title, team, ownerPost, ragReason, dueDate } = action;
      const own = { id, reference, title, team, ownerPost, ragReason, dueDate };
      return { ...own, since, weeks, snapshots, isLive: live.has(id) };
    }),
  };
}

/** The last snapshot of each day back to the one that stood on a day, oldest first. */
async function idsBackTo(db: Db, planId: string, day: IsoDate): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (s."asAt") s."id" FROM "snapshot" s
    WHERE s."planId" = ${planId} AND s."asAt" >= coalesce(
      (SELECT max(e."asAt") FROM "snapshot" e WHERE e."planId" = ${planId} AND e."asAt" <= ${day}::date), ${day}::date)
    ORDER BY s."asAt", s."number" DESC`;
  return rows.map(({ id }) => id);
}
