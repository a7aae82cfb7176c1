import type { RawPool } from '@gt/db/testing/server';

export type MadeUpPlans = {
  userId: string;
  /** A hundred actions, and ten thousand. */
  small: string;
  large: string;
  /** An action with six updates. */
  actionId: string;
};

const SMALL = 100;
const LARGE = 10_000;
/** Recommendations of a plan, unless it says otherwise. */
const RECOMMENDATIONS = 10;

/** Two plans that differ in nothing but their size, with teams, posts, updates, moved dates and evidence. */
export async function makeUpPlans(owner: RawPool): Promise<MadeUpPlans> {
  const userId = await one(
    owner,
    `INSERT INTO "user" ("id", "email", "name", "updatedAt")
     VALUES (gen_random_uuid()::text, 'lead@bench.example', 'Programme Lead, holder 1', now()) RETURNING "id"`,
  );
  await owner.query(`INSERT INTO "role_grant" ("userId", "role") VALUES ($1, 'PROGRAMME_LEAD')`, [userId]);
  await owner.query(`INSERT INTO "team" ("id", "name")
    SELECT gen_random_uuid()::text, 'Team ' || n FROM generate_series(1, 6) n`);
  await owner.query(`INSERT INTO "post" ("id", "title", "teamId")
    SELECT gen_random_uuid()::text, 'Head of ' || "name", "id" FROM "team"`);
  await owner.query(
    `INSERT INTO "post_holding" ("id", "postId", "userId", "fromDate")
     SELECT gen_random_uuid()::text, "id", $1, '2025-01-06' FROM "post"`,
    [userId],
  );
  const small = await makeUpPlan(owner, userId, SMALL);
  const large = await makeUpPlan(owner, userId, LARGE);
  // As the server itself leaves tables a minute after so many new rows.
  await owner.query('VACUUM ANALYZE');
  const actionId = await one(owner, `SELECT "id" FROM "action" WHERE "planId" = $1 LIMIT 1`, [small]);
  await updates(owner, userId, 'WHERE a."id" = $2', [actionId], 5);
  return { userId, small, large, actionId };
}

/** A plan with everything that hangs on its actions. */
export async function makeUpPlan(
  owner: RawPool,
  userId: string,
  actions: number,
  recommendations = RECOMMENDATIONS,
): Promise<string> {
  const planId = await makeUpLongPlan(owner, userId, actions, recommendations);
  await updates(owner, userId, 'WHERE a."planId" = $2', [planId], 1);
  await owner.query(
    `INSERT INTO "date_revision" ("id", "actionId", "fromDate", "toDate", "reason", "changedById")
     SELECT gen_random_uuid()::text, "id", "originalDueDate", "dueDate", 'Panel postponed', $2
     FROM "action" WHERE "planId" = $1 AND "dueDate" <> "originalDueDate"`,
    [planId, userId],
  );
  await evidence(owner, planId, userId);
  await owner.query(
    `UPDATE "plan" SET "nextEvidenceNumber" = $2::int + 1, "nextRecommendationNumber" = $3::int + 1 WHERE "id" = $1`,
    [planId, actions, recommendations],
  );
  return planId;
}

/** A plan with its actions and nothing that hangs on them. */
export async function makeUpLongPlan(
  owner: RawPool,
  userId: string,
  actions: number,
  recommendations = RECOMMENDATIONS,
): Promise<string> {
  const planId = await one(
    owner,
    `INSERT INTO "plan" ("id", "name", "councilName", "trustName", "createdById")
     VALUES (gen_random_uuid()::text, $2, 'Northmoor Council', '', $1) RETURNING "id"`,
    [userId, `${actions} actions`],
  );
  await owner.query(
    `INSERT INTO "recommendation" ("id", "planId", "number", "quote")
     SELECT gen_random_uuid()::text, $1, n, 'The effectiveness of service ' || n FROM generate_series(1, $2::int) n`,
    [planId, recommendations],
  );
  await owner.query(
    `INSERT INTO "action" ("id", "planId", "recommendationId", "number", "title", "detail", "teamId",
       "ownerPostId", "startDate", "originalDueDate", "dueDate", "status", "declaredRag", "ragReason",
       "percentComplete", "lastUpdateAt", "createdById", "changedById")
     SELECT gen_random_uuid()::text, $1, r."id", n / $4::int + 1, 'Recruit and approve foster carers, part ' || n,
       'Run the campaign with partners and assess within 16 weeks.', p."teamId", p."id", '2026-01-05',
       DATE '2026-02-01' + n % 120, DATE '2026-02-01' + n % 150,
       (ARRAY['NOT_STARTED', 'IN_PROGRESS', 'AWAITING_EVIDENCE_CHECK'])[n % 3 + 1]::"DeliveryStatus",
       (ARRAY['RED', 'AMBER', 'GREEN', 'NONE'])[n % 4 + 1]::"Rag", 'Two assessments need a second visit.',
       n % 100, now() - make_interval(days => n % 40), $2, $2
     FROM generate_series(0, $3::int - 1) n
     JOIN "recommendation" r ON r."planId" = $1 AND r."number" = n % $4::int + 1
     JOIN LATERAL (SELECT * FROM "post" ORDER BY "title" OFFSET n % 6 LIMIT 1) p ON true`,
    [planId, userId, actions, recommendations],
  );
  return planId;
}

function updates(owner: RawPool, userId: string, where: string, values: unknown[], count: number) {
  return owner.query(
    `INSERT INTO "progress_update" ("id", "actionId", "authorId", "whatHappened", "difference", "inTheWay",
       "next", "rag", "ragReason", "percentComplete")
     SELECT gen_random_uuid()::text, a."id", $1, 'Panel approved two more carers; five are booked.',
       'Four children live within ten miles of their school.', 'Medical reports take five weeks.',
       'Agree a faster route with health.', 'GREEN', '', 40
     FROM "action" a CROSS JOIN generate_series(1, ${count}) ${where}`,
    [userId, ...values],
  );
}

/** Two items for every second action. */
async function evidence(owner: RawPool, planId: string, userId: string): Promise<void> {
  await owner.query(
    `WITH item AS (
       INSERT INTO "evidence" ("id", "planId", "number", "title", "kind", "shows", "state", "uploadedById",
         "changedById")
       SELECT gen_random_uuid()::text, $1, row_number() OVER (), 'Audit of ' || a."title", 'AUDIT',
         'Supervision monthly in 27 of 30 files.',
         (ARRAY['SUBMITTED', 'ACCEPTED'])[n]::"EvidenceState", $2, $2
       FROM "action" a CROSS JOIN generate_series(1, 2) n WHERE a."planId" = $1 AND a."number" % 2 = 0
       RETURNING "id", "number"
     ), target AS (
       SELECT "id", "recommendationId", row_number() OVER () AS "number"
       FROM "action" CROSS JOIN generate_series(1, 2) WHERE "planId" = $1 AND "action"."number" % 2 = 0
     )
     INSERT INTO "evidence_link" ("id", "evidenceId", "actionId", "recommendationId", "linkedById")
     SELECT gen_random_uuid()::text, i."id", t."id", t."recommendationId", $2
     FROM item i JOIN target t USING ("number")`,
    [planId, userId],
  );
}

async function one(owner: RawPool, statement: string, values: unknown[] = []): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(statement, values);
  if (!rows[0]) throw new Error('a statement of the made-up plan answered nothing');
  return rows[0].id;
}
