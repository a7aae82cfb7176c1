import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { fileRoutes, guard, jobHandlers } from '@gt/api';
import { largeWorkbook } from '@gt/intake/testing';
import { type Row, timed } from '../row.ts';
import { benchCaller, benchContext } from '../stage/bench-caller.ts';
import type { Stage } from '../stage/stage.ts';
import { timeLimit } from './time-limit.ts';

/** A large plan of a trust. */
const ROWS = 2_000;
/** From choosing the file to the first rows with their outcome, in milliseconds. */
const DRY_RUN_WITHIN = 5_000;
/** From the press of the button to the plan, in milliseconds. */
const IMPORT_WITHIN = 10_000;

/** Brings workbooks into the plan of the benchmark, as browser and job do. */
async function workbooksOf(stage: Stage) {
  const database = await stage.database();
  const caller = await benchCaller(database, stage.folder);
  const bytes = Buffer.from(largeWorkbook(ROWS));
  const { rows } = await database.raw.query<{ planId: string }>('SELECT "planId" FROM "inspection" LIMIT 1');
  const planId = rows[0]?.planId ?? database.plans.large;
  const route = fileRoutes.find(({ path, method }) => method === 'POST' && path.endsWith('/workbooks'));
  if (!route) throw new Error('there is no route for workbooks');
  const send = async () => {
    const ctx = await benchContext(database, stage.folder);
    const answer = await route.handle(ctx, guard(ctx, route.permission), {
      params: { planId },
      query: {},
      headers: { 'x-file-name': 'plan.xlsx', 'x-idempotency-key': randomUUID() },
      body: Readable.from([bytes]),
      signal: new AbortController().signal,
    });
    if (answer.kind !== 'json') throw new Error('the workbook was not taken');
    const { workbookId } = answer.body as { workbookId: string };
    await jobHandlers['workbook.read'](ctx, { workbookId }, new AbortController().signal);
    return workbookId;
  };
  /** Takes it out of the plan and away, so that every sample begins alike. */
  const clear = async (workbookId: string) => {
    const { version, state } = await caller.workbooks.get({ workbookId });
    if (state === 'IMPORTED') await caller.workbooks.undo({ workbookId, version, keepChanged: false });
    const after = await caller.workbooks.get({ workbookId });
    await caller.workbooks.discard({ workbookId, version: after.version });
  };
  return { caller, send, clear };
}

export const workbookDryRun: Row = timeLimit(
  'workbook-dry-run',
  `a workbook of ${ROWS.toLocaleString('en-GB')} rows sent, read, and shown with what each row becomes`,
  DRY_RUN_WITHIN,
  async (stage) => {
    const { caller, send, clear } = await workbooksOf(stage);
    return {
      async ours() {
        let workbookId = '';
        const took = await timed(async () => {
          workbookId = await send();
          const { dryRun } = await caller.workbooks.get({ workbookId });
          const { rows } = await caller.workbooks.rows({ workbookId });
          if (dryRun?.totals.imported !== ROWS || rows.length === 0) throw new Error('rows are missing');
        });
        await clear(workbookId);
        return took;
      },
    };
  },
);

export const workbookImport: Row = timeLimit(
  'workbook-import',
  `a workbook of ${ROWS.toLocaleString('en-GB')} rows brought into a plan in one transaction`,
  IMPORT_WITHIN,
  async (stage) => {
    const { caller, send, clear } = await workbooksOf(stage);
    return {
      async ours() {
        const workbookId = await send();
        const { version } = await caller.workbooks.get({ workbookId });
        const took = await timed(async () => {
          await caller.workbooks.confirm({ workbookId, version });
        });
        await clear(workbookId);
        return took;
      },
    };
  },
);
