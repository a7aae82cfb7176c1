import { randomUUID } from 'node:crypto';
import { appRouter, createCallerFactory, jobHandlers } from '@gt/api';
import { timed } from '../row.ts';
import { benchContext } from '../stage/bench-caller.ts';
import { makeUpPlan } from '../stage/make-up-plans.ts';
import { timeLimit } from './time-limit.ts';

const ACTIONS = 500;
const WITHIN = 3_000;

/** Pressed once: the report is written from the snapshot, and both of its files are made and stored. */
export const boardReport = timeLimit(
  'board-report',
  `a board report of ${ACTIONS} actions, from the snapshot to both files in the store`,
  WITHIN,
  async (stage) => {
    const database = await stage.database();
    const planId = await makeUpPlan(database.owner, database.plans.userId, ACTIONS);
    const ctx = await benchContext(database, stage.folder);
    const caller = createCallerFactory(appRouter)(ctx);
    await caller.snapshots.take({ planId, idempotencyKey: randomUUID() });
    await caller.snapshots.take({ planId, idempotencyKey: randomUUID() });
    return {
      ours: async () => {
        let reportId = '';
        const took = await timed(async () => {
          const made = await caller.reports.make({
            planId,
            kind: 'BOARD_REPORT',
            idempotencyKey: randomUUID(),
          });
          reportId = made.id;
          await caller.reports.issue({ reportId, version: made.version });
          await jobHandlers['reports.issue'](ctx, { reportId }, new AbortController().signal);
        });
        const { state, files } = await caller.reports.get({ reportId });
        if (state !== 'ISSUED' || files.length !== 2)
          throw new Error(`the report is ${state}, with ${files.length} files`);
        return took;
      },
    };
  },
);
