/** Takes the whole list of a plan away as a workbook and prints by how many bytes memory grew at most. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createDatabase } from '@gt/db';
import { benchContext } from './bench-caller.ts';
import { exportedList } from './exported-list.ts';

const [url = '', userId = '', planId = '', warmUpPlanId = '', folder = ''] = process.argv.slice(2);
const database = createDatabase(url, { poolSize: 2, applicationName: 'golden-thread-bench' });
const context = await benchContext({ db: database.db, plans: { userId } }, folder);

async function take(plan: string): Promise<void> {
  await pipeline(await exportedList(context, plan, 'xlsx'), createWriteStream(join(folder, 'all.xlsx')));
}

// A small list first, so that code and caches are loaded before the measure begins.
await take(warmUpPlanId);
const before = process.memoryUsage.rss();
let peak = before;
const timer = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 5);
await take(planId);
clearInterval(timer);
await database.close();
process.stdout.write(String(peak - before));
