import type { AskedPerson, UpdatesWantedOut, WantedAction } from '@gt/contracts/schemas';
import type { DeliveryStatus, Role } from '@gt/contracts/words';
import { type Db, emptySql, type Sql, sql, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { holds } from '@gt/domain/authz';
import { COPY_PASTE_FROM } from '@gt/domain/update';
import { askedOf } from '../../core/asked-of.ts';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';
import { isLatestWords } from '../../core/update-texts.ts';
import { isOpen, isSilentSql } from '../actions/action-sql.ts';
import { nudgeSource } from './nudge-source.ts';
import { loadPlanReviews, type PlanReview } from './plan-reviews.ts';
import { wantsUpdate } from './wants-update.ts';

/** Named in the answer; `counts` tell how many there are. */
const LISTED = 500;

type Raw = {
  id: string;
  recommendation: number;
  number: number;
  title: string;
  status: DeliveryStatus;
  teamId: string | null;
  teamName: string | null;
  ownerUserName: string | null;
  postTitle: string | null;
  holder: string | null;
  lastUpdateAt: Date | null;
  isWanted: boolean;
  silent: boolean;
  sameAsLast: number | null;
};

/**
 * Who has not updated since the last review: of the whole plan for the programme lead, of their own teams for a
 * manager; with what repeats the update before. Four statements, however many actions there are. Throws NOT_FOUND.
 */
export async function listUpdatesWanted(db: Db, scope: Scope, planId: string): Promise<UpdatesWantedOut> {
  const review = await reviewOf(db, scope, planId);
  const teams = await countByTeam(db, scope, review);
  const rows = await selectWanted(db, scope, review);
  const asked = await loadAsked(
    db,
    scope,
    rows.map(({ id }) => id),
  );
  const sum = (of: 'open' | 'wanted' | 'silent' | 'copies') => teams.reduce((all, row) => all + row[of], 0);
  return {
    review: review.next && { words: review.next.words, dueAt: toInstant(review.next.dueAt) },
    reviewedAt: toInstant(review.reviewedAt),
    counts: { open: sum('open'), wanted: sum('wanted'), silent: sum('silent'), copies: sum('copies') },
    teams,
    actions: rows.map((row) => toWanted(row, asked.get(row.id) ?? [])),
  };
}

export async function reviewOf(db: Db | Tx, scope: Scope, planId: string): Promise<PlanReview> {
  const [review] = await loadPlanReviews(db, scope, [planId]);
  if (!review) throw notFound('plan');
  return review;
}

/** The plan's open actions that the person may nudge of: equals `canOnAction(scope, 'update.nudge', …)`. */
function mayNudge(scope: Scope, planId: string): Sql {
  const isTheirs = scope.roles.includes('PROGRAMME_LEAD')
    ? emptySql
    : sql`AND a."teamId" = ANY(${[...scope.teamIds]}::text[])`;
  return sql`a."planId" = ${planId} AND a."deletedAt" IS NULL AND ${isOpen} ${isTheirs}`;
}

/** How much the update since the last review repeats the one before, when it is a copy. */
function copied({ reviewedAt }: PlanReview): Sql {
  return sql`CASE WHEN a."lastUpdateAt" >= ${reviewedAt} THEN
    (SELECT pu."sameAsLast" FROM "progress_update" pu WHERE pu."actionId" = a."id" AND ${isLatestWords}
      AND pu."createdAt" >= ${reviewedAt} AND pu."sameAsLast" >= ${COPY_PASTE_FROM}
      ORDER BY pu."createdAt" DESC LIMIT 1) END`;
}

/** The facts of the actions that the person may nudge of; `more` narrows them, over `f`. */
function facts(scope: Scope, review: PlanReview): Sql {
  return sql`
    SELECT a.*, ${wantsUpdate(scope.today, sql`${review.reviewedAt}`)} AS "isWanted",
      ${isSilentSql(scope)} AS "silent", ${copied(review)} AS "sameAsLast"
    FROM "action" a JOIN "plan" pl ON pl."id" = a."planId"
    WHERE ${mayNudge(scope, review.planId)}`;
}

async function countByTeam(
  db: Db | Tx,
  scope: Scope,
  review: PlanReview,
): Promise<UpdatesWantedOut['teams']> {
  const rows = await db.$queryRaw<
    {
      teamId: string | null;
      teamName: string | null;
      open: number;
      wanted: number;
      silent: number;
      copies: number;
    }[]
  >`
    SELECT f."teamId", t."name" AS "teamName", count(*)::int AS "open",
      (count(*) FILTER (WHERE f."isWanted"))::int AS "wanted",
      (count(*) FILTER (WHERE f."silent"))::int AS "silent",
      (count(*) FILTER (WHERE f."sameAsLast" IS NOT NULL))::int AS "copies"
    FROM (${facts(scope, review)}) f LEFT JOIN "team" t ON t."id" = f."teamId"
    GROUP BY f."teamId", t."name" ORDER BY t."name" NULLS LAST`;
  return rows.map(({ teamId, teamName, ...counts }) => ({
    ...counts,
    team: teamId === null ? null : { id: teamId, name: teamName ?? '' },
  }));
}

/** Wanted ones and copies, by team and reference; of these actions alone where they are named. */
export function selectWanted(
  db: Db | Tx,
  scope: Scope,
  review: PlanReview,
  actionIds?: readonly string[],
): Promise<Raw[]> {
  const among = actionIds ? sql`AND f."id" = ANY(${[...actionIds]}::text[])` : emptySql;
  return db.$queryRaw<Raw[]>`
    SELECT f."id", r."number" AS "recommendation", f."number", f."title", f."status"::text,
      f."teamId", t."name" AS "teamName", u."name" AS "ownerUserName", p."title" AS "postTitle",
      ${holderOf(sql`f."ownerPostId"`, scope.today)} AS "holder", f."lastUpdateAt", f."isWanted", f."silent",
      f."sameAsLast"
    FROM (${facts(scope, review)}) f JOIN "recommendation" r ON r."id" = f."recommendationId"
    LEFT JOIN "team" t ON t."id" = f."teamId"
    LEFT JOIN "user" u ON u."id" = f."ownerUserId"
    LEFT JOIN "post" p ON p."id" = f."ownerPostId"
    WHERE (f."isWanted" OR f."sameAsLast" IS NOT NULL) ${among}
    ORDER BY t."name" NULLS LAST, r."number", f."number" LIMIT ${LISTED}`;
}

type Asked = AskedPerson & { actionId: string };

/** The people who are asked for word of these actions, by action. One statement. */
export async function loadAsked(
  db: Db | Tx,
  scope: Scope,
  actionIds: readonly string[],
): Promise<Map<string, Asked[]>> {
  const rows = await db.$queryRaw<
    {
      actionId: string;
      userId: string;
      name: string;
      hasLeft: boolean;
      roles: Role[];
      nudgedAt: Date | null;
    }[]
  >`
    SELECT asked."actionId", u."id" AS "userId", u."name", u."deactivatedAt" IS NOT NULL AS "hasLeft",
      ARRAY(SELECT g."role"::text FROM "role_grant" g WHERE g."userId" = u."id") AS "roles",
      (SELECT n."createdAt" FROM "notification" n WHERE n."userId" = u."id" AND n."kind" = 'NUDGED'
        AND n."sourceId" = ${nudgeSource(scope.today)}) AS "nudgedAt"
    FROM (${askedOf(scope.today, { actionIds })}) asked JOIN "user" u ON u."id" = asked."userId"
    ORDER BY u."name", u."id"`;
  return Map.groupBy(
    rows.map(({ hasLeft, roles, nudgedAt, ...person }): Asked => {
      const standing = hasLeft ? 'LEFT' : holds(roles, 'update.create') ? 'CAN' : 'NO_ROLE';
      return { ...person, standing, nudgedAt: nudgedAt && toInstant(nudgedAt) };
    }),
    ({ actionId }) => actionId,
  );
}

function toWanted(row: Raw, asked: readonly Asked[]): WantedAction {
  const { id: actionId, recommendation, number, teamId, teamName, lastUpdateAt } = row;
  return {
    actionId,
    reference: actionReference(recommendation, number),
    title: row.title,
    status: row.status,
    team: teamId === null ? null : { id: teamId, name: teamName ?? '' },
    owner: ownerWords(row),
    asked: asked.map(({ actionId: _actionId, ...person }) => person),
    lastUpdateAt: lastUpdateAt && toInstant(lastUpdateAt),
    isWanted: row.isWanted,
    silent: row.silent,
    sameAsLast: row.sameAsLast,
  };
}

function ownerWords({ ownerUserName, postTitle, holder }: Raw): string {
  if (ownerUserName !== null) return ownerUserName;
  if (postTitle === null) return '';
  return holder ?? `${postTitle} (vacant)`;
}
