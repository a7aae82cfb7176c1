import { randomUUID } from 'node:crypto';
import { appRouter, createCallerFactory, londonDate } from '@gt/api';
import { benchContext } from './bench-caller.ts';
import type { Stage } from './stage.ts';

const MEASURES = 200;
const SNAPSHOTS = 100;
const WEEK = 7 * 86_400_000;

const createCaller = createCallerFactory(appRouter);
const made = new WeakMap<Stage, Promise<string>>();

/** The plan of ten thousand actions with 200 measures, 100 snapshots and milestones; the rows of the position share it. */
export function keptPosition(stage: Stage): Promise<string> {
  const found = made.get(stage) ?? make(stage);
  made.set(stage, found);
  return found;
}

async function make(stage: Stage): Promise<string> {
  const database = await stage.database();
  const { owner, plans } = database;
  const planId = plans.large;
  await owner.query(
    `INSERT INTO "milestone" ("id", "actionId", "title", "dueDate", "createdById", "changedById")
     SELECT gen_random_uuid()::text, a."id", 'Step', current_date + a."number" % 60 - 20, $2, $2
     FROM "action" a WHERE a."planId" = $1 AND a."number" % 3 = 0`,
    [planId, plans.userId],
  );
  await owner.query(
    `INSERT INTO "measure" ("id", "planId", "recommendationId", "number", "name", "unit", "direction", "target",
       "frequency", "createdById", "changedById")
     SELECT gen_random_uuid()::text, $1, r."id", n, 'Visits in time, part ' || n, '%', 'HIGHER_IS_BETTER', 90,
       'MONTHLY', $2, $2
     FROM generate_series(1, ${MEASURES}) n JOIN "recommendation" r ON r."planId" = $1 AND r."number" = n % 10 + 1`,
    [planId, plans.userId],
  );
  await owner.query(
    `INSERT INTO "measure_point" ("id", "measureId", "date", "value", "enteredById")
     SELECT gen_random_uuid()::text, m."id", current_date - 30 * n, 60 + (m."number" * n) % 30, $2
     FROM "measure" m CROSS JOIN generate_series(1, 6) n WHERE m."planId" = $1`,
    [planId, plans.userId],
  );
  await takeOne(stage, planId);
  // One body is as good as a hundred: what differs from week to week is the totals, which all are read.
  await owner.query(
    `INSERT INTO "snapshot" ("id", "planId", "number", "cause", "asAt", "takenAt", "formatVersion", "sha256", "body",
       "textSize", "actionCount", "totals")
     SELECT gen_random_uuid()::text, s."planId", s."number" + n, s."cause", s."asAt" + 7 * n, s."takenAt",
       s."formatVersion", s."sha256", s."body", s."textSize", s."actionCount", s."totals"
     FROM "snapshot" s CROSS JOIN generate_series(1, ${SNAPSHOTS - 1}) n WHERE s."planId" = $1`,
    [planId],
  );
  await owner.query('VACUUM ANALYZE');
  return planId;
}

/** As it stood a hundred weeks ago, so that the newest is of today. */
async function takeOne(stage: Stage, planId: string): Promise<void> {
  const base = await benchContext(await stage.database(), stage.folder);
  const now = new Date(base.now.getTime() - SNAPSHOTS * WEEK);
  const caller = createCaller({ ...base, now, today: londonDate(now) });
  await caller.snapshots.take({ planId, idempotencyKey: randomUUID() });
}
