import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { RawPool } from '@gt/db/testing/server';
import type { Row } from '../row.ts';
import { benchCaller } from '../stage/bench-caller.ts';
import { countStatements } from '../stage/count-statements.ts';
import { drawScreens } from '../stage/draw-screens.ts';
import { keptPosition } from '../stage/kept-position.ts';
import { positionByHand } from '../stage/position-by-hand.ts';
import type { Stage } from '../stage/stage.ts';

/** Pages drawn for one sample, and the most that one may ask of the database. */
const PAGES = 3;
const MOST_STATEMENTS = 6;
const SIZE = '10,000 actions, 200 measures and 100 snapshots';

const decompress = promisify(brotliDecompress);

export const position: Row = {
  name: 'position',
  measure: `the position of ${SIZE}, against hand-written SQL`,
  bar: { cost: 2.5 },
  async prepare(stage) {
    const planId = await keptPosition(stage);
    const database = await stage.database();
    const caller = await benchCaller(database, stage.folder);
    return {
      ours: () => drawScreens(PAGES, () => caller.dashboard.position({ planId })),
      against: () => drawScreens(PAGES, () => positionByHand(database.raw, planId)),
      dispose: async () => undefined,
    };
  },
};

export const positionFrozen: Row = {
  name: 'position-frozen',
  measure: `the position as at a frozen date of ${SIZE}, against reading the snapshot by hand`,
  bar: { cost: 2.5 },
  async prepare(stage) {
    const planId = await keptPosition(stage);
    const database = await stage.database();
    const caller = await benchCaller(database, stage.folder);
    const at = await dayKept(stage, planId);
    return {
      ours: () => drawScreens(PAGES, () => caller.dashboard.position({ planId, at })),
      against: () => drawScreens(PAGES, () => frozenByHand(database.raw, planId, at)),
      dispose: async () => undefined,
    };
  },
};

/** Statements are the same in every round: a limit, told as a share of it; the more of the two pages. */
export const positionStatements: Row = {
  name: 'position-statements',
  measure: `statements of the position, now and as at a frozen date, against ${MOST_STATEMENTS}`,
  bar: { cost: 1 },
  async prepare(stage) {
    const planId = await keptPosition(stage);
    const database = await stage.database();
    const { db, count } = countStatements(database.db);
    const caller = await benchCaller({ db, plans: database.plans }, stage.folder);
    const at = await dayKept(stage, planId);
    return {
      ours: async () =>
        Math.max(
          await count(() => caller.dashboard.position({ planId })),
          await count(() => caller.dashboard.position({ planId, at })),
        ),
      against: async () => MOST_STATEMENTS,
      dispose: async () => undefined,
    };
  },
};

/** A day in the middle of those that were kept. */
async function dayKept(stage: Stage, planId: string) {
  const caller = await benchCaller(await stage.database(), stage.folder);
  const { snapshots } = await caller.snapshots.list({ planId, page: { offset: 50, limit: 1 } });
  if (!snapshots[0]) throw new Error('the plan of the position has no snapshots');
  return snapshots[0].asAt;
}

/** The body as it is stored, proved and read, and the totals of those before. */
async function frozenByHand(raw: RawPool, planId: string, at: string): Promise<void> {
  const { rows } = await raw.query<{ body: Buffer; sha256: string; number: number }>(
    `SELECT "body", "sha256", "number" FROM "snapshot" WHERE "planId" = $1 AND "asAt" <= $2
     ORDER BY "number" DESC LIMIT 1`,
    [planId, at],
  );
  const kept = rows[0];
  if (!kept) throw new Error('there is no snapshot');
  const bytes = await decompress(kept.body);
  if (createHash('sha256').update(bytes).digest('hex') !== kept.sha256)
    throw new Error('not as it was stored');
  JSON.parse(bytes.toString('utf8'));
  await raw.query(
    `SELECT "id", "asAt", "totals"->'recommendations' AS "then" FROM "snapshot" WHERE "planId" = $1 AND "number" < $2
     ORDER BY "number" DESC`,
    [planId, kept.number],
  );
}
