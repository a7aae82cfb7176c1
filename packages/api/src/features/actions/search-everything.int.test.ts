import { beforeAll, describe, expect, it } from 'vitest';
import { type Harness, type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';

let h: Harness;
let plan: PlanFixture;
let other: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  other = await h.makePlan();
  const by = { createdById: h.people.lead.userId, changedById: h.people.lead.userId };
  const recruit = await h.makeAction(plan, { title: 'Recruit foster carers', teamId: h.teams.fostering });
  await h.makeAction(plan, { title: 'Agree a carers’ charter', teamId: h.teams.police });
  await h.makeAction(other, { title: 'Carers of the other plan' });
  const item = await h.db.evidence.create({
    data: {
      planId: plan.planId,
      number: 12,
      title: 'Audit of carers’ files',
      kind: 'AUDIT',
      shows: 'Supervision monthly',
      uploadedById: h.people.lead.userId,
      changedById: h.people.lead.userId,
    },
    select: { id: true },
  });
  const link = { recommendationId: plan.recommendationIds[0] ?? '', linkedById: h.people.lead.userId };
  await h.db.evidenceLink.create({
    data: { evidenceId: item.id, actionId: recruit.id, ...link },
    select: { id: true },
  });
  await h.db.measure.create({
    data: {
      planId: plan.planId,
      recommendationId: plan.recommendationIds[0] ?? '',
      number: 4,
      name: 'Approved foster carers',
      direction: 'HIGHER_IS_BETTER',
      frequency: 'MONTHLY',
      ...by,
    },
    select: { id: true },
  });
});

async function found(q: string, person: Person = h.people.lead, within: 'plan' | 'all plans' = 'plan') {
  const planId = within === 'plan' ? plan.planId : undefined;
  const { items } = await h.callerAs(person).actions.search({ planId, q });
  return items.map(({ kind, reference, title }) => `${kind} ${reference || title}`);
}

describe('search everywhere', () => {
  it('finds what bears a reference, of whatever kind', async () => {
    expect(await found('r1.a2')).toEqual(['ACTION R1.A2']);
    expect((await found('R1'))[0]).toBe('RECOMMENDATION R1');
    expect((await found('e12'))[0]).toBe('EVIDENCE E12');
    expect((await found('M4'))[0]).toBe('MEASURE M4');
  });

  it('finds words in every kind, and says something about each', async () => {
    expect(await found('carers')).toEqual(['ACTION R1.A1', 'ACTION R1.A2', 'EVIDENCE E12', 'MEASURE M4']);
    const { items } = await h.callerAs(h.people.lead).actions.search({ planId: plan.planId, q: 'fostering' });
    expect(items.map(({ kind, title, about }) => [kind, title, about])).toEqual([
      ['TEAM', 'Fostering', ''],
      ['POST', 'Fostering Officer', 'Fostering Officer, holder 1'],
      ['PERSON', 'Fostering Officer, holder 1', ''],
      // "foster carers": in another form.
      ['ACTION', 'Recruit foster carers', 'Not started, Fostering'],
      ['RECOMMENDATION', 'The effectiveness of the fostering service.', ''],
      ['POST', 'Head of Fostering', 'Head of Fostering, holder 1'],
      ['PERSON', 'Head of Fostering, holder 1', ''],
    ]);
    const [action] = (await h.callerAs(h.people.lead).actions.search({ q: 'recruit' })).items;
    expect(action?.about).toBe('Not started, Fostering');
  });

  it('looks in all plans when none is named, and in no more than the person may see', async () => {
    expect(await found('other plan', h.people.viewer, 'all plans')).toEqual(['ACTION R1.A1']);
    expect(await found('carers', h.people.partner)).toEqual(['ACTION R1.A2']);
    for (const q of ['E12', 'audit', 'M4', 'approved', 'R1', 'Fostering', 'supervision', 'R1.A1']) {
      expect((await found(q, h.people.partner)).filter((item) => item !== 'ACTION R1.A2')).toEqual([]);
    }
  });

  it.each(['', '   ', "'", '%', '\\', 'x'.repeat(200), '\u0000', '!!!', '_'])(
    'answers %j calmly',
    async (q) => {
      expect((await found(q)).length).toBeLessThanOrEqual(20);
    },
  );
});
