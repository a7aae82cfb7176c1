import type { UpdateMineInput, UpdateMineOut } from '@gt/contracts/schemas';
import { type Db, sql } from '@gt/db';
import { askedOf } from '../../core/asked-of.ts';
import type { Scope } from '../../core/scope.ts';
import { loadRawRows, toActionRow } from '../actions/action-rows.ts';
import { all, isMine, isOpen } from '../actions/action-sql.ts';
import { loadPlanReviews } from '../reminders/plan-reviews.ts';
import { wantsUpdate } from '../reminders/wants-update.ts';
import { latestUpdates } from './updates.repository.ts';

/** So many are updated on one page; whoever has more begins with those that press. */
const LISTED = 100;

/**
 * The open actions that somebody updates at once, each with what was said of it last: those that they are asked for,
 * or the others of their teams. Four statements, however many there are.
 */
export async function listMineToUpdate(
  db: Db,
  scope: Scope,
  { whose }: UpdateMineInput,
): Promise<UpdateMineOut> {
  const reviews = await loadPlanReviews(db, scope);
  const isOwn = sql`a."id" IN (SELECT asked."actionId"
    FROM (${askedOf(scope.today, { userIds: [scope.userId] })}) asked)`;
  const from = sql`FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId"
    JOIN unnest(${reviews.map(({ planId }) => planId)}::text[],
      ${reviews.map(({ reviewedAt }) => reviewedAt)}::timestamptz[]) AS review("planId", "reviewedAt")
      ON review."planId" = a."planId"
    WHERE ${all([isMine(scope), isOpen])}`;
  const isWanted = wantsUpdate(scope.today, sql`review."reviewedAt"`);
  const ids = await db.$queryRaw<{ id: string; isWanted: boolean; own: number; team: number }[]>`
    SELECT mine."id", mine."isWanted", mine."own", mine."team" FROM (
      SELECT a."id", ${isWanted} AS "isWanted", ${isOwn} AS "isOwn", a."dueDate", a."planId",
        r."number" AS "recommendation", a."number",
        (count(*) FILTER (WHERE ${isOwn}) OVER ())::int AS "own",
        (count(*) FILTER (WHERE NOT ${isOwn}) OVER ())::int AS "team" ${from}) mine
    ORDER BY mine."isOwn" = ${whose === 'OWN'} DESC, mine."isWanted" DESC, mine."dueDate" NULLS LAST,
      mine."planId", mine."recommendation", mine."number"
    LIMIT ${LISTED}`;
  const counts = ids[0] ?? { own: 0, team: 0 };
  const shown = ids.slice(0, Math.min(LISTED, whose === 'OWN' ? counts.own : counts.team));
  const raw = await loadRawRows(db, scope, sql`SELECT unnest(${shown.map(({ id }) => id)}::text[])`);
  const latest = await latestUpdates(
    db,
    scope,
    raw.map(({ id }) => id),
  );
  const wanted = new Set(shown.filter((row) => row.isWanted).map(({ id }) => id));
  const names = new Map(reviews.map(({ planId, planName }) => [planId, planName]));
  return {
    actions: raw.map((row) => ({
      ...toActionRow(scope, row),
      planName: names.get(row.planId) ?? '',
      isWanted: wanted.has(row.id),
      lastUpdate: latest.get(row.id) ?? null,
    })),
    own: counts.own,
    team: counts.team,
  };
}
