import { readFile } from 'node:fs/promises';
import { readReportBytes } from './read-report-bytes.ts';
import type { ReportLimits } from './report-limits.ts';

/** Entry of the reading process: one message in (path and limits), one result out. */
process.once('message', (message: { path: string; limits: ReportLimits }) => {
  void answer(message.path, message.limits);
});

async function answer(path: string, limits: ReportLimits): Promise<void> {
  const data = new Uint8Array(await readFile(path));
  process.send?.(await readReportBytes(data, limits));
}
