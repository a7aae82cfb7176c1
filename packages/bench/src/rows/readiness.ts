import type { RawPool } from '@gt/db/testing/server';
import { SCREENING_RULES } from '@gt/domain/screening';
import type { Row } from '../row.ts';
import { benchCaller } from '../stage/bench-caller.ts';
import { drawScreens } from '../stage/draw-screens.ts';
import { makeUpPlan } from '../stage/make-up-plans.ts';

/** As large as a plan grows: nothing of readiness is paged. */
const ACTIONS = 1_000;
const RECOMMENDATIONS = 60;
/** Pages drawn for one sample. */
const PAGES = 5;

/** What somebody would fetch by hand to work it out: recommendations, actions, and evidence with what screening said. */
const BY_HAND = [
  `SELECT r.*, p."title" AS "lead" FROM "recommendation" r LEFT JOIN "post" p ON p."id" = r."leadPostId"
    WHERE r."planId" = $1 AND r."deletedAt" IS NULL ORDER BY r."number"`,
  `SELECT a."id", a."recommendationId", a."number", a."title", a."status", a."declaredRag", a."startDate", a."dueDate",
      a."originalDueDate", a."createdAt", a."lastUpdateAt", a."ownerPostId", t."name" AS "team", p."title" AS "post",
      (SELECT count(*) FROM "date_revision" d WHERE d."actionId" = a."id") AS "moved",
      (SELECT json_agg(m."dueDate") FROM "milestone" m WHERE m."actionId" = a."id") AS "milestones"
    FROM "action" a LEFT JOIN "team" t ON t."id" = a."teamId" LEFT JOIN "post" p ON p."id" = a."ownerPostId"
    WHERE a."planId" = $1 AND a."deletedAt" IS NULL ORDER BY a."recommendationId", a."number"`,
  `SELECT e."id", e."number", e."title", e."kind", e."state", e."showsImpact", e."periodFrom", e."periodTo",
      e."validUntil", l."recommendationId", l."actionId", v."uploadedAt", s."outcome", s."likely", s."answer"
    FROM "evidence" e JOIN "evidence_link" l ON l."evidenceId" = e."id"
    LEFT JOIN "evidence_version" v ON v."evidenceId" = e."id" LEFT JOIN "evidence_screening" s ON s."versionId" = v."id"
    WHERE e."planId" = $1 AND e."deletedAt" IS NULL ORDER BY e."number"`,
];

export const readiness: Row = {
  name: 'readiness',
  measure: `readiness of ${RECOMMENDATIONS} recommendations and ${ACTIONS.toLocaleString('en-GB')} actions, against fetching by hand what it reads`,
  bar: { cost: 7 },
  async prepare(stage) {
    const database = await stage.database();
    const { owner, raw, plans } = database;
    const planId = await makeUpPlan(owner, plans.userId, ACTIONS, RECOMMENDATIONS);
    await makeUpFiles(owner, planId, plans.userId);
    const caller = await benchCaller(database, stage.folder);
    const { recommendations, items } = await caller.readiness.get({ planId });
    if (recommendations.length !== RECOMMENDATIONS || items < RECOMMENDATIONS) {
      throw new Error(`readiness answered ${recommendations.length} recommendations and ${items} items`);
    }
    return {
      ours: () => drawScreens(PAGES, () => caller.readiness.get({ planId })),
      against: () =>
        drawScreens(PAGES, async () => {
          for (const statement of BY_HAND) await raw.query(statement, [planId]);
        }),
      dispose: async () => undefined,
    };
  },
};

/** A file for each item, and what screening said of it. */
async function makeUpFiles(owner: RawPool, planId: string, userId: string): Promise<void> {
  await owner.query(
    `INSERT INTO "evidence_version" ("id", "evidenceId", "number", "fileName", "mediaType", "size", "sha256",
       "uploadedById")
     SELECT gen_random_uuid()::text, "id", 1, 'audit.txt', 'text/plain', 76, repeat('0', 64), $2
     FROM "evidence" WHERE "planId" = $1`,
    [planId, userId],
  );
  await owner.query(
    `INSERT INTO "evidence_screening" ("id", "versionId", "rules", "outcome", "findings", "total", "notices", "unread")
     SELECT gen_random_uuid()::text, v."id", $2, 'NOTHING_FOUND', '[]', 0, '{}', '{}'
     FROM "evidence_version" v JOIN "evidence" e ON e."id" = v."evidenceId" WHERE e."planId" = $1`,
    [planId, SCREENING_RULES],
  );
  await owner.query('VACUUM ANALYZE');
}
