import { Readable } from 'node:stream';
import { makeSampleReport, sampleReportPdf } from '@gt/intake/testing';
import { describe, expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { importReport } from '../imports/import-report.ts';
import { lineageFileRoutes } from './lineage.files.ts';
import { getHistory, getLineage } from './lineage.repository.ts';

const harness = await startHarness();
const { db, people, callerAs, ctxAs, makePlan, store } = harness;
const lead = callerAs(people.lead);
const verifier = callerAs(people.verifier);

const words = (quote: string) => ({ quote, leadIn: null, page: 3, judgementAreas: [] });
const SAID = [
  'Ensure that every child has a plan for permanence that is acted on without drift.',
  'Practice with children who live in private fostering arrangements.',
  'Reduce the backlog of domestic abuse notifications.',
];

const facts = (endDate: string, more: Record<string, unknown> = {}) => ({
  kind: 'SIF' as const,
  frameworkKey: 'SIF',
  authority: 'Northmoor City Council',
  inspectionDateText: `ended ${endDate}`,
  startDate: null,
  endDate,
  publicationDate: null,
  judgements: [{ area: 'overall', grade: 'INADEQUATE' as const }],
  ...more,
});

async function bringIn(plan: PlanFixture, endDate: string, more: Record<string, unknown> = {}) {
  return lead.lineage.addInspection({
    planId: plan.planId,
    importId: null,
    inspection: facts(endDate, more),
    recommendations: SAID.map(words),
    idempotencyKey: newId(),
  });
}

/** Each test has a council of its own: history is shared by name. */
async function aCouncil(name: string): Promise<PlanFixture> {
  const plan = await makePlan();
  await db.plan.update({ where: { id: plan.planId }, data: { councilName: name }, select: { id: true } });
  await db.inspection.update({
    where: { id: plan.inspectionId },
    data: { authority: name },
    select: { id: true },
  });
  return plan;
}

const decideOn = (plan: PlanFixture, id: string, more: Record<string, unknown> = {}) => ({
  recommendationId: plan.recommendationIds[1] ?? '',
  earlier: { source: 'EARLIER' as const, id },
  state: 'CONFIRMED' as const,
  note: '',
  version: null,
  idempotencyKey: newId(),
  ...more,
});

test('history that is brought in is suggested with its reason, confirmed, and marks the list', async () => {
  const plan = await aCouncil('Alderby');
  await bringIn(plan, '2016-10-06', { authority: 'Alderby Council' });
  const [fostering, permanence] = plan.recommendationIds as [string, string];
  const before = await lead.lineage.get({ recommendationId: permanence });
  expect(before).toMatchObject({ raisedBefore: [], earlierInspections: 1, dismissed: [], saidAgain: [] });
  expect(before.suggestions).toMatchObject([
    { item: { quote: SAID[0] }, likeness: { sharedWords: ['permanence'], sharedThemes: ['permanence'] } },
  ]);
  // The fostering service is another subject than private fostering.
  expect((await lead.lineage.get({ recommendationId: fostering })).suggestions).toEqual([]);
  expect(await lead.lineage.marks({ planId: plan.planId })).toEqual([]);

  const { linkId, version } = await lead.lineage.decide(
    decideOn(plan, before.suggestions[0]?.item.id ?? '', { note: 'Both ask for drift to end.' }),
  );
  const after = await lead.lineage.get({ recommendationId: permanence });
  expect(after.suggestions).toEqual([]);
  expect(after.raisedBefore).toMatchObject([
    {
      item: { quote: SAID[0], status: null },
      inspection: { kind: 'SIF', on: '2016-10-06', judgements: [{ area: 'overall', grade: 'INADEQUATE' }] },
      link: { note: 'Both ask for drift to end.', decidedBy: 'Programme Lead', version: 1 },
      through: null,
      done: null,
    },
  ]);
  expect(after.raisedBefore[0]?.link?.similarity).toBeGreaterThanOrEqual(30);
  expect(await lead.lineage.marks({ planId: plan.planId })).toEqual([
    { recommendationId: permanence, words: 'Raised in 2016' },
  ]);

  await lead.lineage.takeBack({ linkId, version });
  expect((await lead.lineage.get({ recommendationId: permanence })).suggestions).toHaveLength(1);
  expect(await lead.lineage.marks({ planId: plan.planId })).toEqual([]);
  const trail = await db.auditEvent.findMany({
    where: { entityId: linkId },
    orderBy: { id: 'asc' },
    select: { action: true },
  });
  expect(trail.map(({ action }) => action)).toEqual(['lineage.confirm', 'lineage.takeBack']);
});

test('plans of one council see the same history, and others do not', async () => {
  const [plan, sibling, stranger] = [
    await aCouncil('Birchford'),
    await aCouncil('London Borough of Birchford'),
    await aCouncil('Cresswick'),
  ];
  await bringIn(plan, '2015-03-01', { authority: 'BIRCHFORD' });
  const inspections = async ({ planId }: PlanFixture) =>
    (await lead.lineage.history({ planId })).inspections.filter(({ source }) => source === 'EARLIER').length;
  expect([await inspections(plan), await inspections(sibling), await inspections(stranger)]).toEqual([
    1, 1, 0,
  ]);
});

test('an inspection that another plan answers is offered without being brought in, with how its actions ended', async () => {
  const [old, now] = [await aCouncil('Dunmere'), await aCouncil('Dunmere')];
  await db.inspection.update({
    where: { id: old.inspectionId },
    data: { endDate: new Date('2018-12-14') },
    select: { id: true },
  });
  await bringIn(now, '2016-10-06', { authority: 'Dunmere' });
  const [, oldPermanence] = old.recommendationIds as [string, string];
  const [, permanence] = now.recommendationIds as [string, string];
  await harness.makeAction(old, {
    recommendationId: oldPermanence,
    status: 'CLOSED',
    title: 'Track every plan',
  });
  await db.recommendationClosure.create({
    data: {
      recommendationId: oldPermanence,
      ...{ done: 'Yes.', practice: 'Yes.', consistent: 'Yes.', difference: 'Yes.' },
      evidence: {},
      closedById: people.verifier.userId,
      closedAt: new Date('2020-02-03T10:00:00Z'),
      reopenedAt: new Date('2021-05-06T10:00:00Z'),
      reopenedReason: 'It did not last.',
    },
    select: { id: true },
  });
  // 2025 repeats 2018, and 2018 repeats 2016: both stand in the chain, the older one over the other.
  await lead.lineage.decide({
    ...decideOn(now, oldPermanence),
    earlier: { source: 'PLAN', id: oldPermanence },
  });
  const [first] = (await lead.lineage.get({ recommendationId: oldPermanence })).suggestions;
  await lead.lineage.decide(decideOn(old, first?.item.id ?? ''));
  const { raisedBefore } = await lead.lineage.get({ recommendationId: permanence });
  expect(raisedBefore.map(({ inspection, through }) => [inspection.on, through])).toEqual([
    ['2016-10-06', 'R2 of 2018'],
    ['2018-12-14', null],
  ]);
  expect(raisedBefore[1]?.done).toEqual({
    actions: [{ id: expect.any(String), reference: 'R2.A1', title: 'Track every plan', status: 'CLOSED' }],
    closings: [{ closedOn: '2020-02-03', reopenedOn: '2021-05-06', reopenedReason: 'It did not last.' }],
  });
  expect(await lead.lineage.marks({ planId: now.planId })).toEqual([
    { recommendationId: permanence, words: 'Raised in 2016 and 2018' },
  ]);
  expect((await lead.lineage.get({ recommendationId: oldPermanence })).saidAgain).toMatchObject([
    { item: { id: permanence }, inspection: { on: '2025-12-12' } },
  ]);
});

describe('deciding', () => {
  test('says it once for each pair, at once or again, and changes only what was read', async () => {
    const plan = await aCouncil('Elmstead');
    const { earlierInspectionId } = await bringIn(plan, '2014-01-31', { authority: 'Elmstead' });
    const item = await db.earlierRecommendation.findFirstOrThrow({
      where: { earlierInspectionId, number: 2 },
      select: { id: true },
    });
    const intent = decideOn(plan, item.id);
    const [one, two] = await Promise.all([lead.lineage.decide(intent), lead.lineage.decide(intent)]);
    expect(two).toEqual(one);
    expect(await db.lineageLink.count({ where: { planId: plan.planId } })).toBe(1);
    const stale = await problemOf(lead.lineage.decide(decideOn(plan, item.id, { state: 'DISMISSED' })));
    expect(stale).toMatchObject({ code: 'CONFLICT' });
    const changed = await lead.lineage.decide(decideOn(plan, item.id, { state: 'DISMISSED', version: 1 }));
    expect(changed).toEqual({ linkId: one.linkId, version: 2 });
    expect((await lead.lineage.get({ recommendationId: intent.recommendationId })).dismissed).toMatchObject([
      { link: { state: 'DISMISSED', version: 2 }, item: { number: 2 } },
    ]);
    expect(await problemOf(lead.lineage.takeBack({ linkId: one.linkId, version: 1 }))).toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('is refused where the other is not earlier, of another council, or gone', async () => {
    const [plan, twin, stranger] = [
      await aCouncil('Fernhill'),
      await aCouncil('Fernhill'),
      await aCouncil('Garth'),
    ];
    const pair = (id: string | undefined) => ({
      ...decideOn(plan, ''),
      earlier: { source: 'PLAN' as const, id: id ?? '' },
    });
    expect(await problemOf(lead.lineage.decide(pair(twin.recommendationIds[1])))).toMatchObject({
      code: 'RULE',
      message: expect.stringMatching(/did not end earlier/),
    });
    expect(await problemOf(lead.lineage.decide(pair(stranger.recommendationIds[1])))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await problemOf(lead.lineage.decide(pair(plan.recommendationIds[1])))).toMatchObject({
      code: 'RULE',
    });
  });
});

describe('bringing in', () => {
  async function upload(bytes: Uint8Array, fileName = 'Earlier report.pdf') {
    const ctx = ctxAs(people.lead);
    const body = Readable.from([Buffer.from(bytes)]);
    const signal = new AbortController().signal;
    return importReport(ctx, guard(ctx, 'plan.create'), { fileName, body, signal });
  }

  test('a report is kept with its file, and the same report or inspection is recognised', async () => {
    const plan = await aCouncil('Hazelbrook');
    const bytes = makeSampleReport({ authority: 'Hazelbrook City Council', urn: '81900' });
    const { importId } = await upload(bytes);
    const { reading } = await lead.imports.get({ importId });
    const proposal = reading?.proposal;
    if (!proposal) throw new Error('nothing read');
    const { kind, frameworkKey, endDate, judgements } = proposal.inspection;
    const input = {
      planId: plan.planId,
      importId,
      inspection: {
        ...facts(endDate ?? '', { authority: proposal.inspection.authority }),
        kind: kind ?? ('ILACS_STANDARD' as const),
        frameworkKey: frameworkKey ?? '',
        judgements: judgements.map(({ area, grade }) => ({ area, grade })),
      },
      recommendations: proposal.recommendations.map(({ quote, leadIn, page, judgementAreas }) => ({
        quote,
        leadIn,
        page,
        judgementAreas,
      })),
      idempotencyKey: newId(),
    };
    expect(await lead.lineage.known({ planId: plan.planId, importId })).toEqual({ sentence: null });
    const made = await lead.lineage.addInspection(input);
    expect(await lead.lineage.addInspection(input)).toEqual(made);
    const history = await lead.lineage.history({ planId: plan.planId });
    expect(history.inspections.map(({ source, reportFileName }) => [source, reportFileName])).toContainEqual([
      'EARLIER',
      'Earlier report.pdf',
    ]);
    expect(history.items.filter(({ source }) => source === 'EARLIER').map(({ quote }) => quote)).toEqual(
      proposal.recommendations.map(({ quote }) => quote),
    );
    const ctx = ctxAs(people.viewer);
    const answer = await lineageFileRoutes[0]?.handle(ctx, guard(ctx, 'recommendation.read'), {
      params: made,
      query: {},
      headers: {},
      body: Readable.from([]),
      signal: new AbortController().signal,
    });
    expect(answer).toMatchObject({ kind: 'file', fileName: 'Earlier report.pdf', size: bytes.length });

    const again = await upload(bytes);
    const { sentence } = await lead.lineage.known({ planId: plan.planId, importId: again.importId });
    expect(sentence).toMatch(/brought in as history on 12 March 2026 already/);
    const second = { ...input, importId: again.importId, idempotencyKey: newId() };
    expect(await problemOf(lead.lineage.addInspection(second))).toMatchObject({
      code: 'RULE',
      message: sentence,
    });
    const byHand = { ...input, importId: null, idempotencyKey: newId() };
    expect(await problemOf(lead.lineage.addInspection(byHand))).toMatchObject({
      code: 'RULE',
      message: sentence,
    });
  });

  test('an inspection that a plan answers is not brought in twice', async () => {
    const plan = await aCouncil('Inverby');
    const known = bringIn(plan, '2025-12-12', {
      authority: 'Inverby',
      kind: 'ILACS_STANDARD',
      frameworkKey: 'ILACS_2023',
      judgements: [],
    });
    expect(await problemOf(known)).toMatchObject({
      code: 'RULE',
      message: expect.stringMatching(/“Northmoor ILACS plan” already/),
    });
  });

  test('what is wrong is told by field', async () => {
    const plan = await aCouncil('Jarrowby');
    const wrong = lead.lineage.addInspection({
      planId: plan.planId,
      importId: null,
      inspection: { ...facts('2030-01-01'), judgements: [{ area: 'care', grade: 'GOOD' }] },
      recommendations: [],
      idempotencyKey: newId(),
    });
    const { fields } = (await problemOf(wrong)) as { fields: { field: string }[] };
    expect(fields.map(({ field }) => field)).toEqual(['inspection.endDate', 'inspection.judgements.0']);
  });

  test('it is corrected, taken away with a reason, and brought back; what was confirmed goes and comes with it', async () => {
    const plan = await aCouncil('Kelmarsh');
    const { earlierInspectionId } = await bringIn(plan, '2016-10-06', { authority: 'Kelmarsh' });
    const [suggestion] = (await lead.lineage.get({ recommendationId: plan.recommendationIds[1] ?? '' }))
      .suggestions;
    await lead.lineage.decide(decideOn(plan, suggestion?.item.id ?? ''));
    const corrected = { ...facts('2016-10-07'), authority: 'Kelmarsh', earlierInspectionId };
    expect(await lead.lineage.editInspection({ ...corrected, version: 1 })).toMatchObject({ version: 2 });
    expect(await problemOf(lead.lineage.editInspection({ ...corrected, version: 1 }))).toMatchObject({
      code: 'CONFLICT',
    });
    const remove = { earlierInspectionId, version: 2, reason: 'It is of another council.' };
    expect(await problemOf(lead.lineage.removeInspection({ ...remove, reason: 'no' }))).toMatchObject({
      code: 'INVALID',
    });
    await lead.lineage.removeInspection(remove);
    const gone = await lead.lineage.history({ planId: plan.planId });
    expect(gone).toMatchObject({ links: [], removed: [{ id: earlierInspectionId, reason: remove.reason }] });
    expect(await lead.lineage.marks({ planId: plan.planId })).toEqual([]);
    await lead.lineage.restoreInspection({ earlierInspectionId, version: 3 });
    expect((await lead.lineage.history({ planId: plan.planId })).links).toHaveLength(1);
  });

  test('what was done then is typed, with the day it was closed, at the version that was read', async () => {
    const plan = await aCouncil('Langwith');
    const { earlierInspectionId } = await bringIn(plan, '2016-10-06', { authority: 'Langwith' });
    const more = { whatWasDone: 'A panel met each month.', closedOn: '2017-09-01' };
    const { earlierId } = await lead.lineage.addItem({
      earlierInspectionId,
      ...words('The quality of life-story work.'),
      ...more,
      idempotencyKey: newId(),
    });
    const edit = { earlierId, ...words('The quality of life-story work.'), ...more, version: 1 };
    await lead.lineage.editItem({ ...edit, whatWasDone: 'A panel met each week.' });
    expect(await problemOf(lead.lineage.editItem(edit))).toMatchObject({ code: 'CONFLICT' });
    const early = { ...edit, version: 2, closedOn: '2016-01-01' };
    expect(await problemOf(lead.lineage.editItem(early))).toMatchObject({ code: 'INVALID' });
    const { items } = await lead.lineage.history({ planId: plan.planId });
    expect(items.find(({ id }) => id === earlierId)).toMatchObject({
      number: 4,
      whatWasDone: 'A panel met each week.',
      closedOn: '2017-09-01',
    });
  });
});

describe('destroying', () => {
  async function destroy(
    entity: 'EARLIER_INSPECTION' | 'EARLIER_RECOMMENDATION' | 'LINEAGE_LINK' | 'RECOMMENDATION',
    entityId: string,
  ) {
    const asked = await lead.redactions.request({
      entity,
      entityId,
      reason: 'A family could be recognised.',
      idempotencyKey: newId(),
    });
    await verifier.redactions.decide({
      redactionId: asked.redactionId,
      version: 1,
      approve: true,
      note: 'Agreed.',
    });
  }
  const SECRET = 'Two brothers of Saltmarsh Lane were named';
  const holds = async () => {
    const [rows] = await db.$queryRaw<{ n: number }[]>`
      SELECT (SELECT count(*) FROM "earlier_recommendation" e WHERE position(${SECRET} IN e::text) > 0)
        + (SELECT count(*) FROM "lineage_link" l WHERE position(${SECRET} IN l::text) > 0)
        + (SELECT count(*) FROM "earlier_inspection" i WHERE position(${SECRET} IN i::text) > 0)
        + (SELECT count(*) FROM "audit_payload" p WHERE position(${SECRET} IN p."body"::text) > 0)::int AS "n"`;
    return Number(rows?.n);
  };

  test.each(['note of a decision', 'what was done', 'whole inspection', 'recommendation'] as const)(
    'the words of the %s vanish from record and history',
    async (what) => {
      const plan = await aCouncil(`Marlock ${what}`);
      const { earlierInspectionId } = await bringIn(plan, '2016-10-06', { authority: `Marlock ${what}` });
      const [, permanence] = plan.recommendationIds as [string, string];
      const [suggestion] = (await lead.lineage.get({ recommendationId: permanence })).suggestions;
      const earlierId = suggestion?.item.id ?? '';
      const isNote = what === 'note of a decision' || what === 'recommendation';
      const { linkId } = await lead.lineage.decide(decideOn(plan, earlierId, { note: isNote ? SECRET : '' }));
      if (!isNote) {
        const said = { earlierId, ...words(SAID[0] ?? ''), whatWasDone: SECRET, closedOn: null };
        await lead.lineage.editItem({ ...said, version: 1 });
      }
      expect(await holds()).toBeGreaterThan(0);
      if (what === 'note of a decision') await destroy('LINEAGE_LINK', linkId);
      else if (what === 'what was done') await destroy('EARLIER_RECOMMENDATION', earlierId);
      else if (what === 'whole inspection') await destroy('EARLIER_INSPECTION', earlierInspectionId);
      else await destroy('RECOMMENDATION', permanence);
      expect(await holds()).toBe(0);
      if (what === 'what was done' || what === 'whole inspection') {
        const said = { earlierId, ...words('Other words.'), whatWasDone: '', closedOn: null };
        expect(await problemOf(lead.lineage.editItem({ ...said, version: 3 }))).toMatchObject({
          code: 'RULE',
        });
      }
    },
  );

  test('with an inspection its report goes, and so does the reading that it came from', async () => {
    const plan = await aCouncil('Netherby');
    const ctx = ctxAs(people.lead);
    const upload = {
      fileName: 'Names in it.pdf',
      body: Readable.from([Buffer.from(makeSampleReport({ authority: 'Netherby', urn: '81977' }))]),
      signal: new AbortController().signal,
    };
    const { importId } = await importReport(ctx, guard(ctx, 'plan.create'), upload);
    const { earlierInspectionId } = await lead.lineage.addInspection({
      planId: plan.planId,
      importId,
      inspection: facts('2016-10-06', { authority: 'Netherby' }),
      recommendations: SAID.map(words),
      idempotencyKey: newId(),
    });
    const { reportSha256 } = await db.earlierInspection.findUniqueOrThrow({
      where: { id: earlierInspectionId },
      select: { reportSha256: true },
    });
    expect(await store.stat(reportSha256 ?? '')).not.toBeNull();
    await destroy('EARLIER_INSPECTION', earlierInspectionId);
    expect(await store.stat(reportSha256 ?? '')).toBeNull();
    expect(await db.importRun.count({ where: { id: importId } })).toBe(0);
  });
});

test('history stands in order of time, and takes as many statements long as short', async () => {
  const [short, long] = [await aCouncil('Oakhanger'), await aCouncil('Ottercombe')];
  for (const year of [2011, 2013, 2015, 2017]) {
    await bringIn(long, `${year}-05-05`, { authority: 'Ottercombe', inspectionDateText: String(year) });
  }
  const { inspections, items } = await lead.lineage.history({ planId: long.planId });
  expect(inspections.map(({ on }) => on.slice(0, 4))).toEqual(['2011', '2013', '2015', '2017', '2025']);
  expect(items).toHaveLength(14);
  const statementsOf = async (read: (counted: typeof db) => Promise<unknown>) => {
    let count = 0;
    const counting = db.$extends({
      query: {
        $allOperations: ({ args, query }) => {
          count += 1;
          return query(args);
        },
      },
    });
    await read(counting as unknown as typeof db);
    return count;
  };
  const scope = guard(ctxAs(people.lead), 'recommendation.read');
  const whole = (of: PlanFixture) => statementsOf((counted) => getHistory(counted, scope, of.planId));
  const one = (of: PlanFixture) =>
    statementsOf((counted) => getLineage(counted, scope, of.recommendationIds[1] ?? ''));
  expect([await whole(long), await one(long)]).toEqual([4, 6]);
  expect([await whole(short), await one(short)]).toEqual([4, 6]);
});

test('the reader of a report of no authority is not taken for every other', async () => {
  const plan = await aCouncil('Penhallow');
  await bringIn(plan, '2016-10-06', { authority: 'Penhallow' });
  const run = await db.importRun.create({
    data: {
      createdById: people.lead.userId,
      fileName: 'a.pdf',
      sha256: 'b'.repeat(64),
      size: BigInt(sampleReportPdf().length),
      draft: { authority: null, endDate: '2016-10-06' },
    },
    select: { id: true },
  });
  expect(await lead.lineage.known({ planId: plan.planId, importId: run.id })).toEqual({ sentence: null });
});
