import { randomUUID } from 'node:crypto';
import { type Row, timed } from '../row.ts';
import { KEPT_ACTIONS, type KeptPlan, keptPlan } from '../stage/make-up-weeks.ts';
import type { Stage } from '../stage/stage.ts';
import { timeLimit } from './time-limit.ts';

/** Milliseconds to keep a plan, milliseconds to compare any two, and bytes of an action in one snapshot. */
const FREEZE_WITHIN = 2_000;
const COMPARE_WITHIN = 300;
const MOST_BYTES = 1_500;
/** About two years of weeks. */
const WEEKS = 100;
/** Pairs compared for one sample; the slowest counts. */
const PAIRS = 6;

const take = ({ planId, callerIn }: KeptPlan, week: number) =>
  callerIn(week).snapshots.take({ planId, idempotencyKey: randomUUID() });

export const snapshotFreeze: Row = timeLimit(
  'snapshot-freeze',
  `a plan of ${KEPT_ACTIONS.toLocaleString('en-GB')} actions kept as it stands`,
  FREEZE_WITHIN,
  async (stage) => {
    const plan = await keptPlan(stage);
    return { ours: () => timed(() => take(plan, 0)) };
  },
);

/** A hundred weeks of one plan, made once. */
const weeksOf = new WeakMap<Stage, Promise<string[]>>();

async function keepWeeks(plan: KeptPlan): Promise<string[]> {
  const ids: string[] = [];
  for (let week = 1; week <= WEEKS; week += 1) {
    await plan.passWeek(week);
    ids.push((await take(plan, week)).snapshotId);
  }
  return ids;
}

export const snapshotCompare: Row = timeLimit(
  'snapshot-compare',
  `any two of ${WEEKS} snapshots of ${KEPT_ACTIONS.toLocaleString('en-GB')} actions, the slowest of ${PAIRS}`,
  COMPARE_WITHIN,
  async (stage) => {
    const plan = await keptPlan(stage);
    const ids = await (weeksOf.get(stage) ?? keepWeeks(plan));
    weeksOf.set(stage, Promise.resolve(ids));
    const caller = plan.callerIn(WEEKS);
    let turn = 0;
    const pair = () => {
      turn += 1;
      // Steps that have no divisor in common with the number of weeks: near pairs and far ones take turns.
      return { fromId: ids[(turn * 37) % WEEKS] ?? '', toId: ids[(turn * 61 + 13) % WEEKS] ?? '' };
    };
    return {
      async ours() {
        let slowest = 0;
        for (let n = 0; n < PAIRS; n += 1) {
          slowest = Math.max(slowest, await timed(() => caller.snapshots.compare(pair())));
        }
        return slowest;
      },
    };
  },
);

/** What is stored is the same in every round: a limit, told as a share of it. */
export const snapshotSize: Row = {
  name: 'snapshot-size',
  measure: `bytes an action in one snapshot, totals counted in, against ${MOST_BYTES.toLocaleString('en-GB')}`,
  bar: { cost: 1 },
  async prepare(stage) {
    const plan = await keptPlan(stage);
    const { owner } = await stage.database();
    const { snapshotId } = await take(plan, 0);
    const { rows } = await owner.query<{ bytes: number }>(
      'SELECT pg_column_size(s.*)::int AS "bytes" FROM "snapshot" s WHERE s."id" = $1',
      [snapshotId],
    );
    const bytes = (rows[0]?.bytes ?? Number.NaN) / KEPT_ACTIONS;
    return {
      ours: async () => bytes,
      against: async () => MOST_BYTES,
      async dispose() {
        process.stderr.write(`snapshot-size: ${Math.round(bytes)} bytes an action\n`);
      },
    };
  },
};
