import { expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';

const harness = await startHarness();
const { people, callerAs } = harness;
const WORDS = 'Twelve households have been approved.';

async function anUpdate() {
  const plan = await harness.makePlan();
  const action = await harness.makeAction(plan);
  await callerAs(people.lead).updates.create({
    actionId: action.id,
    version: action.version,
    whatHappened: WORDS,
    difference: 'A difference.',
    inTheWay: '',
    next: 'A panel.',
    rag: 'GREEN',
    ragReason: 'As planned.',
    percentComplete: 20,
    idempotencyKey: newId(),
  });
  return { plan, action };
}

test('each row names its record, and the history is narrowed by kind and plan', async () => {
  const { plan, action } = await anUpdate();
  const lead = callerAs(people.lead).audit;
  const { rows } = await lead.list({ planId: plan.planId, entityTypes: ['PROGRESS_UPDATE'] });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ about: expect.stringMatching(/^R1\.A\d+$/), actionId: action.id });
  expect(JSON.stringify(rows[0]?.changes)).toContain(WORDS);
  expect(await lead.list({ entityTypes: ['PACK'] })).toEqual({ rows: [], nextBefore: null });
});

test('somebody who only looks after accounts sees that a plan changed, and not what it says', async () => {
  const { plan } = await anUpdate();
  const { rows } = await callerAs(people.administrator).audit.list({ planId: plan.planId });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ changes }) => changes === null)).toBe(true);
  expect(rows.some(({ about }) => about?.startsWith('R1.A'))).toBe(true);
});

test('pages follow one another, newest first, without a gap', async () => {
  await anUpdate();
  const lead = callerAs(people.lead).audit;
  const all = (await lead.list({ limit: 200 })).rows.map(({ id }) => id);
  const paged: number[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof lead.list>> = await lead.list({ limit: 2, before });
    paged.push(...page.rows.map(({ id }) => id));
    before = page.nextBefore;
  } while (before !== null);
  expect(paged).toEqual(all);
  expect(paged).toEqual([...paged].sort((a, b) => b - a));
});

test('only administrators and programme leads read the history; nonsense is refused', async () => {
  for (const name of ['manager', 'contributor', 'partner', 'verifier', 'viewer'] as const) {
    await expect(callerAs(people[name]).audit.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(callerAs(people[name]).audit.verify()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  const wrong = callerAs(people.lead).audit.list({ entityTypes: ['drop table'] });
  await expect(wrong).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
