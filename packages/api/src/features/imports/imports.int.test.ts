import { Readable } from 'node:stream';
import {
  encryptedPdf,
  makeSampleReport,
  makeUnseen,
  ordinaryPdf,
  sampleReportPdf,
  scannedPdf,
} from '@gt/intake/testing';
import { expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { type Person, startHarness } from '../../testing/harness.ts';
import { importsFileRoutes } from './imports.files.ts';

const harness = await startHarness();
const { db, people, callerAs, store } = harness;
const lead = callerAs(people.lead);

async function upload(bytes: Uint8Array, fileName = 'report.pdf', person: Person = people.lead) {
  const route = importsFileRoutes[0];
  if (!route) throw new Error('no route');
  const ctx = harness.ctxAs(person);
  const answer = await route.handle(ctx, guard(ctx, route.permission), {
    params: {},
    query: {},
    headers: { 'x-file-name': encodeURIComponent(fileName) },
    body: Readable.from([Buffer.from(bytes)]),
    signal: new AbortController().signal,
  });
  if (answer.kind !== 'json') throw new Error('not JSON');
  return answer.body as { importId: string };
}

/** The proposal with what a person must add. */
async function confirmable(importId: string) {
  const { reading } = await lead.imports.get({ importId });
  if (!reading) throw new Error('nothing read');
  const { plan, inspection, recommendations } = reading.proposal;
  return {
    importId,
    plan,
    inspection: {
      ...inspection,
      kind: inspection.kind ?? ('ILACS_STANDARD' as const),
      frameworkKey: inspection.frameworkKey ?? '',
      receivedDate: '2026-01-20',
    },
    recommendations,
  };
}

async function stored(): Promise<number> {
  let count = 0;
  for await (const _file of store.list()) count += 1;
  return count;
}

test('a report is read, proposed without guesses, corrected, and becomes a plan with its clock and anchors', async () => {
  const { importId } = await upload(sampleReportPdf(), 'Ofsted – Northmoor.pdf');
  const run = await lead.imports.get({ importId });
  expect(run).toMatchObject({ fileName: 'Ofsted – Northmoor.pdf', planId: null, confirmedAt: null });
  const proposal = run.reading?.proposal;
  expect(proposal?.inspection).not.toHaveProperty('receivedDate');
  expect(proposal?.plan.trustName).toBe('');
  expect(proposal?.recommendations.length).toBeGreaterThan(2);
  const content = await confirmable(importId);
  const { planId } = await lead.imports.confirm({
    ...content,
    plan: { ...content.plan, trustName: "Northmoor Children's Trust" },
  });
  const plan = await lead.plans.get({ planId });
  expect(plan.trustName).toBe("Northmoor Children's Trust");
  expect(plan.clocks).toMatchObject([{ workingDays: 70, dueDate: '2026-04-30' }]);
  expect(plan.inspections[0]?.reportFileName).toBe('Ofsted – Northmoor.pdf');
  const recommendations = await lead.recommendations.list({ planId });
  expect(recommendations.map(({ quote }) => quote)).toEqual(
    content.recommendations.map(({ quote }) => quote),
  );
  const withParagraphs = content.recommendations.findIndex(({ paragraphs }) => paragraphs.length > 0);
  const page = await lead.recommendations.get({
    recommendationId: recommendations[withParagraphs]?.id ?? '',
  });
  expect(page.paragraphs.map(({ number }) => number).sort()).toEqual(
    content.recommendations[withParagraphs]?.paragraphs.map(({ number }) => number).sort(),
  );
  const after = await lead.imports.get({ importId });
  expect(after).toMatchObject({ planId, reading: null });
  const row = await db.importRun.findUniqueOrThrow({ where: { id: importId }, select: { draft: true } });
  expect(row.draft).toEqual({});
});

test('confirming twice, also at once, gives the same plan', async () => {
  const { importId } = await upload(makeSampleReport({ urn: '80999' }));
  const content = await confirmable(importId);
  const before = await db.plan.count();
  const [one, two] = await Promise.all([lead.imports.confirm(content), lead.imports.confirm(content)]);
  const three = await lead.imports.confirm(content);
  expect(one.planId).toBe(two.planId);
  expect(three.planId).toBe(one.planId);
  expect(await db.plan.count()).toBe(before + 1);
});

test.each([
  ['no bytes', () => new Uint8Array(), 'report.pdf', 'RULE', /empty \(0 bytes\).*by hand/],
  ['a password', () => encryptedPdf(), 'report.pdf', 'RULE', /password.*by hand/],
  ['no PDF inside', () => new TextEncoder().encode('hello'), 'report.pdf', 'RULE', /by hand/],
  [
    'a Word file',
    () => new TextEncoder().encode('PK'),
    'report.docx',
    'RULE',
    /is not a PDF.*50 MB.*by hand/,
  ],
] as const)(
  'a file with %s is refused with the way on, and nothing is kept',
  async (_name, bytes, fileName, code, message) => {
    const [files, rows] = [await stored(), await db.importRun.count()];
    const refusal = upload(bytes(), fileName);
    await expect(refusal).rejects.toMatchObject({ code });
    await expect(refusal).rejects.toThrow(message);
    expect([await stored(), await db.importRun.count()]).toEqual([files, rows]);
  },
);

test.each([
  ['scanned', () => scannedPdf(2), 2, 0, /no text.*by hand/],
  ['of no known layout', () => ordinaryPdf(), 1, 5, /does not look like an inspection report.*by hand/],
] as const)(
  'a report that is %s is opened to be marked by hand',
  async (_name, bytes, pages, lines, said) => {
    const { importId } = await upload(bytes());
    const { reading } = await lead.imports.get({ importId });
    expect(reading).toMatchObject({ warnings: [{ code: 'NOT_READ', message: expect.stringMatching(said) }] });
    expect(reading?.pageCount).toBeGreaterThanOrEqual(pages);
    expect(reading?.proposal).toMatchObject({ plan: { name: '' }, recommendations: [] });
    const page = await lead.imports.page({ importId, page: 1 });
    if (!page.ok) throw new Error(page.sentence);
    expect(page.lines.length).toBeGreaterThanOrEqual(lines);
    const content = await confirmable(importId);
    const { planId } = await lead.imports.confirm({
      ...content,
      plan: { ...content.plan, name: 'Marked by hand', councilName: 'Northmoor' },
      inspection: { ...content.inspection, authority: 'Northmoor', frameworkKey: 'ILACS_2018' },
      recommendations: [
        {
          quote: 'Marked words.',
          leadIn: null,
          page: 1,
          judgementAreas: [],
          frameworkRefs: [],
          paragraphs: [],
        },
      ],
    });
    expect((await lead.recommendations.list({ planId })).map(({ quote }) => quote)).toEqual([
      'Marked words.',
    ]);
  },
);

test('a page gives its words with their places, and a picture that the server drew', async () => {
  const { importId } = await upload(sampleReportPdf());
  const page = await lead.imports.page({ importId, page: 2 });
  if (!page.ok) throw new Error(page.sentence);
  const heading = page.lines.find(({ text }) => text === 'What needs to improve');
  expect(heading?.left).toBeCloseTo(72 / 595, 2);
  for (const { left, top, width, height } of page.lines) {
    expect(Math.min(left, top, width, height)).toBeGreaterThanOrEqual(0);
    expect(Math.max(left + width, top + height)).toBeLessThanOrEqual(1.001);
  }
  expect(await lead.imports.page({ importId, page: 99 })).toMatchObject({ ok: false });
  const route = importsFileRoutes.find(({ method }) => method === 'GET');
  const ctx = harness.ctxAs(people.lead);
  const answer = await route?.handle(ctx, guard(ctx, 'plan.create'), {
    params: { importId, page: '2' },
    query: {},
    headers: {},
    body: Readable.from([]),
    signal: new AbortController().signal,
  });
  expect(answer).toMatchObject({ kind: 'file', mediaType: 'image/png' });
});

test('a report that is here already is recognised by its bytes, by its council and days, and while it is open', async () => {
  const bytes = makeSampleReport({ authority: 'Carrow County Council', urn: '81001' });
  const first = await upload(bytes);
  const second = await upload(bytes);
  const before = async (importId: string) => (await lead.imports.get({ importId })).reading?.before;
  expect(await before(second.importId)).toMatchObject([{ how: 'UNFINISHED', importId: first.importId }]);
  const { planId } = await lead.imports.confirm(await confirmable(first.importId));
  expect(await before(second.importId)).toMatchObject([{ how: 'FILE', planId }]);
  const other = await upload(makeSampleReport({ authority: 'Carrow County Council', urn: '81002' }));
  expect(await before(other.importId)).toMatchObject([{ how: 'INSPECTION', planId }]);
  const elsewhere = await upload(makeSampleReport({ authority: 'Hartsea', urn: '81003' }));
  expect(await before(elsewhere.importId)).toEqual([]);
  // Nothing is refused: a second plan from the same report is the person's choice.
  const again = await lead.imports.confirm(await confirmable(second.importId));
  expect(again.planId).not.toBe(planId);
});

test('an area for priority action is proposed with the visit that names it', async () => {
  const urgent = Array.from({ length: 40 }, (_, index) => makeUnseen(6 + 12 * index)).find(({ truth }) =>
    truth.items.some(({ isPriority }) => isPriority),
  );
  if (!urgent) throw new Error('no letter names one');
  const { importId } = await upload(urgent.file);
  const { reading } = await lead.imports.get({ importId });
  expect(reading?.proposal).toMatchObject({
    hasAreaForPriorityAction: true,
    inspection: { kind: 'FOCUSED_VISIT', judgements: [] },
  });
});

test('a refused confirmation leaves the import as it was', async () => {
  const { importId } = await upload(makeSampleReport({ urn: '80998' }));
  const content = await confirmable(importId);
  const early = { ...content, inspection: { ...content.inspection, receivedDate: '2011-01-01' } };
  await expect(lead.imports.confirm(early)).rejects.toMatchObject({ cause: { code: 'INVALID' } });
  expect((await lead.imports.get({ importId })).reading?.proposal.recommendations.length).toBeGreaterThan(2);
});

test('only a programme lead imports', async () => {
  await expect(upload(sampleReportPdf(), 'report.pdf', people.manager)).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  });
});
