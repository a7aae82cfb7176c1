import { type ActionFilter, FACET_FIELDS, type FacetField } from '@gt/contracts/schemas';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromIsoDate } from '../../core/dates.ts';
import { type Harness, type PlanFixture, startHarness, TODAY } from '../../testing/harness.ts';

let h: Harness;
let plan: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  const { fostering, permanence, police } = h.teams;
  const due = fromIsoDate(TODAY);
  await h.makeAction(plan, {
    teamId: fostering,
    status: 'IN_PROGRESS',
    priority: 'HIGH',
    declaredRag: 'RED',
  });
  await h.makeAction(plan, { teamId: fostering, status: 'CLOSED', ownerPostId: h.posts.headOfFostering });
  await h.makeAction(plan, {
    teamId: permanence,
    partnerTeamId: police,
    status: 'IN_PROGRESS',
    dueDate: due,
  });
  const by = { uploadedById: h.people.lead.userId, changedById: h.people.lead.userId };
  const [proved] = await h.db.action.findMany({ select: { id: true }, take: 1 });
  for (const [number, state] of (['SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'] as const).entries()) {
    const item = await h.db.evidence.create({
      data: { planId: plan.planId, number, title: 'Audit', kind: 'AUDIT', shows: '', state, ...by },
      select: { id: true },
    });
    const link = { recommendationId: plan.recommendationIds[0] ?? '', linkedById: by.uploadedById };
    const data = { evidenceId: item.id, actionId: proved?.id ?? '', ...link };
    await h.db.evidenceLink.create({ data, select: { id: true } });
  }
  const last = await h.makeAction(plan, { status: 'CANCELLED', dueDate: null, acceptance: 'OFFERED' });
  await h.db.alsoServes.create({
    data: { actionId: last.id, recommendationId: plan.recommendationIds[1] ?? '' },
    select: { actionId: true },
  });
});

const facets = async (filter: ActionFilter, person = h.people.lead) =>
  (await h.callerAs(person).actions.facets({ planId: plan.planId, filter })).facets;
const total = async (filter: ActionFilter) =>
  (await h.callerAs(h.people.lead).actions.list({ planId: plan.planId, filter })).total;

/** The filter that choosing one value of a field gives, the rest as it is. */
function chosen(filter: ActionFilter, field: FacetField, value: string): ActionFilter {
  const empty = {
    teamIds: 'noTeam',
    ownerPostIds: 'noOwner',
    leadPostIds: 'noLead',
    partnerTeamIds: 'noPartner',
  };
  if (value === '') {
    const { [field]: _dropped, ...rest } = filter;
    return { ...rest, [empty[field as keyof typeof empty]]: true };
  }
  if (value === 'true') return { ...filter, [field]: true };
  const isOne = ['due', 'evidence', 'milestones', 'mismatch'].includes(field);
  return { ...filter, [field]: isOne ? value : [value] };
}

describe('counts beside the filter', () => {
  it('say what choosing a value would show, whatever else is chosen', async () => {
    const filters: ActionFilter[] = [
      {},
      { teamIds: [h.teams.fostering] },
      { statuses: ['IN_PROGRESS'], teamIds: [h.teams.fostering] },
      { noOwner: true, due: 'DUE_14' },
      { silent: true, priorities: ['HIGH'], q: 'carers' },
    ];
    for (const filter of filters) {
      const found = await facets(filter);
      for (const field of FACET_FIELDS) {
        for (const { value, count } of found[field] ?? []) {
          expect([field, value, count]).toEqual([field, value, await total(chosen(filter, field, value))]);
        }
      }
    }
  });

  it('leave a field’s own choice out of its counts, and name every value that would show something', async () => {
    const found = await facets({ teamIds: [h.teams.fostering] });
    expect(found.teamIds).toEqual(
      expect.arrayContaining([
        { value: h.teams.fostering, count: 2 },
        { value: h.teams.permanence, count: 1 },
        { value: '', count: 1 },
      ]),
    );
    expect(found.statuses).toEqual([
      { value: 'CLOSED', count: 1 },
      { value: 'IN_PROGRESS', count: 1 },
    ]);
    expect((await facets({})).recommendationIds).toContainEqual({
      value: plan.recommendationIds[1],
      count: 1,
    });
  });

  it('are given for the fields asked for alone', async () => {
    const { facets: few } = await h
      .callerAs(h.people.lead)
      .actions.facets({ planId: plan.planId, fields: ['statuses'] });
    expect(Object.keys(few)).toEqual(['statuses']);
    expect(few.statuses).toHaveLength(3);
  });

  it('count for a partner what the partner sees', async () => {
    const found = await facets({}, h.people.partner);
    expect(found.statuses).toEqual([{ value: 'IN_PROGRESS', count: 1 }]);
    expect(found.teamIds).toEqual([{ value: h.teams.permanence, count: 1 }]);
  });
});
