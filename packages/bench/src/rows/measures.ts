import type { RawPool } from '@gt/db/testing/server';
import type { Row } from '../row.ts';
import { benchCaller } from '../stage/bench-caller.ts';
import { countStatements } from '../stage/count-statements.ts';
import { drawScreens } from '../stage/draw-screens.ts';
import { makeUpPlan } from '../stage/make-up-plans.ts';

const MEASURES = 200;
const FIGURES = 24;
const RECOMMENDATIONS = 40;
/** Lists drawn for one sample. */
const LISTS = 10;
const MOST_STATEMENTS = 6;

/** What somebody would fetch by hand for the page: measures with owner, figures, planned values, links. */
const BY_HAND = [
  `SELECT m.*, r."number" AS "under", r."quote", p."title", p."teamId", u."name" AS "changedBy"
    FROM "measure" m JOIN "recommendation" r ON r."id" = m."recommendationId"
    LEFT JOIN "post" p ON p."id" = m."ownerPostId" LEFT JOIN "user" u ON u."id" = m."changedById"
    WHERE m."planId" = $1 AND m."deletedAt" IS NULL ORDER BY r."number", m."number"`,
  `SELECT mp."measureId", mp."date"::text, mp."value"::float8 FROM "measure_point" mp
    JOIN "measure" m ON m."id" = mp."measureId"
    WHERE m."planId" = $1 AND mp."replacedAt" IS NULL ORDER BY mp."measureId", mp."date"`,
  `SELECT pf."measureId", pf."date"::text, pf."value"::float8 FROM "planned_figure" pf
    JOIN "measure" m ON m."id" = pf."measureId" WHERE m."planId" = $1 ORDER BY pf."measureId", pf."date"`,
  `SELECT am."measureId", a."id", a."number", r."number" AS "under" FROM "action_measure" am
    JOIN "action" a ON a."id" = am."actionId" JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE a."planId" = $1`,
];

export const measures: Row = {
  name: 'measures',
  measure: `the list of ${MEASURES} measures with ${FIGURES} figures each, against hand-written SQL`,
  bar: { cost: 2.5 },
  async prepare(stage) {
    const database = await stage.database();
    const { raw } = database;
    const planId = await withMeasures(database);
    const caller = await benchCaller(database, stage.folder);
    const rows = await caller.measures.list({ planId });
    if (rows.length !== MEASURES || rows[0]?.spark.length !== FIGURES)
      throw new Error('measures are missing');
    return {
      ours: () => drawScreens(LISTS, () => caller.measures.list({ planId })),
      against: () =>
        drawScreens(LISTS, async () => {
          for (const statement of BY_HAND) await raw.query(statement, [planId]);
        }),
      dispose: async () => undefined,
    };
  },
};

export const measuresStatements: Row = {
  name: 'measures-statements',
  measure: `statements of the list of ${MEASURES} measures, against ${MOST_STATEMENTS}`,
  bar: { cost: 1 },
  async prepare(stage) {
    const database = await stage.database();
    const planId = await withMeasures(database);
    const { db, count } = countStatements(database.db);
    const caller = await benchCaller({ db, plans: database.plans }, stage.folder);
    return {
      ours: () => count(() => caller.measures.list({ planId })),
      against: async () => MOST_STATEMENTS,
      dispose: async () => undefined,
    };
  },
};

async function withMeasures({
  owner,
  plans,
}: {
  owner: RawPool;
  plans: { userId: string };
}): Promise<string> {
  const planId = await makeUpPlan(owner, plans.userId, RECOMMENDATIONS, RECOMMENDATIONS);
  await owner.query(
    `INSERT INTO "measure" ("id", "planId", "recommendationId", "number", "name", "unit", "direction", "baseline",
       "baselineDate", "target", "targetDate", "frequency", "createdById", "changedById")
     SELECT gen_random_uuid()::text, $1, r."id", n, 'Visits in time, district ' || n, '%', 'HIGHER_IS_BETTER', 60,
       '2024-10-31', 90, '2027-10-31', 'MONTHLY', $2, $2
     FROM generate_series(1, ${MEASURES}) n
     JOIN LATERAL (SELECT "id" FROM "recommendation" WHERE "planId" = $1 ORDER BY "number"
       OFFSET n % ${RECOMMENDATIONS} LIMIT 1) r ON true`,
    [planId, plans.userId],
  );
  await owner.query(
    `INSERT INTO "measure_point" ("id", "measureId", "date", "value", "enteredById")
     SELECT gen_random_uuid()::text, m."id", ('2024-11-30'::date + (k || ' months')::interval)::date,
       60 + k + (m."number" * 7 + k * 5) % 9, $2
     FROM "measure" m CROSS JOIN generate_series(0, ${FIGURES - 1}) k WHERE m."planId" = $1`,
    [planId, plans.userId],
  );
  await owner.query(
    `INSERT INTO "planned_figure" ("measureId", "date", "value")
     SELECT m."id", ('2025-01-31'::date + (k * 3 || ' months')::interval)::date, 62 + k * 2
     FROM "measure" m CROSS JOIN generate_series(0, 9) k WHERE m."planId" = $1`,
    [planId],
  );
  await owner.query('VACUUM ANALYZE');
  return planId;
}
