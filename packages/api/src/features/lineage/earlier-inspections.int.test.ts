import { Readable } from 'node:stream';
import { makeSampleReport, sampleReportPdf } from '@gt/intake/testing';
import { describe, expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { importReport } from '../imports/import-report.ts';
import { lineageFileRoutes } from './lineage.files.ts';
import { decideOn, facts, SAID, startLineage, words } from './lineage.fixture.ts';

const { db, people, callerAs, ctxAs, store, lead, aCouncil, bringIn } = await startLineage();
const verifier = callerAs(people.verifier);

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
      params: { earlierInspectionId: made.earlierInspectionId },
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
