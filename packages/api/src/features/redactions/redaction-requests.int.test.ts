import { expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';

const harness = await startHarness();
const { db, people, callerAs } = harness;
/** Made up, and unlike any word of the fixtures. */
const NAME = 'Zebedee Quillfeather';
const REASON = 'A child is named.';

async function updateWithName() {
  const plan = await harness.makePlan();
  const action = await harness.makeAction(plan);
  const { update } = await callerAs(people.lead).updates.create({
    actionId: action.id,
    version: action.version,
    whatHappened: `We met ${NAME} at home.`,
    difference: 'A difference.',
    inTheWay: '',
    next: 'A second visit.',
    rag: 'AMBER',
    ragReason: `Waiting for ${NAME}.`,
    percentComplete: 20,
    idempotencyKey: newId(),
  });
  const request = { entity: 'PROGRESS_UPDATE' as const, entityId: update.id, reason: REASON };
  return { plan, action, request };
}

test('the second person sees what would go; an administrator sees how much, and not what', async () => {
  const { action, request } = await updateWithName();
  const asked = callerAs(people.manager).redactions;
  const { redactionId } = await asked.request({ ...request, idempotencyKey: newId() });
  const preview = await callerAs(people.verifier).redactions.preview({ redactionId });
  expect(preview).toMatchObject({
    reference: expect.stringMatching(/^R1\.A\d+, update of \d+ \w+ \d{4}$/),
    place: { kind: 'ACTION', id: action.id },
    files: 0,
    packs: 0,
  });
  expect(preview.texts).toContain(`We met ${NAME} at home.`);
  const blind = await callerAs(people.administrator).redactions.preview({ redactionId });
  expect(blind).toMatchObject({ texts: null, files: 0 });
  await expect(asked.preview({ redactionId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('who may not decide sees what became of their own requests and of no other', async () => {
  const { plan, request } = await updateWithName();
  const list = (who: typeof people.lead) => callerAs(who).redactions.list({ planId: plan.planId });
  const { redactionId } = await callerAs(people.contributor).redactions.request({
    ...request,
    idempotencyKey: newId(),
  });
  const own = await list(people.contributor);
  expect(own.map(({ id, mayDecide }) => [id, mayDecide])).toEqual([[redactionId, false]]);
  expect(await list(people.manager)).toEqual([]);
  expect(await list(people.lead)).toHaveLength(1);
});

test('neither reason nor note may carry the words, and nothing is destroyed twice', async () => {
  const { request } = await updateWithName();
  const asked = callerAs(people.manager).redactions;
  const named = { ...request, reason: `${NAME} is named.`, idempotencyKey: newId() };
  await expect(asked.request(named)).rejects.toThrow('repeats the words');
  const { redactionId } = await asked.request({ ...request, idempotencyKey: newId() });
  const decider = callerAs(people.lead).redactions;
  const decision = { redactionId, version: 1, approve: true };
  await expect(decider.decide({ ...decision, note: `It names ${NAME}.` })).rejects.toThrow(
    'repeats the words',
  );
  await decider.decide({ ...decision, note: 'Read it: a child is named.' });
  await expect(asked.request({ ...request, idempotencyKey: newId() })).rejects.toThrow('destroyed already');
});

test('a partner asks for evidence on their own actions, and reaches no other', async () => {
  const plan = await harness.makePlan();
  const theirs = await harness.makeAction(plan, { partnerTeamId: harness.teams.police });
  const others = await harness.makeAction(plan);
  const makeEvidence = async (number: number, actionId: string) => {
    const by = people.partner.userId;
    const recommendationId = plan.recommendationIds[0] ?? '';
    const words = { title: 'Notes of a visit', kind: 'OBSERVATION' as const, shows: 'A visit.' };
    const row = await db.evidence.create({
      data: {
        ...words,
        planId: plan.planId,
        number,
        uploadedById: by,
        changedById: by,
        links: { create: { actionId, recommendationId, linkedById: by } },
      },
      select: { id: true },
    });
    return row.id;
  };
  const partner = callerAs(people.partner).redactions;
  const ask = async (number: number, actionId: string) =>
    partner.request({
      entity: 'EVIDENCE',
      entityId: await makeEvidence(number, actionId),
      reason: REASON,
      idempotencyKey: newId(),
    });
  expect(await ask(1, theirs.id)).toHaveProperty('redactionId');
  await expect(ask(2, others.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
