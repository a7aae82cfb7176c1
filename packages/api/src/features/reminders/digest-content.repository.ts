import type { DigestPart, IsoDate } from '@gt/contracts/words';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { evidenceReference } from '@gt/domain/evidence';
import { recommendationReference } from '@gt/domain/recommendation';
import { DIGEST_ITEMS_MAX, type DigestItem, type DigestParts } from '@gt/domain/reminder';
import { askedOf } from '../../core/asked-of.ts';
import { IS_ON_RECORD } from '../../core/evidence-sql.ts';
import { isOpen } from '../actions/action-sql.ts';
import { askedPeopleSql } from '../asks/asked-people.ts';
import { answerersSql } from '../evidence/who-answers.ts';
import type { PlanReview } from './plan-reviews.ts';
import { wantsUpdate } from './wants-update.ts';

/** For whom a digest is put together, and since when mentions and nudges are new to them. */
export type DigestReader = { userId: string; since: Date; seesWholePlan: boolean };

type Raw = {
  userId: string;
  part: DigestPart;
  planId: string;
  planName: string;
  /** Null for what is of no recommendation; the number is 0 for what is asked of one as a whole. */
  recommendation: number | null;
  number: number;
  title: string;
  dueDate: IsoDate | null;
  total: number;
};

/** Due soon: within so many days. */
const SOON_DAYS = 7;

/**
 * What waits for each of these people, by their id: nothing that is closed, cancelled or in the recycle bin, and of
 * each part no more items than a digest names. Five statements, whatever the number of people.
 */
export async function loadDigestParts(
  db: Db | Tx,
  readers: readonly DigestReader[],
  reviews: readonly PlanReview[],
  at: { today: IsoDate; now: Date },
): Promise<Map<string, DigestParts>> {
  const rows = [
    ...(await first(db, actionsWaiting(readers, reviews, at))),
    ...(await first(db, evidenceAsked(readers, at.today))),
    ...(await first(db, evidenceReturned(readers, at.today))),
    ...(await first(db, questionsOpen(readers, at.today))),
    ...(await first(db, mentions(readers, at.today))),
  ];
  return new Map(
    [...Map.groupBy(rows, ({ userId }) => userId)].map(([userId, mine]) => [userId, partsOf(mine)]),
  );
}

function partsOf(rows: readonly Raw[]): DigestParts {
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ part }) => part)].map(([part, items]) => [
      part,
      { items: items.map(toItem), total: items[0]?.total ?? 0 },
    ]),
  );
}

function toItem({ part, recommendation, number, title, planId, planName, dueDate }: Raw): DigestItem {
  const reference =
    recommendation === null
      ? evidenceReference(number)
      : part === 'EVIDENCE_ASKED' && number === 0
        ? recommendationReference(recommendation)
        : actionReference(recommendation, number);
  return { reference, title, planId, planName, dueDate };
}

/** The first rows of each person and part, in the order of their dates, with how many there are. */
function first(db: Db | Tx, waiting: Sql): Promise<Raw[]> {
  return db.$queryRaw<Raw[]>`
    SELECT "userId", "part", "planId", "planName", "recommendation", "number", "title", "dueDate"::text, "total"
    FROM (SELECT w.*, (count(*) OVER of)::int AS "total",
        row_number() OVER (PARTITION BY w."userId", w."part"
          ORDER BY w."dueDate" NULLS LAST, w."planName", w."recommendation", w."number", w."id") AS "place"
      FROM (${waiting}) w WINDOW of AS (PARTITION BY w."userId", w."part")) ranked
    WHERE "place" <= ${DIGEST_ITEMS_MAX} ORDER BY "userId", "part", "place"`;
}

function people(readers: readonly DigestReader[]): Sql {
  return sql`unnest(${readers.map(({ userId }) => userId)}::text[], ${readers.map(({ since }) => since)}::timestamptz[])
    AS who("userId", "since")`;
}

function actionsWaiting(
  readers: readonly DigestReader[],
  reviews: readonly PlanReview[],
  { today }: { today: IsoDate },
): Sql {
  const isNudged = sql`EXISTS (SELECT 1 FROM "notification" n WHERE n."userId" = who."userId"
    AND n."kind" = 'NUDGED' AND n."planId" = a."planId" AND n."createdAt" > who."since")`;
  return sql`
    SELECT who."userId", part."part", a."planId", pl."name" AS "planName", r."number" AS "recommendation",
      a."number", a."title", a."dueDate", a."id"
    FROM (${askedOf(today, { userIds: readers.map(({ userId }) => userId) })}) asked
    JOIN ${people(readers)} ON who."userId" = asked."userId"
    JOIN "action" a ON a."id" = asked."actionId"
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    JOIN "plan" pl ON pl."id" = a."planId" AND pl."deletedAt" IS NULL
    JOIN unnest(${reviews.map(({ planId }) => planId)}::text[],
      ${reviews.map(({ reviewedAt }) => reviewedAt)}::timestamptz[],
      ${reviews.map(({ isAsking }) => isAsking)}::boolean[]) AS review("planId", "reviewedAt", "isAsking")
      ON review."planId" = a."planId"
    CROSS JOIN LATERAL (VALUES
      ('OVERDUE', a."dueDate" < ${today}::date),
      ('DUE', a."dueDate" BETWEEN ${today}::date AND ${today}::date + ${SOON_DAYS}::int),
      ('UPDATE_WANTED', ${wantsUpdate(today, sql`review."reviewedAt"`)} AND (review."isAsking" OR ${isNudged}))
    ) AS part("part", "holds")
    WHERE ${isOpen} AND part."holds"`;
}

/** What is asked of a post that the person holds, or of a vacant one of the team they answer for. */
function evidenceAsked(readers: readonly DigestReader[], today: IsoDate): Sql {
  return sql`
    SELECT asked."userId", 'EVIDENCE_ASKED' AS "part", k."planId", pl."name" AS "planName",
      r."number" AS "recommendation", coalesce(a."number", 0) AS "number", k."text" AS "title", k."dueDate", k."id"
    FROM "evidence_ask" k
    JOIN "plan" pl ON pl."id" = k."planId" AND pl."deletedAt" IS NULL
    JOIN "recommendation" r ON r."id" = k."recommendationId" AND r."deletedAt" IS NULL
    LEFT JOIN "action" a ON a."id" = k."actionId" AND a."deletedAt" IS NULL
    CROSS JOIN LATERAL (${askedPeopleSql(sql`k."postId"`, today)}) asked
    WHERE k."state" = 'OPEN' AND asked."userId" = ANY(${readers.map(({ userId }) => userId)}::text[])`;
}

/** To whoever uploaded it and whoever is asked of an action it is linked to, while any of what it proves is open. */
function evidenceReturned(readers: readonly DigestReader[], today: IsoDate): Sql {
  const userIds = readers.map(({ userId }) => userId);
  return sql`
    SELECT told."userId", 'RETURNED_EVIDENCE' AS "part", e."planId", pl."name" AS "planName",
      NULL::int AS "recommendation", e."number", e."title", NULL::date AS "dueDate", e."id"
    FROM (SELECT e."uploadedById" AS "userId", e."id" FROM "evidence" e
        WHERE e."uploadedById" = ANY(${userIds}::text[]) AND e."state" = 'RETURNED'
      UNION SELECT asked."userId", l."evidenceId"
        FROM (${askedOf(today, { userIds })}) asked JOIN "evidence_link" l ON l."actionId" = asked."actionId"
    ) told
    JOIN "evidence" e ON e."id" = told."id"
    JOIN "plan" pl ON pl."id" = e."planId" AND pl."deletedAt" IS NULL
    WHERE e."state" = 'RETURNED' AND e."deletedAt" IS NULL AND e."redactedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "evidence_link" l LEFT JOIN "action" a ON a."id" = l."actionId"
        WHERE l."evidenceId" = e."id" AND (l."actionId" IS NULL OR (a."deletedAt" IS NULL AND ${isOpen})))`;
}

/** Questions about evidence that nobody has answered, to whoever must; the words are the question's. */
function questionsOpen(readers: readonly DigestReader[], today: IsoDate): Sql {
  const userIds = readers.map(({ userId }) => userId);
  const answerers = answerersSql(
    askedOf(today, { userIds }),
    (_, userId) => sql`${userId} = ANY(${userIds}::text[])`,
  );
  return sql`
    SELECT told."userId", 'EVIDENCE_QUESTION' AS "part", e."planId", pl."name" AS "planName",
      NULL::int AS "recommendation", e."number", q."text" AS "title", NULL::date AS "dueDate", q."id"
    FROM (${answerers}) told
    JOIN "evidence" e ON e."id" = told."evidenceId" AND ${IS_ON_RECORD}
    JOIN "evidence_question" q ON q."evidenceId" = e."id" AND q."answeredAt" IS NULL AND q."redactedAt" IS NULL
    JOIN "plan" pl ON pl."id" = e."planId" AND pl."deletedAt" IS NULL
    WHERE q."askedById" <> told."userId"`;
}

/** Once an action, however often; of those who see no more than their own, only where it still is. */
function mentions(readers: readonly DigestReader[], today: IsoDate): Sql {
  const userIds = readers.filter((reader) => !reader.seesWholePlan).map(({ userId }) => userId);
  return sql`
    SELECT DISTINCT n."userId", 'MENTIONS' AS "part", a."planId", pl."name" AS "planName",
      r."number" AS "recommendation", a."number", a."title", NULL::date AS "dueDate", a."id"
    FROM ${people(readers)}
    JOIN "notification" n ON n."userId" = who."userId" AND n."kind" = 'MENTIONED' AND n."readAt" IS NULL
      AND n."createdAt" > who."since"
    JOIN "action" a ON a."id" = n."actionId" AND a."deletedAt" IS NULL AND ${isOpen}
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    JOIN "plan" pl ON pl."id" = a."planId" AND pl."deletedAt" IS NULL
    WHERE n."userId" <> ALL(${userIds}::text[])
      OR (a."id", n."userId") IN (${askedOf(today, { userIds })})`;
}
