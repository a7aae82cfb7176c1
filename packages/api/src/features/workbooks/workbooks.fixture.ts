import { Readable } from 'node:stream';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import type { Harness, Person } from '../../testing/harness.ts';
import { readWorkbook } from './read-workbook.ts';
import { workbooksFileRoutes } from './workbooks.files.ts';

/** Sends a workbook as a browser does; the job has not read it yet. */
export async function sendWorkbook(
  harness: Harness,
  planId: string,
  {
    bytes,
    fileName = 'plan.xlsx',
    person = harness.people.lead,
    key = newId(),
  }: { bytes: Uint8Array; fileName?: string; person?: Person; key?: string },
): Promise<string> {
  const [route] = workbooksFileRoutes;
  if (!route) throw new Error('no route');
  const ctx = harness.ctxAs(person);
  const answer = await route.handle(ctx, guard(ctx, route.permission), {
    params: { planId },
    query: {},
    headers: { 'x-file-name': encodeURIComponent(fileName), 'x-idempotency-key': key },
    body: Readable.from([Buffer.from(bytes)]),
    signal: new AbortController().signal,
  });
  if (answer.kind !== 'json') throw new Error('not JSON');
  return (answer.body as { workbookId: string }).workbookId;
}

/** As the job does. */
export async function readSent(harness: Harness, workbookId: string): Promise<void> {
  await readWorkbook(harness.ctxAs(null), { workbookId }, new AbortController().signal);
}

export async function sendAndRead(harness: Harness, planId: string, bytes: Uint8Array, fileName?: string) {
  const workbookId = await sendWorkbook(harness, planId, { bytes, ...(fileName ? { fileName } : {}) });
  await readSent(harness, workbookId);
  return workbookId;
}
