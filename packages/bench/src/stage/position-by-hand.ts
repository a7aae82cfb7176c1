import type { RawPool } from '@gt/db/testing/server';

/**
 * What somebody would ask of the database by hand for the figures of the position: the actions with the rule worked out
 * in the statement, counted by recommendation, by team and in all, and those that the page names; the evidence test's
 * parts; measures with their newest figures; how each recommendation stood in every snapshot. $1: the plan.
 */
const RULED = `
  WITH moves AS (
    SELECT d."actionId", count(*) AS "times", (array_agg(d."agreedBy" ORDER BY d."changedAt" DESC))[1] AS "by"
    FROM "date_revision" d JOIN "action" a ON a."id" = d."actionId"
    WHERE a."planId" = $1 AND d."fromDate" IS NOT NULL AND d."toDate" IS DISTINCT FROM d."fromDate"
      AND d."takenBackAt" IS NULL GROUP BY d."actionId"
  ), steps AS (
    SELECT m."actionId", min(m."dueDate") AS "first", count(*) AS "open" FROM "milestone" m
    JOIN "action" a ON a."id" = m."actionId"
    WHERE a."planId" = $1 AND m."deletedAt" IS NULL AND m."doneOn" IS NULL GROUP BY m."actionId"
  ), proof AS (
    SELECT l."actionId", count(*) FILTER (WHERE e."state" = 'RETURNED') AS "returned"
    FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
    WHERE e."planId" = $1 AND e."deletedAt" IS NULL AND e."redactedAt" IS NULL AND e."state" <> 'WITHDRAWN'
      AND e."supersededById" IS NULL GROUP BY l."actionId"
  ), late AS (
    SELECT DISTINCT d."successorId" FROM "action_dependency" d JOIN "action" p ON p."id" = d."predecessorId"
    WHERE p."planId" = $1 AND p."deletedAt" IS NULL AND p."status" NOT IN ('CLOSED', 'CANCELLED')
      AND p."dueDate" < current_date
  ), away AS (
    SELECT DISTINCT am."actionId" FROM "action_measure" am JOIN "measure" me ON me."id" = am."measureId"
    WHERE me."planId" = $1 AND me."deletedAt" IS NULL AND me."movement" = 'AWAY'
  ), x AS (
    SELECT a.*, moves."times", moves."by", proof."returned", (proof."actionId" IS NOT NULL) AS "proved",
      steps."first" AS "step", (a."status" NOT IN ('CLOSED', 'CANCELLED')) AS "isOpen",
      (a."status" IN ('IN_PROGRESS', 'REOPENED', 'NOT_STARTED') AND NOT (a."status" = 'NOT_STARTED'
        AND COALESCE(a."startDate" > current_date, false))) AS "owes",
      (a."status" IN ('IN_PROGRESS', 'REOPENED', 'NOT_STARTED') AND NOT (a."status" = 'NOT_STARTED'
        AND COALESCE(a."startDate" > current_date, false))
        AND current_date - COALESCE((a."lastUpdateAt" AT TIME ZONE 'Europe/London')::date,
          GREATEST(a."startDate", (a."createdAt" AT TIME ZONE 'Europe/London')::date)) > pl."silentDays") AS "silent",
      CASE WHEN a."status" = 'CLOSED' THEN 'BLUE' WHEN a."status" = 'CANCELLED' THEN 'NONE'
        ELSE a."declaredRag"::text END AS "shown",
      CASE WHEN a."status" = 'CLOSED' THEN 'BLUE' WHEN a."status" = 'CANCELLED' THEN 'NONE'
        WHEN a."dueDate" < current_date OR current_date - steps."first" > pl."milestoneLateDays" THEN 'RED'
        WHEN (a."originalDueDate" < current_date AND a."originalDueDate" IS DISTINCT FROM a."dueDate")
          OR moves."times" >= GREATEST(pl."timesMoved", 1) OR late."successorId" IS NOT NULL OR away."actionId" IS NOT NULL
          OR (steps."open" > 0 AND a."dueDate" <= current_date + pl."dueSoonDays") THEN 'AMBER'
        ELSE 'GREEN' END AS "rule"
    FROM "action" a JOIN "plan" pl ON pl."id" = a."planId"
    LEFT JOIN moves ON moves."actionId" = a."id" LEFT JOIN steps ON steps."actionId" = a."id"
    LEFT JOIN proof ON proof."actionId" = a."id" LEFT JOIN late ON late."successorId" = a."id"
    LEFT JOIN away ON away."actionId" = a."id"
    WHERE a."planId" = $1 AND a."deletedAt" IS NULL
  )`;

const COUNTS = `${RULED}
  SELECT x."recommendationId", x."teamId", GROUPING(x."recommendationId", x."teamId") AS "of", count(*) AS "actions",
    count(*) FILTER (WHERE "isOpen") AS "open", count(*) FILTER (WHERE "status" = 'CLOSED') AS "closed",
    count(*) FILTER (WHERE "isOpen" AND "dueDate" < current_date) AS "overdue",
    count(*) FILTER (WHERE "isOpen" AND "originalDueDate" < current_date) AS "pastOriginal",
    count(*) FILTER (WHERE "isOpen" AND "dueDate" BETWEEN current_date AND current_date + 14) AS "due14",
    count(*) FILTER (WHERE "isOpen" AND "dueDate" BETWEEN current_date AND current_date + 28) AS "due28",
    count(*) FILTER (WHERE "isOpen" AND "step" BETWEEN current_date AND current_date + 28) AS "steps28",
    count(*) FILTER (WHERE NOT "proved") AS "unproved", count(*) FILTER (WHERE "returned" > 0) AS "returned",
    count(*) FILTER (WHERE "silent") AS "silent", count(*) FILTER (WHERE "owes" AND NOT "silent") AS "inTime",
    count(*) FILTER (WHERE "acceptance" IN ('OFFERED', 'QUERIED')) AS "notTakenOn",
    count(*) FILTER (WHERE "ownerPostId" IS NULL AND "ownerUserId" IS NULL) AS "unowned",
    count(*) FILTER (WHERE "shown" = 'RED') AS "red", count(*) FILTER (WHERE "shown" = 'AMBER') AS "amber",
    count(*) FILTER (WHERE "shown" = 'GREEN') AS "green", count(*) FILTER (WHERE "shown" = 'NONE') AS "none",
    count(*) FILTER (WHERE "rule" <> "shown") AS "mismatch", count(*) FILTER (WHERE "times" >= 1) AS "moved",
    count(*) FILTER (WHERE "times" >= 2) AS "twice", count(*) FILTER (WHERE "by" = 'BOARD') AS "byBoard",
    max("dueDate" - "originalDueDate") AS "most", min("ragDeclaredAt") FILTER (WHERE "shown" = 'RED') AS "redSince"
  FROM x GROUP BY GROUPING SETS ((x."recommendationId"), (x."teamId"), ())`;

/** What the page names: the ten that need attention most, and the worst action of each recommendation. */
const ATTENTION = `${RULED}
  SELECT x."id", x."number", x."title", x."recommendationId", x."dueDate", x."originalDueDate", x."shown", x."rule"
  FROM x WHERE x."isOpen" AND (x."dueDate" < current_date OR x."rule" <> x."shown" OR x."returned" > 0 OR x."silent"
    OR (x."ownerPostId" IS NULL AND x."ownerUserId" IS NULL))
  ORDER BY (x."dueDate" < current_date) DESC, x."dueDate", (x."rule" <> x."shown") DESC, x."silent" DESC LIMIT 10`;
const WORST = `
  SELECT DISTINCT ON (a."recommendationId") a."recommendationId", a."id", a."number", a."title", a."ragReason"
  FROM "action" a WHERE a."planId" = $1 AND a."deletedAt" IS NULL AND a."status" NOT IN ('CLOSED', 'CANCELLED')
  ORDER BY a."recommendationId", array_position(ARRAY['RED', 'AMBER', 'GREEN', 'NONE'], a."declaredRag"::text),
    a."ragDeclaredAt" NULLS LAST, a."number"`;
/** Dates that moved furthest, and what falls within four weeks. */
const SLIPS = `
  SELECT a."id", a."number", a."title", a."originalDueDate", a."dueDate", a."dueDate" - a."originalDueDate" AS "days",
    (SELECT count(*) FROM "date_revision" d WHERE d."actionId" = a."id" AND d."takenBackAt" IS NULL) AS "times"
  FROM "action" a WHERE a."planId" = $1 AND a."deletedAt" IS NULL AND a."dueDate" > a."originalDueDate"
  ORDER BY a."dueDate" - a."originalDueDate" DESC, "times" DESC LIMIT 5`;
const UPCOMING = `
  SELECT * FROM (
    SELECT a."id", a."number", a."title", a."dueDate" AS "on", 'DUE' AS "kind" FROM "action" a
    WHERE a."planId" = $1 AND a."deletedAt" IS NULL AND a."status" NOT IN ('CLOSED', 'CANCELLED')
      AND a."dueDate" BETWEEN current_date AND current_date + 28
    UNION ALL SELECT a."id", a."number", a."title", m."dueDate", 'MILESTONE' FROM "milestone" m
    JOIN "action" a ON a."id" = m."actionId" AND a."deletedAt" IS NULL AND a."status" NOT IN ('CLOSED', 'CANCELLED')
    WHERE a."planId" = $1 AND m."deletedAt" IS NULL AND m."doneOn" IS NULL
      AND m."dueDate" BETWEEN current_date AND current_date + 28
  ) u ORDER BY u."on" LIMIT 8`;

const STATEMENTS = [
  COUNTS,
  ATTENTION,
  WORST,
  SLIPS,
  UPCOMING,
  `SELECT r.*, p."title" FROM "recommendation" r LEFT JOIN "post" p ON p."id" = r."leadPostId"
    WHERE r."planId" = $1 AND r."deletedAt" IS NULL ORDER BY r."number"`,
  `SELECT e."id", e."number", l."recommendationId", e."kind", e."state", e."showsImpact", e."periodTo", e."validUntil",
      (SELECT max(v."uploadedAt") FROM "evidence_version" v WHERE v."evidenceId" = e."id") AS "uploadedAt"
    FROM "evidence" e JOIN "evidence_link" l ON l."evidenceId" = e."id"
    WHERE e."planId" = $1 AND e."deletedAt" IS NULL ORDER BY e."number"`,
  `SELECT m.*, (SELECT json_agg(x ORDER BY x."date") FROM (SELECT mp."date", mp."value" FROM "measure_point" mp
      WHERE mp."measureId" = m."id" AND mp."replacedAt" IS NULL ORDER BY mp."date" DESC LIMIT 4) x) AS "newest"
    FROM "measure" m WHERE m."planId" = $1 AND m."deletedAt" IS NULL ORDER BY m."number"`,
  `SELECT s."id", s."asAt", s."totals"->'recommendations' AS "then" FROM "snapshot" s WHERE s."planId" = $1
    ORDER BY s."number" DESC`,
];

/** All of them at once, as the product asks. */
export async function positionByHand(raw: RawPool, planId: string): Promise<void> {
  await Promise.all(STATEMENTS.map((statement) => raw.query(statement, [planId])));
}
