import { expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { addProof } from '../readiness/proof.fixture.ts';

const harness = await startHarness();
const { callerAs, people } = harness;
const lead = callerAs(people.lead);

test('a line of enquiry is answered by the best three, and what is chosen by hand comes first', async () => {
  const plan = await harness.makePlan();
  const [recommendationId = '', second = ''] = plan.recommendationIds;
  const audit = await addProof(harness, plan, { recommendationId });
  const again = await addProof(harness, plan, { recommendationId }, { periodTo: '2026-01-31' });
  const voice = await addProof(
    harness,
    plan,
    { recommendationId },
    { kind: 'CHILD_OR_FAMILY_VOICE', periodTo: '2026-02-10' },
  );
  const activity = await addProof(
    harness,
    plan,
    { recommendationId },
    { kind: 'MINUTES', showsImpact: false },
  );
  await addProof(harness, plan, { recommendationId }, { state: 'SUBMITTED' });
  await addProof(harness, plan, { recommendationId }, { validUntil: '2026-03-01' });
  const elsewhere = await addProof(harness, plan, { recommendationId: second });
  const draft = {
    planId: plan.planId,
    question: 'How do you know that carers stay?',
    note: '',
    recommendationIds: [recommendationId],
    evidenceIds: [],
    idempotencyKey: newId(),
  };
  const made = await lead.enquiries.create(draft);
  expect((await lead.enquiries.create(draft)).enquiryId).toBe(made.enquiryId);
  expect(made.reference).toBe('Q1');
  const [line] = (await callerAs(people.viewer).enquiries.list({ planId: plan.planId })).enquiries;
  expect(line?.best.map(({ id }) => id)).toEqual([audit.id, voice.id, again.id]);
  expect(line?.best[1]?.why).toContain('The only child or family voice among them');
  expect(line?.proof).toBe(4);
  const choices = await lead.enquiries.choices({
    planId: plan.planId,
    recommendationIds: [recommendationId],
  });
  expect(choices.map(({ id }) => id)).toEqual([audit.id, again.id, voice.id, activity.id]);
  const { idempotencyKey: _key, planId: _plan, ...facts } = draft;
  await lead.enquiries.edit({ ...facts, enquiryId: made.enquiryId, version: 1, evidenceIds: [activity.id] });
  const [chosen] = (await lead.enquiries.list({ planId: plan.planId })).enquiries;
  expect(chosen?.best.map(({ id }) => id)).toEqual([activity.id, audit.id, voice.id]);
  expect(chosen?.best[0]?.why[0]).toBe('Chosen by hand');
  const stale = lead.enquiries.edit({ ...facts, enquiryId: made.enquiryId, version: 1, evidenceIds: [] });
  expect((await problemOf(stale)).code).toBe('CONFLICT');
  const foreign = await harness.makePlan();
  const wrong = lead.enquiries.create({
    ...draft,
    recommendationIds: foreign.recommendationIds,
    evidenceIds: [elsewhere.id],
    idempotencyKey: newId(),
  });
  expect((await problemOf(wrong)).fields?.[0]?.field).toBe('recommendationIds');
  await lead.enquiries.remove({ enquiryId: made.enquiryId, version: 2 });
  expect((await lead.enquiries.list({ planId: plan.planId })).enquiries).toEqual([]);
});
