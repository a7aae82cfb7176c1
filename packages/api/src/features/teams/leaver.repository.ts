import type { HandedToMeOut, LeaverOut } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { type Db, sql, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { addDays } from '@gt/domain/calendar';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { lastHandOver } from './last-hand-over.ts';

const OPEN = sql`a."deletedAt" IS NULL AND a."status" NOT IN ('CLOSED', 'CANCELLED')`;

/** Everything that somebody holds today or later. Throws NOT_FOUND. */
export async function readLeaver(db: Db, scope: Scope, userId: string): Promise<LeaverOut> {
  const person = await db.user.findUnique({
    where: { id: userId },
    select: { id: true, name: true, deactivatedAt: true },
  });
  if (!person) throw notFound('person');
  const [posts, owned, counts, sharedViews, onlyAnswersFor, last] = await Promise.all([
    loadPosts(db, scope, userId),
    loadOwnedActions(db, userId),
    loadCounts(db, userId),
    loadSharedViews(db, userId),
    loadOnlyAnswersFor(db, userId),
    lastHandOver(db, userId),
  ]);
  return {
    person: { id: person.id, name: person.name, deactivated: person.deactivatedAt !== null },
    posts,
    ownedActions: owned.map(({ recommendationNumber, number, ...row }) => ({
      ...row,
      reference: actionReference(recommendationNumber, number),
    })),
    pendingRequests: counts?.pendingRequests ?? 0,
    sharedViews,
    follows: counts?.follows ?? 0,
    onlyAnswersFor,
    handedOver:
      last && last.lastDay >= scope.today ? { eventId: String(last.eventId), lastDay: last.lastDay } : null,
  };
}

async function loadPosts(db: Db, scope: Scope, userId: string): Promise<LeaverOut['posts']> {
  const rows = await db.$queryRaw<
    (Omit<LeaverOut['posts'][number], 'team'> & { teamId: string; teamName: string })[]
  >`
    SELECT p."id", p."title", p."version", t."id" AS "teamId", t."name" AS "teamName",
      max(h."toDate")::text AS "until",
      (SELECT count(*)::int FROM "action" a WHERE a."ownerPostId" = p."id" AND ${OPEN}) AS "openActions",
      (SELECT count(*)::int FROM "action" a WHERE a."leadPostId" = p."id" AND ${OPEN}) AS "accountableFor",
      (SELECT count(*)::int FROM "recommendation" r WHERE r."leadPostId" = p."id" AND r."deletedAt" IS NULL)
        AS "recommendationsLed",
      (SELECT count(*)::int FROM "measure" m WHERE m."ownerPostId" = p."id" AND m."deletedAt" IS NULL) AS "measures"
    FROM "post_holding" h JOIN "post" p ON p."id" = h."postId" JOIN "team" t ON t."id" = p."teamId"
    WHERE h."userId" = ${userId} AND (h."toDate" IS NULL OR h."toDate" >= ${scope.today}::date)
    GROUP BY p."id", t."id" ORDER BY lower(p."title")`;
  return rows.map(({ teamId, teamName, ...row }) => ({ ...row, team: { id: teamId, name: teamName } }));
}

/** Open actions in somebody's own name, of live plans. */
export function loadOwnedActions(db: Db | Tx, userId: string) {
  return db.$queryRaw<
    { id: string; planId: string; planName: string; recommendationNumber: number; number: number }[]
  >`
    SELECT a."id", a."planId", pl."name" AS "planName", r."number" AS "recommendationNumber", a."number"
    FROM "action" a
    JOIN "plan" pl ON pl."id" = a."planId" AND pl."deletedAt" IS NULL
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE a."ownerUserId" = ${userId} AND ${OPEN} ORDER BY pl."name", r."number", a."number"`;
}

async function loadCounts(db: Db, userId: string) {
  const [counts] = await db.$queryRaw<{ pendingRequests: number; follows: number }[]>`
    SELECT
      (SELECT count(*)::int FROM "due_date_request" q WHERE q."requestedById" = ${userId} AND q."state" = 'PENDING')
        AS "pendingRequests",
      (SELECT count(*)::int FROM "action_follow" f JOIN "action" a ON a."id" = f."actionId"
        WHERE f."userId" = ${userId} AND ${OPEN}) AS "follows"`;
  return counts;
}

function loadSharedViews(db: Db, userId: string): Promise<LeaverOut['sharedViews']> {
  return db.$queryRaw<LeaverOut['sharedViews']>`
    SELECT v."id", v."name", pl."name" AS "planName" FROM "saved_view" v
    JOIN "plan" pl ON pl."id" = v."planId" AND pl."deletedAt" IS NULL
    WHERE v."ownerId" = ${userId} AND v."isShared" AND v."deletedAt" IS NULL ORDER BY lower(v."name")`;
}

/** Teams of which nobody else who works here is a manager, or of the agency's own people. */
function loadOnlyAnswersFor(db: Db, userId: string): Promise<LeaverOut['onlyAnswersFor']> {
  const answers = sql`EXISTS (SELECT 1 FROM "role_grant" g WHERE g."userId" = m."userId"
    AND g."role" = (CASE t."kind" WHEN 'INTERNAL' THEN 'MANAGER' ELSE 'PARTNER' END)::"Role")`;
  return db.$queryRaw<LeaverOut['onlyAnswersFor']>`
    SELECT t."id", t."name" FROM "team" t JOIN "team_membership" m ON m."teamId" = t."id"
    WHERE t."archivedAt" IS NULL AND m."userId" = ${userId} AND ${answers}
      AND NOT EXISTS (SELECT 1 FROM "team_membership" o JOIN "user" u ON u."id" = o."userId" AND u."deactivatedAt" IS NULL
        JOIN "role_grant" g ON g."userId" = o."userId"
        WHERE o."teamId" = t."id" AND o."userId" <> ${userId}
          AND g."role" = (CASE t."kind" WHEN 'INTERNAL' THEN 'MANAGER' ELSE 'PARTNER' END)::"Role")
    ORDER BY lower(t."name")`;
}

/** So many days a hand-over is shown to whoever took the post over. */
const SHOWN_DAYS = 28;

/** Posts that came to this person lately, or will come, each with the note of the one before. */
export function listHandedToMe(db: Db, scope: Scope): Promise<HandedToMeOut> {
  const since = addDays(scope.today, -SHOWN_DAYS);
  return db.$queryRaw<(HandedToMeOut[number] & { fromDate: IsoDate })[]>`
    SELECT p."id" AS "postId", p."title", h."fromDate"::text AS "fromDate", h."note",
      (SELECT u."name" FROM "post_holding" b JOIN "user" u ON u."id" = b."userId"
        WHERE b."postId" = p."id" AND b."fromDate" < h."fromDate" ORDER BY b."fromDate" DESC LIMIT 1) AS "from",
      (SELECT count(*)::int FROM "action" a WHERE a."ownerPostId" = p."id" AND ${OPEN}) AS "openActions"
    FROM "post_holding" h JOIN "post" p ON p."id" = h."postId"
    WHERE h."userId" = ${scope.userId} AND h."note" IS NOT NULL AND h."fromDate" >= ${since}::date
      AND (h."toDate" IS NULL OR h."toDate" >= ${scope.today}::date)
    ORDER BY h."fromDate" DESC, lower(p."title")`;
}
