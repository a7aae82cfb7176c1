import { randomUUID } from 'node:crypto';
import { appRouter, createCallerFactory, londonDate } from '@gt/api';
import { benchContext } from './bench-caller.ts';
import type { BenchDatabase } from './database.ts';
import { makeUpPlan } from './make-up-plans.ts';
import type { Stage } from './stage.ts';

/** Actions of the plan that is kept week after week. */
export const KEPT_ACTIONS = 2_000;
const WEEK = 7 * 86_400_000;

export type KeptPlan = {
  planId: string;
  /** The programme lead on the day after so many weeks. */
  callerIn(weeks: number): ReturnType<typeof createCaller>;
  /** What a week does to a plan: one action in twenty is another colour, some dates move. */
  passWeek(week: number): Promise<void>;
};

const createCaller = createCallerFactory(appRouter);
const kept = new WeakMap<Stage, Promise<KeptPlan>>();

/** A plan of 2,000 actions in words of their own, with milestones and measures; the rows of snapshots share it. */
export function keptPlan(stage: Stage): Promise<KeptPlan> {
  const made = kept.get(stage) ?? makeKeptPlan(stage);
  kept.set(stage, made);
  return made;
}

async function makeKeptPlan(stage: Stage): Promise<KeptPlan> {
  const database = await stage.database();
  const { owner, plans } = database;
  const planId = await makeUpPlan(owner, plans.userId, KEPT_ACTIONS);
  await inOwnWords(database, planId);
  await owner.query(
    `INSERT INTO "milestone" ("id", "actionId", "title", "dueDate", "doneOn", "createdById", "changedById")
     SELECT gen_random_uuid()::text, a."id", 'Step ' || n || ' of ' || left(a."title", 40), a."dueDate" - 14 * n,
       CASE WHEN n = 3 THEN a."dueDate" - 40 END, $2, $2
     FROM "action" a CROSS JOIN generate_series(1, 3) n WHERE a."planId" = $1`,
    [planId, plans.userId],
  );
  await owner.query(
    `INSERT INTO "measure" ("id", "planId", "recommendationId", "number", "name", "unit", "direction", "target",
       "frequency", "createdById", "changedById")
     SELECT gen_random_uuid()::text, $1, r."id", r."number", 'Visits in time, service ' || r."number", '%',
       'HIGHER_IS_BETTER', 90, 'MONTHLY', $2, $2
     FROM "recommendation" r WHERE r."planId" = $1`,
    [planId, plans.userId],
  );
  await owner.query('VACUUM ANALYZE');
  const base = await benchContext(database, stage.folder);
  return {
    planId,
    callerIn(weeks) {
      const now = new Date(base.now.getTime() + weeks * WEEK);
      return createCaller({ ...base, now, today: londonDate(now), requestId: randomUUID() });
    },
    async passWeek(week) {
      await owner.query(
        `UPDATE "action" SET "declaredRag" = (ARRAY['RED', 'AMBER', 'GREEN'])[1 + ("number" + $2::int) % 3]::"Rag",
           "dueDate" = "dueDate" + CASE WHEN "number" % 40 = $2::int % 40 THEN 14 ELSE 0 END
         WHERE "planId" = $1 AND ("number" * 7 + $2::int) % 20 = 0`,
        [planId, week],
      );
    },
  };
}

/** Texts that do not repeat one another: what everybody writes in the same words would be stored too cheaply. */
async function inOwnWords({ owner }: BenchDatabase, planId: string): Promise<void> {
  await owner.query(
    `WITH words AS (SELECT string_to_array($2, ' ') AS "all")
     UPDATE "action" a SET
       "title" = (SELECT string_agg("all"[1 + abs(hashtext(a."id" || k)) % cardinality("all")], ' ')
         FROM words, generate_series(1, 9) k),
       "ragReason" = (SELECT string_agg("all"[1 + abs(hashtext(k || a."id")) % cardinality("all")], ' ')
         FROM words, generate_series(1, 40) k)
     WHERE a."planId" = $1`,
    [planId, WORDS],
  );
}

const WORDS =
  `recruit approve carers panel chair supervision monthly rota vacancies partners threshold audit shows
families children return home interviews timely permanence tracking weekly meeting practice standards workers
training delivered caseload managers review decision health education police referral response assessment visit
plan record quality oversight escalation delay agreed revised evidence sample improved still outstanding because
capacity backlog procurement contract housing advocacy participation feedback siblings placement stability
kinship adoption matching therapeutic support duty strategy discussion recorded within days after before board`.replaceAll(
    /\s+/g,
    ' ',
  );
