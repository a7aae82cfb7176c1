/** What somebody would write by hand for the screen of the plan's list: a count, and a page of rows with their names. */
export const COUNT_BY_HAND = `
  SELECT count(*)::int AS "total" FROM "action" WHERE "planId" = $1 AND "deletedAt" IS NULL`;

/** The first hundred in order of reference. */
export const IN_ORDER = `
  SELECT a."id", row_number() OVER () AS "position" FROM "action" a
  JOIN "recommendation" r ON r."id" = a."recommendationId"
  WHERE a."planId" = $1 AND a."deletedAt" IS NULL ORDER BY r."number", a."number" LIMIT 100`;

const HOLDER = (
  post: string,
) => `(SELECT hu."name" FROM "post_holding" h JOIN "user" hu ON hu."id" = h."userId"
  WHERE h."postId" = ${post} AND h."fromDate" <= current_date AND (h."toDate" IS NULL OR h."toDate" >= current_date)
  LIMIT 1)`;

/** The rows of a page with all that the screen shows; `page` selects "id" and "position". */
export const screenByHand = (page: string) => `
  SELECT a."id", a."planId", a."recommendationId", r."number" AS "recommendationNumber", a."number", a."title",
    a."teamId", t."name" AS "team", a."partnerTeamId", pt."name" AS "partner", a."ownerPostId", p."title" AS "post",
    ${HOLDER('a."ownerPostId"')} AS "holder", a."ownerUserId", u."name" AS "owner",
    a."leadPostId", lp."title" AS "lead", ${HOLDER('a."leadPostId"')} AS "leadHolder",
    a."acceptance"::text, a."acceptanceNote", a."startDate"::text, a."dueDate"::text, a."originalDueDate"::text,
    (SELECT count(*)::int FROM "date_revision" d WHERE d."actionId" = a."id" AND d."takenBackAt" IS NULL) AS "timesMoved",
    (SELECT json_agg(json_build_object('id', st."teamId", 'name', sn."name")) FROM "supporting_team" st
      JOIN "team" sn ON sn."id" = st."teamId" WHERE st."actionId" = a."id") AS "supporting",
    (SELECT json_agg(json_build_object('id', s."recommendationId", 'number', sr."number")) FROM "also_serves" s
      JOIN "recommendation" sr ON sr."id" = s."recommendationId" WHERE s."actionId" = a."id") AS "serves",
    (SELECT json_agg(json_build_object('title', m."title", 'due', m."dueDate", 'done', m."doneOn")) FROM "milestone" m
      WHERE m."actionId" = a."id" AND m."deletedAt" IS NULL) AS "milestones",
    (SELECT json_agg(json_build_object('id', b."id", 'number', b."number", 'of', br."number", 'due', b."dueDate"))
      FROM "action_dependency" d JOIN "action" b ON b."id" = d."predecessorId"
      JOIN "recommendation" br ON br."id" = b."recommendationId"
      WHERE d."successorId" = a."id" AND b."deletedAt" IS NULL AND b."status" NOT IN ('CLOSED', 'CANCELLED')) AS "waits",
    (SELECT json_agg(json_build_object('id', me."id", 'name', me."name", 'movement', me."movement"))
      FROM "action_measure" am JOIN "measure" me ON me."id" = am."measureId"
      WHERE am."actionId" = a."id" AND me."deletedAt" IS NULL) AS "measures",
    (SELECT q."toDate"::text FROM "due_date_request" q WHERE q."actionId" = a."id" AND q."state" = 'PENDING') AS "pending",
    (SELECT count(*)::int FROM "action_comment" c WHERE c."actionId" = a."id" AND c."deletedAt" IS NULL) AS "comments",
    a."declaredRag"::text, a."ragReason", a."ragDeclaredAt", a."mismatchReason", a."reviewMarkedAt", a."status"::text,
    a."priority"::text, a."percentComplete", a."lastUpdateAt", a."createdAt", a."redactedAt", a."version",
    pl."milestoneLateDays", pl."dueSoonDays", pl."silentDays", pl."timesMoved" AS "movedOften",
    ev."total" AS "evidence", ev."accepted", ev."submitted", ev."returned", ev."impact"
  FROM (${page}) page
  JOIN "action" a ON a."id" = page."id"
  JOIN "plan" pl ON pl."id" = a."planId"
  JOIN "recommendation" r ON r."id" = a."recommendationId"
  LEFT JOIN "team" t ON t."id" = a."teamId"
  LEFT JOIN "team" pt ON pt."id" = a."partnerTeamId"
  LEFT JOIN "post" p ON p."id" = a."ownerPostId"
  LEFT JOIN "post" lp ON lp."id" = a."leadPostId"
  LEFT JOIN "user" u ON u."id" = a."ownerUserId"
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS "total",
      (count(*) FILTER (WHERE e."state" = 'ACCEPTED' AND (e."validUntil" IS NULL OR e."validUntil" >= current_date)))::int
        AS "accepted",
      (count(*) FILTER (WHERE e."state" = 'SUBMITTED'))::int AS "submitted",
      (count(*) FILTER (WHERE e."state" = 'RETURNED'))::int AS "returned",
      (count(*) FILTER (WHERE e."showsImpact"))::int AS "impact"
    FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
    WHERE l."actionId" = a."id" AND e."deletedAt" IS NULL) ev
  ORDER BY page."position"`;
