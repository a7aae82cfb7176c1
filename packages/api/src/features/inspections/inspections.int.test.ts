import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { scannedPdf } from '@gt/intake/testing';
import { expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { type Person, startHarness } from '../../testing/harness.ts';
import { aPlanContent } from '../plans/plan-content.fixture.ts';
import { inspectionsFileRoutes } from './inspections.files.ts';

const harness = await startHarness();
const { people, callerAs } = harness;
const lead = callerAs(people.lead);
const STATEMENT = Buffer.from(scannedPdf());

async function call(
  method: 'GET' | 'POST',
  path: string,
  more: {
    params: Record<string, string>;
    query?: Record<string, string>;
    person?: Person;
    fileName?: string;
  },
) {
  const route = inspectionsFileRoutes.find(
    (candidate) => candidate.method === method && candidate.path === path,
  );
  if (!route) throw new Error('no route');
  const ctx = harness.ctxAs(more.person ?? people.lead);
  return route.handle(ctx, guard(ctx, route.permission), {
    params: more.params,
    query: more.query ?? {},
    headers: { 'x-file-name': encodeURIComponent(more.fileName ?? 'Action plan – final.pdf') },
    body: Readable.from([STATEMENT]),
    signal: new AbortController().signal,
  });
}
const submit = (
  clockId: string,
  query: Record<string, string>,
  more: { person?: Person; fileName?: string } = {},
) => call('POST', '/files/clock-submissions/:clockId', { params: { clockId }, query, ...more });

test('“Submitted on”, with the file, stops the clock; the file comes back as it was', async () => {
  const { planId, clockId } = await harness.makePlan();
  const answer = await submit(clockId, { submittedOn: '2026-03-10', version: '1' });
  expect(answer).toMatchObject({
    kind: 'json',
    body: { submittedOn: '2026-03-10', state: 'SUBMITTED', workingDaysLeft: null, version: 2 },
  });
  const { clocks } = await lead.plans.get({ planId });
  expect(clocks[0]?.submittedFileName).toBe('Action plan – final.pdf');
  const file = await call('GET', '/files/clock-submissions/:clockId', {
    params: { clockId },
    person: people.viewer,
  });
  if (file.kind !== 'file') throw new Error('no file');
  expect(file).toMatchObject({ fileName: 'Action plan – final.pdf', mediaType: 'application/pdf' });
  expect(await text(file.stream)).toBe(STATEMENT.toString('utf8'));
});

test.each([
  ['2026-03-13', /today or in the past/],
  ['2026-01-19', /before the report was received on 20 January 2026/],
  ['2026-02-30', /real date/],
])('a statement submitted on %s is refused', async (submittedOn, message) => {
  const { clockId } = await harness.makePlan();
  await expect(submit(clockId, { submittedOn, version: '1' })).rejects.toThrow(message);
});

test('a stale submission is a conflict, a forbidden type and a person without the right are refused', async () => {
  const { clockId } = await harness.makePlan();
  await submit(clockId, { submittedOn: '2026-03-10', version: '1' });
  await expect(submit(clockId, { submittedOn: '2026-03-11', version: '1' })).rejects.toMatchObject({
    code: 'CONFLICT',
    current: { version: 2, changedBy: 'Programme Lead', values: { submittedOn: '2026-03-10' } },
  });
  const other = await harness.makePlan();
  const query = { submittedOn: '2026-03-10', version: '1' };
  await expect(submit(other.clockId, query, { fileName: 'plan.exe' })).rejects.toMatchObject({
    code: 'RULE',
  });
  await expect(submit(other.clockId, query, { person: people.manager })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  });
});

test('correcting the date of receipt moves the clock; a stale correction is a conflict', async () => {
  const { planId, inspectionId } = await harness.makePlan();
  const { inspection } = aPlanContent();
  const facts = { ...inspection, inspectionId, receivedDate: '2026-01-21' };
  expect(await lead.inspections.edit({ ...facts, version: 1 })).toEqual({ inspectionId, version: 2 });
  const plan = await lead.plans.get({ planId });
  expect(plan.clocks[0]).toMatchObject({ receivedDate: '2026-01-21', dueDate: '2026-05-01', version: 2 });
  expect(plan.inspections[0]?.judgements).toHaveLength(1);
  await expect(lead.inspections.edit({ ...facts, version: 1 })).rejects.toMatchObject({
    cause: { code: 'CONFLICT', current: { version: 2 } },
  });
});

test('a date of receipt after the submission is refused', async () => {
  const { clockId, inspectionId } = await harness.makePlan();
  await submit(clockId, { submittedOn: '2026-02-02', version: '1' });
  const { inspection } = aPlanContent();
  const facts = { ...inspection, inspectionId, receivedDate: '2026-02-03', version: 1 };
  await expect(lead.inspections.edit(facts)).rejects.toMatchObject({
    cause: { code: 'INVALID', fields: [{ field: 'receivedDate' }] },
  });
});

test('an inspection entered by hand has no report to download', async () => {
  const { inspectionId } = await harness.makePlan();
  const report = call('GET', '/files/inspections/:inspectionId/report', { params: { inspectionId } });
  await expect(report).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
