import { actionListInput, FILLED_FIELDS } from '@gt/contracts/schemas';
import { expect, it } from 'vitest';
import { startHarness } from '../../testing/harness.ts';

const h = await startHarness();

it('“is not empty” and “is empty” part the plan in two', async () => {
  const plan = await h.makePlan();
  const { teams, posts } = h;
  await h.makeAction(plan, { teamId: teams.fostering, ownerPostId: posts.fosteringOfficer, detail: 'Four.' });
  await h.makeAction(plan, { detail: '', successMeasure: '' });
  const { list } = h.callerAs(h.people.lead).actions;
  const totalOf = async (filter: object) =>
    (await list(actionListInput.parse({ planId: plan.planId, filter }))).total;
  expect(await totalOf({ filled: ['TEAM'] })).toBe(1);
  expect(await totalOf({ filled: ['TEAM', 'OWNER', 'DETAIL'] })).toBe(1);
  expect(await totalOf({ filled: ['EVIDENCE'] })).toBe(0);
  const all = await totalOf({});
  for (const [filled, empty] of [
    ['TEAM', { noTeam: true }],
    ['OWNER', { noOwner: true }],
    ['LEAD', { noLead: true }],
    ['PARTNER', { noPartner: true }],
    ['MILESTONES', { milestones: 'NONE' }],
    ['MEASURE', { noMeasure: true }],
    ['SUCCESS_MEASURE', { noSuccessMeasure: true }],
    ['DETAIL', { noDetail: true }],
    ['UPDATE', { neverUpdated: true }],
    ['EVIDENCE', { evidence: 'NONE' }],
  ] as const) {
    expect(FILLED_FIELDS).toContain(filled);
    expect((await totalOf({ filled: [filled] })) + (await totalOf(empty)), filled).toBe(all);
  }
});
