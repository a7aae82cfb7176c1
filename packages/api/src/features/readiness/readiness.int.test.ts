import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { startHarness, TODAY } from '../../testing/harness.ts';
import { addProof } from './proof.fixture.ts';
import { watchReadiness } from './watch-readiness.ts';

const harness = await startHarness();
const { callerAs, db, people, posts } = harness;
const lead = callerAs(people.lead);
const signal = new AbortController().signal;

async function aPlan() {
  const plan = await harness.makePlan();
  const [first = '', second = ''] = plan.recommendationIds;
  return { ...plan, first, second };
}

test('each recommendation says whether it is enough, what is missing, and which months are covered', async () => {
  const plan = await aPlan();
  const action = await harness.makeAction(plan, { recommendationId: plan.first });
  const link = { recommendationId: plan.first, actionId: action.id };
  await addProof(harness, plan, link, { periodFrom: '2026-01-10', periodTo: '2026-02-20' });
  await addProof(harness, plan, link, { kind: 'DATA', screening: null });
  const newer = await addProof(harness, plan, link);
  await addProof(harness, plan, link, { kind: 'MINUTES', supersededById: newer.id });
  await addProof(harness, plan, link, { kind: 'MINUTES', validUntil: '2026-03-11' });
  const answer = await lead.readiness.get({ planId: plan.planId });
  const [one, two] = answer.recommendations;
  expect(one).toMatchObject({ reference: 'R1', sufficiency: 'SUFFICIENT', status: 'OPEN' });
  expect(one?.notCounted).toEqual([
    'E4 was superseded by E3 and does not count.',
    'E5 expired on 11 March 2026 and does not count.',
  ]);
  expect(one?.items.map(({ code, target }) => `${code} ${target.reference}`)).toContain('NOT_SCREENED E2');
  expect(answer.inspectedOn).toBe('2025-12-12');
  expect(one?.months.map(({ key, references }) => `${key} ${references.join()}`)).toEqual([
    '2025-12 ',
    '2026-01 E1',
    '2026-02 E1',
    '2026-03 E2,E3,E5',
  ]);
  expect(one?.monthsWords).toMatch(/^Accepted evidence covers 3 of the 4 months since the inspection\./);
  expect(two).toMatchObject({ reference: 'R2', sufficiency: 'NONE', isReady: false });
  expect(answer.line).toMatch(/^Ready except \d+ items in 2 recommendations$/);
  const [row] = await lead.recommendations.list({ planId: plan.planId });
  expect(row).toMatchObject({ sufficiency: 'SUFFICIENT', status: 'OPEN' });
  const packs = await lead.packs.readiness({ planId: plan.planId });
  expect(packs.recommendations.map(({ items }) => items.length)).toEqual(
    answer.recommendations.map(({ items }) => items.length),
  );
});

test('asks as many statements of a large plan as of a small one', async () => {
  const small = await aPlan();
  const large = await aPlan();
  for (const recommendationId of large.recommendationIds) {
    for (let index = 0; index < 8; index += 1) {
      const { id: actionId } = await harness.makeAction(large, { recommendationId });
      await addProof(harness, large, { recommendationId, actionId });
    }
  }
  const statementsOf = async (planId: string) => {
    let count = 0;
    const counting = db.$extends({
      query: {
        $allOperations: ({ args, query }) => {
          count += 1;
          return query(args);
        },
      },
    });
    const ctx = { ...harness.ctxAs(people.lead), db: counting as unknown as typeof db };
    const { readReadiness } = await import('./read-readiness.ts');
    const { guard } = await import('../../core/guard.ts');
    await readReadiness(ctx.db, guard(ctx, 'recommendation.read'), planId);
    return count;
  };
  expect(await statementsOf(large.planId)).toBe(await statementsOf(small.planId));
  expect(await statementsOf(small.planId)).toBeLessThanOrEqual(6);
});

test('a point of the trend each week, and at once when a review was frozen', async () => {
  const plan = await aPlan();
  const points = async () =>
    (await db.readinessPoint.findMany({ where: { planId: plan.planId }, orderBy: { takenOn: 'asc' } })).map(
      ({ takenOn }) => takenOn.toISOString().slice(0, 10),
    );
  await watchReadiness(harness.ctxAs(null), {}, signal);
  await watchReadiness(harness.ctxAs(null), {}, signal);
  await watchReadiness(harness.ctxAs(null, isoDate('2026-03-18')), {}, signal);
  expect(await points()).toEqual([TODAY]);
  await watchReadiness(harness.ctxAs(null, isoDate('2026-03-19')), {}, signal);
  await watchReadiness(harness.ctxAs(null, isoDate('2026-03-20')), { planId: plan.planId }, signal);
  expect(await points()).toEqual([TODAY, '2026-03-19', '2026-03-20']);
  await lead.recommendations.edit({
    recommendationId: plan.first,
    version: 1,
    leadPostId: posts.headOfFostering,
    goodLooksLike: 'More carers join than leave.',
    closureTest: 'Two quarters in a row.',
    judgementAreas: [],
    minEvidenceKinds: 2,
    newestWithinDays: 90,
    requireImpact: true,
  });
  const later = await callerAs(people.lead, isoDate('2026-03-20')).readiness.get({ planId: plan.planId });
  expect(later.trend.map(({ takenOn }) => takenOn)).toEqual([TODAY, '2026-03-19', '2026-03-20']);
  const [first, last] = [later.trend[0]?.items ?? 0, later.trend.at(-1)?.items ?? 0];
  expect(first - last).toBe(2);
});
