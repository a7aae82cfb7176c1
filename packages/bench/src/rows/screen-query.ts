import { type Row, timed } from '../row.ts';
import { benchCaller } from '../stage/bench-caller.ts';

/** Screens drawn for one sample: one alone is too short to time. */
const SCREENS = 20;

/** What somebody would write by hand for the same screen: a count, and a page of a hundred rows with their names. */
const COUNT = `SELECT count(*)::int AS "total" FROM "action" WHERE "planId" = $1 AND "deletedAt" IS NULL`;
const PAGE = `
  SELECT a."id", a."planId", a."recommendationId", r."number" AS "recommendationNumber", a."number", a."title",
    a."teamId", t."name" AS "team", a."partnerTeamId", pt."name" AS "partner", a."ownerPostId", p."title" AS "post",
    (SELECT hu."name" FROM "post_holding" h JOIN "user" hu ON hu."id" = h."userId"
      WHERE h."postId" = a."ownerPostId" AND h."fromDate" <= current_date
        AND (h."toDate" IS NULL OR h."toDate" >= current_date) LIMIT 1) AS "holder",
    a."ownerUserId", u."name" AS "owner", a."startDate"::text, a."dueDate"::text, a."originalDueDate"::text,
    (SELECT count(*)::int FROM "date_revision" d WHERE d."actionId" = a."id") AS "timesMoved",
    a."declaredRag"::text, a."ragReason", a."ragDeclaredAt", a."status"::text, a."priority"::text,
    a."percentComplete", a."lastUpdateAt", a."redactedAt", a."version",
    ev."total" AS "evidence", ev."accepted", ev."submitted", ev."returned"
  FROM "action" a
  JOIN "recommendation" r ON r."id" = a."recommendationId"
  LEFT JOIN "team" t ON t."id" = a."teamId"
  LEFT JOIN "team" pt ON pt."id" = a."partnerTeamId"
  LEFT JOIN "post" p ON p."id" = a."ownerPostId"
  LEFT JOIN "user" u ON u."id" = a."ownerUserId"
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS "total", (count(*) FILTER (WHERE e."state" = 'ACCEPTED'))::int AS "accepted",
      (count(*) FILTER (WHERE e."state" = 'SUBMITTED'))::int AS "submitted",
      (count(*) FILTER (WHERE e."state" = 'RETURNED'))::int AS "returned"
    FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
    WHERE l."actionId" = a."id" AND e."deletedAt" IS NULL) ev
  WHERE a."planId" = $1 AND a."deletedAt" IS NULL
  ORDER BY r."number", a."number" LIMIT 100`;

async function times(work: () => Promise<unknown>): Promise<number> {
  return timed(async () => {
    for (let n = 0; n < SCREENS; n += 1) await work();
  });
}

export const screenQuery: Row = {
  name: 'screen-query',
  measure: 'the plan’s table of 100 rows through the API, against hand-written SQL',
  bar: { cost: 2.5 },
  async prepare(stage) {
    const database = await stage.database();
    const caller = await benchCaller(database, stage.folder);
    const { raw, plans } = database;
    return {
      ours: () => times(() => caller.actions.list({ planId: plans.small })),
      against: () =>
        times(async () => {
          await raw.query(COUNT, [plans.small]);
          await raw.query(PAGE, [plans.small]);
        }),
      dispose: async () => undefined,
    };
  },
};

export const listSize: Row = {
  name: 'list-size',
  measure: 'first rows of 10,000 actions, against first rows of 100',
  bar: { cost: 2 },
  async prepare(stage) {
    const database = await stage.database();
    const caller = await benchCaller(database, stage.folder);
    const { plans } = database;
    return {
      ours: () => times(() => caller.actions.list({ planId: plans.large })),
      against: () => times(() => caller.actions.list({ planId: plans.small })),
      dispose: async () => undefined,
    };
  },
};
