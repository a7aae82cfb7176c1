import type { Row } from '../row.ts';
import { benchCaller } from '../stage/bench-caller.ts';
import { countStatements } from '../stage/count-statements.ts';
import { drawScreens } from '../stage/draw-screens.ts';
import { makeUpPlan } from '../stage/make-up-plans.ts';
import type { Stage } from '../stage/stage.ts';

const PLANS = 20;
const ACTIONS = 500;
/** Pages drawn for one sample, and the most that one may ask of the database. */
const PAGES = 3;
const MOST_STATEMENTS = 6;

const COUNTS = `FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
  WHERE e."deletedAt" IS NULL AND e."state" <> 'WITHDRAWN'`;

/** What somebody would write by hand for it: the plans, their actions counted, their recommendations counted, clocks. */
const BY_HAND = [
  `SELECT pl.*, (SELECT json_agg(i.*) FROM "inspection" i WHERE i."planId" = pl."id") AS "inspections",
      (SELECT s."totals" FROM "snapshot" s WHERE s."planId" = pl."id" ORDER BY s."number" DESC LIMIT 1) AS "then",
      (SELECT max(v."frozenAt") FROM "review" v WHERE v."planId" = pl."id") AS "reviewed"
    FROM "plan" pl WHERE pl."deletedAt" IS NULL`,
  `SELECT a."planId", a."declaredRag", a."status", count(*),
      count(*) FILTER (WHERE a."dueDate" < current_date AND a."status" NOT IN ('CLOSED', 'CANCELLED')) AS "overdue",
      count(*) FILTER (WHERE a."ownerPostId" IS NULL AND a."ownerUserId" IS NULL) AS "noOwner",
      count(*) FILTER (WHERE a."lastUpdateAt" < now() - interval '14 days') AS "silent",
      count(*) FILTER (WHERE NOT EXISTS (SELECT 1 ${COUNTS} AND l."actionId" = a."id")) AS "noEvidence"
    FROM "action" a WHERE a."deletedAt" IS NULL GROUP BY 1, 2, 3`,
  `SELECT r."planId", count(*), count(*) FILTER (WHERE r."status" = 'CLOSED') AS "closed",
      count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM "action" a WHERE a."recommendationId" = r."id")) AS "noAction",
      count(*) FILTER (WHERE EXISTS (SELECT 1 ${COUNTS} AND l."recommendationId" = r."id" AND e."showsImpact"
        AND e."state" = 'ACCEPTED')) AS "shown",
      (SELECT count(*) FROM "also_serves" s JOIN "recommendation" o ON o."id" = s."recommendationId"
        WHERE o."planId" = r."planId") AS "outside"
    FROM "recommendation" r WHERE r."deletedAt" IS NULL GROUP BY r."planId"`,
  'SELECT * FROM "statutory_clock" ORDER BY "dueDate"',
];

/** Twenty plans beside those that are there, made once a run. */
async function madeUp(stage: Stage) {
  const database = await stage.database();
  const { owner, plans, raw } = database;
  const { rows } = await raw.query<{ count: number }>('SELECT count(*)::int AS "count" FROM "plan"');
  for (let made = rows[0]?.count ?? 0; made < PLANS; made += 1)
    await makeUpPlan(owner, plans.userId, ACTIONS);
  await owner.query('VACUUM ANALYZE');
  return database;
}

export const allPlans: Row = {
  name: 'all-plans',
  measure: `all plans side by side, ${PLANS} plans of ${ACTIONS} actions beside a large one, against hand-written SQL`,
  bar: { cost: 2.5 },
  async prepare(stage) {
    const database = await madeUp(stage);
    const caller = await benchCaller(database, stage.folder);
    return {
      ours: () => drawScreens(PAGES, () => caller.plans.all()),
      against: () =>
        drawScreens(PAGES, async () => {
          for (const statement of BY_HAND) await database.raw.query(statement);
        }),
      dispose: async () => undefined,
    };
  },
};

export const allPlansStatements: Row = {
  name: 'all-plans-statements',
  measure: 'statements of all plans side by side, against the most that are allowed',
  bar: { cost: 1 },
  async prepare(stage) {
    const database = await madeUp(stage);
    const { db, count } = countStatements(database.db);
    const caller = await benchCaller({ db, plans: database.plans }, stage.folder);
    return {
      ours: () => count(() => caller.plans.all()),
      against: async () => MOST_STATEMENTS,
      dispose: async () => undefined,
    };
  },
};
