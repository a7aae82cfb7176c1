import { Readable } from 'node:stream';
import { isoDate, type RedactableEntity } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { beforeEach, expect, it } from 'vitest';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { fullPlan, makeEvidence, runBuild } from '../packs/packs.fixture.ts';
import { takeSnapshot } from '../snapshots/take-snapshot.ts';

const harness = await startHarness();
const { db, people } = harness;
const lead = harness.callerAs(people.lead);
const verifier = harness.callerAs(people.verifier);
/** Long enough to be looked for in the whole plan. */
const NAMED = 'We met Zebedee Quillfeather at home.';
let plan: PlanFixture;
let recommendationId = '';

beforeEach(async () => {
  plan = await harness.makePlan();
  [recommendationId = ''] = plan.recommendationIds;
});

async function ask(entity: RedactableEntity, entityId: string): Promise<string> {
  const request = { entity, entityId, reason: 'A child is named.', idempotencyKey: newId() };
  return (await lead.redactions.request(request)).redactionId;
}

async function destroy(entity: RedactableEntity, entityId: string): Promise<void> {
  const redactionId = await ask(entity, entityId);
  await verifier.redactions.decide({ redactionId, version: 1, approve: true, note: 'Checked.' });
}

it('what was said when a recommendation closed, in its checks and in what was asked for, goes with it', async () => {
  const closure = await db.recommendationClosure.create({
    data: {
      recommendationId,
      ...{ done: NAMED, practice: NAMED, consistent: NAMED, difference: NAMED, reopenedReason: NAMED },
      ...{ closedById: people.verifier.userId, evidence: {} },
      checks: { create: { months: 3, dueDate: new Date('2026-06-12'), note: NAMED } },
    },
    select: { id: true },
  });
  const asked = await db.evidenceAsk.create({
    data: {
      ...{ planId: plan.planId, recommendationId, postId: harness.posts.headOfFostering },
      ...{ text: NAMED, settledNote: NAMED, dueDate: new Date('2026-04-01') },
      askedById: people.lead.userId,
    },
    select: { id: true },
  });
  const redactionId = await ask('RECOMMENDATION', recommendationId);
  expect((await verifier.redactions.preview({ redactionId })).texts).toContain(NAMED);
  await verifier.redactions.decide({ redactionId, version: 1, approve: true, note: 'Checked.' });
  const kept = [
    await db.recommendationClosure.findUniqueOrThrow({ where: { id: closure.id } }),
    await db.sustainCheck.findFirstOrThrow({ where: { closureId: closure.id } }),
    await db.evidenceAsk.findUniqueOrThrow({ where: { id: asked.id } }),
  ];
  expect(JSON.stringify(kept)).not.toContain('Quillfeather');
});

it('questions about evidence, and what was written of what screening found, go with it', async () => {
  const found = { rules: 1, outcome: 'FOUND', findings: [], total: 1, likely: 1, notices: [], unread: [] };
  const written = { answer: 'ALLOWED', justification: NAMED, decisionNote: NAMED };
  const { id } = await makeEvidence(harness, plan, {
    bytes: newId(),
    screenings: [{ ...found, ...written }],
  });
  await db.evidenceQuestion.create({
    data: { evidenceId: id, text: NAMED, answer: NAMED, askedById: people.verifier.userId },
    select: { id: true },
  });
  await destroy('EVIDENCE', id);
  const kept = await db.evidence.findUniqueOrThrow({
    where: { id },
    select: { questions: true, versions: { select: { fileName: true, screenings: true } } },
  });
  expect(kept.questions).toMatchObject([{ answer: '' }]);
  expect(
    JSON.stringify(kept, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toContain('Quillfeather');
});

it('a line of enquiry is destroyed on its own, and is found where it repeats other words', async () => {
  const line = { planId: plan.planId, question: 'How is Zebedee Quillfeather?', note: NAMED };
  const { enquiryId } = await lead.enquiries.create({
    ...line,
    recommendationIds: [recommendationId],
    evidenceIds: [],
    idempotencyKey: newId(),
  });
  const action = await harness.makeAction(plan, { detail: 'Zebedee Quillfeather moved in May.' });
  const asked = await ask('ACTION', action.id);
  const { repeats } = await verifier.redactions.preview({ redactionId: asked });
  expect(repeats).toEqual([
    expect.objectContaining({ place: { kind: 'LINE_OF_ENQUIRY', id: enquiryId }, isAskedFor: false }),
  ]);
  await destroy('LINE_OF_ENQUIRY', enquiryId);
  expect((await lead.enquiries.list({ planId: plan.planId })).enquiries).toEqual([]);
  const row = await db.lineOfEnquiry.findUniqueOrThrow({ where: { id: enquiryId } });
  expect(JSON.stringify(row)).not.toContain('Quillfeather');
  const events = await db.auditEvent.findMany({
    where: { entityId: enquiryId },
    select: { payload: { select: { body: true } } },
  });
  expect(events.map(({ payload }) => payload?.body)).toEqual([null]);
});

it('the cover note of a pack is destroyed with the file that prints it; one still to be built goes without', async () => {
  const full = await fullPlan(harness);
  const request = { planId: full.plan.planId, coverNote: NAMED };
  const { packId } = await lead.packs.build({ ...request, idempotencyKey: newId() });
  await runBuild(harness.ctxAs(people.lead), packId);
  const { sha256 } = await lead.packs.get({ packId });
  const other = await lead.packs.build({ ...request, idempotencyKey: newId() });
  await runBuild(harness.ctxAs(people.lead), other.packId);
  const waiting = await lead.packs.build({ ...request, idempotencyKey: newId() });
  await destroy('PACK', packId);
  const gone = await lead.packs.get({ packId });
  expect(gone).toMatchObject({ coverNote: '' });
  expect(gone.redactedAt).not.toBeNull();
  expect(await harness.store.open(sha256 ?? '')).toBeNull();
  // Its words stood on the covers of others as well.
  expect((await lead.packs.get(other)).redactedAt).not.toBeNull();
  expect(await lead.packs.get(waiting)).toMatchObject({ coverNote: '', redactedAt: null });
  await runBuild(harness.ctxAs(people.lead), waiting.packId);
  expect(await lead.packs.get(waiting)).toMatchObject({ state: 'READY' });
  const [row] = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "pack" WHERE "planId" = ${request.planId} AND "coverNote" <> '') AS "found"`;
  expect(row?.found).toBe(false);
});

it('words that were repeated in the cover of a pack that came to nothing go from there too', async () => {
  const action = await harness.makeAction(plan, { detail: NAMED });
  await db.pack.create({
    data: {
      ...{ planId: plan.planId, number: 1, state: 'FAILED', marking: 'OFFICIAL' },
      ...{ coverNote: `Read this first. ${NAMED}`, requestedById: people.lead.userId },
    },
    select: { id: true },
  });
  await destroy('ACTION', action.id);
  expect(await db.pack.findFirstOrThrow({ where: { planId: plan.planId } })).toMatchObject({ coverNote: '' });
});

it('that words were allowed for packs goes with the words', async () => {
  const action = await harness.makeAction(plan);
  const { id } = await db.progressUpdate.create({
    data: {
      ...{ actionId: action.id, authorId: people.manager.userId, rag: 'AMBER', percentComplete: 20 },
      ...{
        whatHappened: 'NHS number 943 476 5919 was seen.',
        difference: '',
        inTheWay: '',
        next: '',
        ragReason: '',
      },
    },
    select: { id: true },
  });
  const { planId } = plan;
  const [text] = (await verifier.screening.texts({ planId })).rows;
  const { entity = 'ACTION', entityId = '', field = '', sha256 = '' } = text ?? {};
  const reason = 'It is the number of an advice line.';
  await verifier.screening.allowText({
    ...{ planId, entity, entityId, field, sha256, reason },
    idempotencyKey: newId(),
  });
  await destroy('PROGRESS_UPDATE', id);
  expect(await db.textAllowance.count({ where: { planId } })).toBe(0);
  const told = await db.auditEvent.findMany({
    where: { entityId: id, action: 'screening.allowText' },
    select: { payload: { select: { body: true } } },
  });
  expect(told.map(({ payload }) => payload?.body)).toEqual([null]);
});

it('whoever is to agree sees how many snapshots hold the words', async () => {
  const action = await harness.makeAction(plan, { title: NAMED });
  const other = await harness.makeAction(plan, { title: 'Recruit carers' });
  const scope = guard(harness.ctxAs(people.lead), 'action.read');
  for (const cause of ['BY_HAND', 'SCHEDULE'] as const) {
    await inTransaction(db, (tx) => takeSnapshot(tx, scope, { planId: plan.planId, cause }));
  }
  const redactionId = await ask('ACTION', action.id);
  expect((await verifier.redactions.preview({ redactionId })).snapshots).toBe(2);
  await verifier.redactions.decide({ redactionId, version: 1, approve: true, note: 'Checked.' });
  const { id } = await db.progressUpdate.create({
    data: {
      ...{ actionId: other.id, authorId: people.manager.userId, rag: 'AMBER', percentComplete: 20 },
      ...{ whatHappened: NAMED, difference: '', inTheWay: '', next: '', ragReason: '' },
    },
    select: { id: true },
  });
  const later = await ask('PROGRESS_UPDATE', id);
  expect((await verifier.redactions.preview({ redactionId: later })).snapshots).toBe(0);
});

it('bytes of other records stay when a cover note goes', async () => {
  const put = await harness.store.put(Readable.from([Buffer.from('kept')]), { maxBytes: 1000 });
  if (!put.ok) throw new Error(put.message);
  const pack = await db.pack.create({
    data: {
      ...{ planId: plan.planId, number: 1, state: 'READY', marking: 'OFFICIAL', sha256: put.sha256 },
      ...{ coverNote: NAMED, requestedById: people.lead.userId },
    },
    select: { id: true },
  });
  await makeEvidence(harness, plan, { bytes: 'kept' });
  await destroy('PACK', pack.id);
  expect(await harness.store.open(put.sha256)).not.toBeNull();
});

it('words of a gate, of a date in the calendar and of an assumed window are destroyed, and found where they repeat', async () => {
  const { planId, clockId, inspectionId } = plan;
  const on = new Date('2026-03-20');
  const select = { id: true } as const;
  const by = people.lead.userId;
  const gate = await db.clockGate.create({
    data: { clockId, position: 0, name: 'Board', dueDate: on, doneNote: NAMED },
    select,
  });
  const window = await db.windowAssumption.create({
    data: {
      planId,
      inspectionId,
      kind: 'REINSPECTION',
      number: 1,
      reason: NAMED,
      setById: by,
      setAt: new Date('2026-03-12'),
    },
    select,
  });
  const { planDateId } = await lead.calendar.createDate({
    ...{ planId, kind: 'OTHER', title: 'Zebedee Quillfeather', note: NAMED, isFirm: true },
    ...{ fromDate: isoDate('2026-03-20'), untilDate: isoDate('2026-03-20'), idempotencyKey: newId() },
  });
  const redactionId = await ask('CLOCK_GATE', gate.id);
  const { texts, repeats } = await verifier.redactions.preview({ redactionId });
  expect(texts).toContain(NAMED);
  expect(repeats.map(({ reference, place }) => [reference, place.kind]).sort()).toEqual([
    ['Assumed window of 12 March 2026', 'CALENDAR'],
    ['Date in the calendar of 20 March 2026', 'CALENDAR'],
  ]);
  await verifier.redactions.decide({ redactionId, version: 1, approve: true, note: 'Checked.' });
  await destroy('PLAN_DATE', planDateId);
  await destroy('WINDOW_ASSUMPTION', window.id);
  const kept = [
    await db.clockGate.findUniqueOrThrow({ where: { id: gate.id } }),
    await db.planDate.findUniqueOrThrow({ where: { id: planDateId } }),
    await db.windowAssumption.findUniqueOrThrow({ where: { id: window.id } }),
  ];
  expect(JSON.stringify(kept)).not.toContain('Quillfeather');
  const [binned] = await lead.calendar.bin({ planId });
  expect(binned?.redactedAt).not.toBeNull();
  await expect(lead.calendar.restoreDate({ planDateId, version: binned?.version ?? 0 })).rejects.toThrow(
    'Its words were destroyed',
  );
});
