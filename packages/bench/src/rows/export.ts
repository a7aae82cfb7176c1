import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Row, timed } from '../row.ts';
import { benchContext } from '../stage/bench-caller.ts';
import { exportedList } from '../stage/exported-list.ts';
import { makeUpLongPlan } from '../stage/make-up-plans.ts';

const LONG = 100_000;
const MOST_MIB = 300;

export const exportXlsx: Row = {
  name: 'export-xlsx',
  measure: 'the whole list of 10,000 actions taken away as a workbook, against CSV of the same',
  bar: { cost: 10 },
  async prepare(stage) {
    const database = await stage.database();
    const context = await benchContext(database, stage.folder);
    const take = (format: 'xlsx' | 'csv') =>
      timed(async () => {
        const list = await exportedList(context, database.plans.large, format);
        await pipeline(list, createWriteStream(join(stage.folder, `list.${format}`)));
      });
    return { ours: () => take('xlsx'), against: () => take('csv'), dispose: async () => undefined };
  },
};

/** Measured once, in a process of its own: a share of the limit, the same in every round. */
export const exportMemory: Row = {
  name: 'export-memory',
  measure: `peak memory of a workbook of 100,000 actions, against ${MOST_MIB} MiB`,
  bar: { cost: 1 },
  async prepare(stage) {
    const { owner, url, plans } = await stage.database();
    const long = await makeUpLongPlan(owner, plans.userId, LONG);
    const script = fileURLToPath(new URL('../stage/measure-export-command.ts', import.meta.url));
    const args = [
      '--disable-warning=ExperimentalWarning',
      script,
      url,
      plans.userId,
      long,
      plans.small,
      stage.folder,
    ];
    let measured: Promise<number> | undefined;
    const measure = async () => {
      const { stdout } = await promisify(execFile)(process.execPath, args);
      return Number(stdout) / 1024 ** 2;
    };
    return {
      ours: () => {
        measured ??= measure();
        return measured;
      },
      against: async () => MOST_MIB,
      dispose: async () => {
        await owner.query('DELETE FROM "action" WHERE "planId" = $1', [long]);
        await owner.query('VACUUM ANALYZE "action"');
      },
    };
  },
};
