import { describe, expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import type { PlanFixture } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { loadPackContent } from '../packs/load-pack-content.ts';
import { decideOn, SAID, startLineage } from './lineage.fixture.ts';
import { getHistory, getLineage } from './lineage.repository.ts';

const harness = await startLineage();
const { db, people, ctxAs, lead, aCouncil, bringIn } = harness;

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

  const { content } = await loadPackContent(db, guard(ctxAs(people.lead), 'pack.build'), {
    packId: newId(),
    planId: plan.planId,
    recommendationIds: [],
    marking: 'OFFICIAL_SENSITIVE',
    audience: 'INSPECTOR',
    coverNote: '',
    cutOff: null,
    snapshot: null,
    audit: { sequence: 0, hash: '', at: '2026-03-12T10:00:00.000Z' },
  });
  expect(content.recommendations.map(({ lineage }) => lineage)).toEqual(['', 'Raised in 2016']);

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
