import { Readable } from 'node:stream';
import type { RedactableEntity } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';

const harness = await startHarness();
const { db, people, callerAs } = harness;
/** Made up, and unlike any word of the fixtures. */
const NAME = 'Zebedee Quillfeather';
const AT = new Date('2026-03-10T09:00:00Z');

async function postUpdate(actionId: string, whatHappened: string, ragReason = ''): Promise<string> {
  const words = { whatHappened, ragReason, difference: '', inTheWay: '', next: '' };
  const row = await db.progressUpdate.create({
    data: {
      actionId,
      authorId: people.manager.userId,
      rag: 'AMBER',
      percentComplete: 20,
      createdAt: AT,
      ...words,
    },
    select: { id: true },
  });
  return row.id;
}

async function addEvidence(
  plan: PlanFixture,
  number: number,
  words: { title?: string; shows?: string } = {},
  sha256 = '',
): Promise<string> {
  const by = people.manager.userId;
  const file = { number: 1, fileName: 'visit.txt', mediaType: 'text/plain', size: 10n, uploadedById: by };
  const row = await db.evidence.create({
    data: {
      planId: plan.planId,
      number,
      kind: 'OBSERVATION',
      title: 'A visit',
      shows: 'A visit.',
      ...words,
      uploadedById: by,
      changedById: by,
      ...(sha256 === '' ? {} : { versions: { create: { ...file, sha256 } } }),
    },
    select: { id: true },
  });
  return row.id;
}

const addParagraph = async ({ inspectionId }: PlanFixture, number: number, text: string): Promise<string> => {
  const data = { inspectionId, number, page: 3, text };
  return (await db.reportParagraph.create({ data, select: { id: true } })).id;
};

async function ask(entity: RedactableEntity, entityId: string): Promise<string> {
  const request = { entity, entityId, reason: 'A child is named.', idempotencyKey: newId() };
  return (await callerAs(people.lead).redactions.request(request)).redactionId;
}

const preview = (redactionId: string, who = people.verifier) =>
  callerAs(who).redactions.preview({ redactionId });

async function destroy(entity: RedactableEntity, entityId: string): Promise<void> {
  const redactionId = await ask(entity, entityId);
  await callerAs(people.verifier).redactions.decide({
    redactionId,
    version: 1,
    approve: true,
    note: 'Checked.',
  });
}

test('the second person is told by reference which other records hold the same words', async () => {
  const plan = await harness.makePlan();
  const [one, two] = [await harness.makeAction(plan), await harness.makeAction(plan)];
  const target = await postUpdate(one.id, `We met ${NAME} of Northmoor Council at home.`);
  await postUpdate(one.id, 'Twelve carers were approved by Northmoor Council.');
  const again = await postUpdate(two.id, `A second visit to zebedee\n quillfeather went well.`);
  await db.dateRevision.create({
    data: { actionId: two.id, reason: `Waits for ${NAME}`, changedById: people.lead.userId },
    select: { id: true },
  });
  const deleted = { detail: `${NAME} moves in May`, deletedAt: AT, deletedReason: 'Twice' };
  await harness.makeAction(plan, deleted);
  const evidence = await addEvidence(plan, 4, { shows: `How ${NAME} settled.` });
  await addEvidence(plan, 5);
  const paragraph = await addParagraph(plan, 40, `${NAME} was seen by inspectors.`);
  const elsewhere = await harness.makePlan();
  await harness.makeAction(elsewhere, { detail: `${NAME} in another plan` });
  await ask('EVIDENCE', evidence);
  const redactionId = await ask('PROGRESS_UPDATE', target);

  const expected = [
    { reference: 'R1.A2', place: { kind: 'ACTION', id: two.id }, isAskedFor: false },
    { reference: 'R1.A3 (in the recycle bin)', place: { kind: 'ACTION' } },
    { reference: 'R1.A2, update of 10 March 2026', place: { kind: 'ACTION', id: two.id } },
    { reference: 'E4', place: { kind: 'EVIDENCE', id: evidence }, isAskedFor: true },
    { reference: 'Paragraph 40 of the report', place: { kind: 'PLAN', id: plan.planId } },
  ];
  expect(await preview(redactionId)).toMatchObject({ repeats: expected, repeatsTotal: 5 });
  const blind = await preview(redactionId, people.administrator);
  expect(blind).toMatchObject({ texts: null, repeatsTotal: 5 });
  expect(JSON.stringify(blind)).not.toContain('Quillfeather');

  await destroy('PROGRESS_UPDATE', again);
  await destroy('REPORT_PARAGRAPH', paragraph);
  expect((await preview(redactionId)).repeats.map(({ reference }) => reference)).toEqual([
    'R1.A2',
    'R1.A3 (in the recycle bin)',
    'E4',
  ]);
});

test('a whole text that stands elsewhere counts, everybody’s short words do not, nor do copies that go too', async () => {
  const plan = await harness.makePlan();
  const text = 'the visit to the family went well';
  const one = await harness.makeAction(plan, { ragReason: text });
  const other = await harness.makeAction(plan, { detail: `As said: The visit to  the family went well.` });
  const target = await postUpdate(one.id, 'As planned.', text);
  await postUpdate(other.id, 'As planned.');
  const { repeats } = await preview(await ask('PROGRESS_UPDATE', target));
  expect(repeats.map(({ reference }) => reference)).toEqual(['R1.A2']);
});

test('who else holds the same file is said, in this plan and in others', async () => {
  const [plan, elsewhere] = [await harness.makePlan(), await harness.makePlan()];
  const put = await harness.store.put(Readable.from([Buffer.from('one file for all')]), { maxBytes: 1000 });
  if (!put.ok) throw new Error(put.message);
  const first = await addEvidence(plan, 1, {}, put.sha256);
  await addEvidence(plan, 2, {}, put.sha256);
  await addEvidence(elsewhere, 3, {}, put.sha256);
  const report = { reportSha256: put.sha256 };
  await db.inspection.update({ where: { id: plan.inspectionId }, data: report, select: { id: true } });
  expect(await preview(await ask('EVIDENCE', first))).toMatchObject({
    files: 1,
    filesElsewhere: 1,
    fileHolders: ['E2', 'E3 of another plan', 'the inspection report'],
  });
});

test('a paragraph of the report is destroyed with the words that a recommendation shares with it', async () => {
  const plan = await harness.makePlan();
  const recommendationId = plan.recommendationIds[0] ?? '';
  const paragraphId = await addParagraph(plan, 41, `${NAME} was seen by inspectors.`);
  const sharedWords = ['quillfeather'];
  await db.recommendationParagraph.create({
    data: { recommendationId, paragraphId, sharedWords },
    select: { paragraphId: true },
  });
  const pack = { planId: plan.planId, number: 1, state: 'READY', requestedById: people.lead.userId } as const;
  await db.pack.create({
    data: { ...pack, marking: 'OFFICIAL', finishedAt: new Date(), sha256: 'a'.repeat(64) },
    select: { id: true },
  });
  const redactionId = await ask('REPORT_PARAGRAPH', paragraphId);
  expect(await preview(redactionId)).toMatchObject({
    reference: 'Paragraph 41 of the report',
    place: { kind: 'RECOMMENDATION', id: recommendationId },
    texts: [`${NAME} was seen by inspectors.`],
    packs: 0,
  });
  await callerAs(people.verifier).redactions.decide({
    redactionId,
    version: 1,
    approve: true,
    note: 'Checked.',
  });
  const { paragraphs } = await callerAs(people.lead).recommendations.get({ recommendationId });
  expect(paragraphs).toMatchObject([
    { id: paragraphId, text: '[destroyed]', heading: null, sharedWords: [] },
  ]);
  expect(paragraphs[0]?.redactedAt).not.toBeNull();
  const packs = await db.pack.findMany({ where: { planId: plan.planId }, select: { redactedAt: true } });
  expect(packs).toEqual([{ redactedAt: null }]);
});

test('whoever made the link of the person who asked is no second person, until a day has passed', async () => {
  const plan = await harness.makePlan();
  const action = await harness.makeAction(plan);
  const update = await postUpdate(action.id, `We met ${NAME} at home.`);
  const { administrator, manager } = people;
  await callerAs(administrator).people.resetLink({ userId: manager.userId, idempotencyKey: newId() });
  const request = {
    entity: 'PROGRESS_UPDATE' as const,
    entityId: update,
    reason: 'A child is named.',
    idempotencyKey: newId(),
  };
  const { redactionId } = await callerAs(manager).redactions.request(request);
  const decision = { redactionId, version: 1, approve: true, note: 'Checked.' };
  const [row] = await callerAs(administrator).redactions.list({ planId: plan.planId });
  expect(row).toMatchObject({ mayDecide: false, whyNot: expect.stringContaining('sign-in link') });
  await expect(callerAs(administrator).redactions.decide(decision)).rejects.toThrow(
    'two people really are two',
  );
  await expect(preview(redactionId, administrator)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const [seen] = await callerAs(people.lead).redactions.list({ planId: plan.planId });
  expect(seen).toMatchObject({ mayDecide: true, whyNot: null });
  await callerAs(people.lead).redactions.decide({ ...decision, approve: false });

  const later = await postUpdate(action.id, `We met ${NAME} again.`);
  const asked = { ...request, entityId: later, idempotencyKey: newId(), reason: 'The child is named again.' };
  const second = await db.redaction.create({
    data: {
      entity: asked.entity,
      entityId: later,
      planId: plan.planId,
      reference: 'R1.A1',
      reason: asked.reason,
      requestedById: manager.userId,
      requestedAt: new Date('2026-03-13T10:00:01Z'),
    },
    select: { id: true },
  });
  await callerAs(administrator).redactions.decide({ ...decision, redactionId: second.id });
});

test('whoever invited the person who asked is no second person either', async () => {
  const plan = await harness.makePlan();
  const action = await harness.makeAction(plan);
  const update = await postUpdate(action.id, `We met ${NAME} at home.`);
  const email = 'new.officer@trust.example';
  const { administrator } = people;
  await callerAs(administrator).people.invite({
    email,
    name: 'New Officer, holder 1',
    roles: ['CONTRIBUTOR'],
    teamIds: [],
    postId: null,
    idempotencyKey: newId(),
  });
  const joined = await harness.makeUser('New Officer', ['CONTRIBUTOR'], {
    teamIds: [harness.teams.fostering],
  });
  await db.user.update({ where: { id: joined.userId }, data: { email }, select: { id: true } });
  const { redactionId } = await callerAs(joined).redactions.request({
    entity: 'PROGRESS_UPDATE',
    entityId: update,
    reason: 'A child is named.',
    idempotencyKey: newId(),
  });
  const decision = { redactionId, version: 1, approve: true, note: 'Checked.' };
  await expect(callerAs(administrator).redactions.decide(decision)).rejects.toThrow('sign-in link');
});
