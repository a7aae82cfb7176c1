import { Readable } from 'node:stream';
import type { RedactableEntity } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { expect, test } from 'vitest';
import { recordAudit } from '../../core/audit.ts';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';

const harness = await startHarness();
const { db, people } = harness;
let evidenceNumber = 0;

type Words = { whatHappened: string; inTheWay?: string; ragReason?: string };

/** An update with its history, as the product writes them. */
async function postUpdate(plan: PlanFixture, actionId: string, words: Words): Promise<string> {
  const text = { inTheWay: '', ragReason: '', difference: '', next: '', ...words };
  const { id } = await db.progressUpdate.create({
    data: { actionId, authorId: people.manager.userId, rag: 'AMBER', percentComplete: 20, ...text },
    select: { id: true },
  });
  await record(plan, 'PROGRESS_UPDATE', id, text);
  return id;
}

async function record(
  plan: PlanFixture,
  entityType: string,
  entityId: string,
  after: Record<string, unknown>,
): Promise<void> {
  const scope = guard(harness.ctxAs(people.manager), 'update.create');
  const entry = { action: 'test.write', entityType, entityId, planId: plan.planId, after };
  await inTransaction(db, (tx) => recordAudit(tx, scope, entry));
}

async function draft(userId: string, entityId: string, body: Record<string, string>): Promise<void> {
  const key = `update:${entityId}`;
  await db.draft.create({
    data: { userId, key, entityType: 'ACTION', entityId, body },
    select: { key: true },
  });
}

const isDrafted = async (userId: string, entityId: string) =>
  (await db.draft.count({ where: { userId, entityId } })) === 1;

async function payloadOf(entityId: string): Promise<unknown[]> {
  const events = await db.auditEvent.findMany({
    where: { entityId },
    select: { payload: { select: { body: true } } },
  });
  return events.map(({ payload }) => payload?.body ?? null);
}

async function ask(entity: RedactableEntity, entityId: string): Promise<string> {
  const request = { entity, entityId, reason: 'A child is named.', idempotencyKey: newId() };
  return (await harness.callerAs(people.lead).redactions.request(request)).redactionId;
}

async function destroy(entity: RedactableEntity, entityId: string): Promise<void> {
  const redactionId = await ask(entity, entityId);
  await harness
    .callerAs(people.verifier)
    .redactions.decide({ redactionId, version: 1, approve: true, note: 'Checked.' });
}

async function store(text: string): Promise<{ sha256: string; size: number }> {
  const put = await harness.store.put(Readable.from([Buffer.from(text)]), { maxBytes: 1000 });
  if (!put.ok) throw new Error(put.message);
  return put;
}

async function evidenceOf(plan: PlanFixture, file: { sha256: string; size: number }): Promise<string> {
  evidenceNumber += 1;
  const by = { uploadedById: people.manager.userId };
  const version = { number: 1, fileName: 'visit.txt', mediaType: 'text/plain', sha256: file.sha256, ...by };
  const row = await db.evidence.create({
    data: {
      planId: plan.planId,
      number: evidenceNumber,
      title: 'A visit',
      kind: 'OBSERVATION',
      shows: 'A visit.',
      changedById: people.manager.userId,
      ...by,
      versions: { create: { ...version, size: BigInt(file.size) } },
    },
    select: { id: true },
  });
  return row.id;
}

test('words that anybody writes do not take the history and drafts of others with them', async () => {
  const plan = await harness.makePlan();
  const [one, other] = [await harness.makeAction(plan), await harness.makeAction(plan)];
  const named = await postUpdate(plan, one.id, {
    whatHappened: 'We met Zebedee Quillfeather at home.',
    inTheWay: 'None',
    ragReason: 'As planned.',
  });
  const innocent = await postUpdate(plan, other.id, {
    whatHappened: 'Twelve carers were approved.',
    inTheWay: 'None',
    ragReason: 'As planned.',
  });
  await draft(people.contributor.userId, other.id, { inTheWay: 'None', whatHappened: 'Half a thought' });
  await destroy('PROGRESS_UPDATE', named);
  expect(await payloadOf(named)).toEqual([null]);
  expect(await payloadOf(innocent)).toMatchObject([{ after: { inTheWay: 'None' } }]);
  expect(await isDrafted(people.contributor.userId, other.id)).toBe(true);
});

test('a short name goes from the copies that the product itself makes', async () => {
  const plan = await harness.makePlan();
  const action = await harness.makeAction(plan, { ragReason: 'Zed' });
  const update = await postUpdate(plan, action.id, { whatHappened: 'A visit.', ragReason: 'Zed' });
  await record(plan, 'ACTION', action.id, { ragReason: 'Zed' });
  await record(plan, 'ACTION', action.id, { percentComplete: 20 });
  await destroy('PROGRESS_UPDATE', update);
  expect(await payloadOf(action.id)).toEqual([null, { before: null, after: { percentComplete: 20 } }]);
  const row = await db.action.findUniqueOrThrow({ where: { id: action.id }, select: { ragReason: true } });
  expect(row.ragReason).toBe('');
});

test('a draft that was half-way to the destroyed words goes too', async () => {
  const plan = await harness.makePlan();
  const action = await harness.makeAction(plan);
  const whatHappened = 'We met Zebedee Quillfeather at home, and the visit went well.';
  const update = await postUpdate(plan, action.id, { whatHappened });
  await draft(people.manager.userId, action.id, { whatHappened: 'We met Zebedee Quill' });
  await draft(people.contributor.userId, action.id, { whatHappened: 'Something else entirely' });
  await destroy('PROGRESS_UPDATE', update);
  expect(await isDrafted(people.manager.userId, action.id)).toBe(false);
  expect(await isDrafted(people.contributor.userId, action.id)).toBe(true);
});

test('bytes that another record holds stay, and the second person is told so first', async () => {
  const plan = await harness.makePlan();
  const file = await store('the same file twice');
  const [first, second] = [await evidenceOf(plan, file), await evidenceOf(await harness.makePlan(), file)];
  const redactionId = await ask('EVIDENCE', first);
  const verifier = harness.callerAs(people.verifier);
  expect(await verifier.redactions.preview({ redactionId })).toMatchObject({ files: 1, filesElsewhere: 1 });
  await verifier.redactions.decide({ redactionId, version: 1, approve: true, note: 'Checked.' });
  expect(await harness.store.stat(file.sha256)).not.toBeNull();
  await destroy('EVIDENCE', second);
  expect(await harness.store.stat(file.sha256)).toBeNull();
});

test('the bytes of a report that waits to be confirmed are not taken from under it', async () => {
  const plan = await harness.makePlan();
  const file = await store('a report, uploaded as evidence as well');
  await db.importRun.create({
    data: {
      createdById: people.lead.userId,
      fileName: 'report.pdf',
      sha256: file.sha256,
      size: BigInt(file.size),
      draft: {},
    },
    select: { id: true },
  });
  await destroy('EVIDENCE', await evidenceOf(plan, file));
  expect(await harness.store.stat(file.sha256)).not.toBeNull();
});

test('two people who ask at the same moment make one request; two who decide make one decision', async () => {
  const plan = await harness.makePlan();
  const action = await harness.makeAction(plan);
  const update = await postUpdate(plan, action.id, { whatHappened: 'We met Zebedee Quillfeather.' });
  const askAs = (person: typeof people.lead) =>
    harness.callerAs(person).redactions.request({
      entity: 'PROGRESS_UPDATE',
      entityId: update,
      reason: 'A child is named.',
      idempotencyKey: newId(),
    });
  const asked = await Promise.allSettled([people.manager, people.contributor].map(askAs));
  const answers = asked.flatMap((item) => (item.status === 'fulfilled' ? [item.value.redactionId] : []));
  expect(answers).toHaveLength(1);
  const decision = { redactionId: answers[0] ?? '', version: 1, note: 'Checked.' };
  const decided = await Promise.allSettled([
    harness.callerAs(people.lead).redactions.decide({ ...decision, approve: true }),
    harness.callerAs(people.verifier).redactions.decide({ ...decision, approve: false }),
  ]);
  expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const written = await db.auditEvent.count({
    where: { entityId: decision.redactionId, action: { in: ['redaction.destroy', 'redaction.refuse'] } },
  });
  expect(written).toBe(1);
});

test('a key that stood for something else is no request', async () => {
  const plan = await harness.makePlan();
  const action = await harness.makeAction(plan);
  const key = newId();
  await db.idempotencyKey.create({
    data: {
      userId: people.lead.userId,
      key,
      operation: 'action.create',
      entityId: action.id,
      createdAt: new Date(),
    },
    select: { key: true },
  });
  await expect(
    harness.callerAs(people.lead).redactions.request({
      entity: 'ACTION',
      entityId: action.id,
      reason: 'A child is named.',
      idempotencyKey: key,
    }),
  ).rejects.toThrow('sent before as something else');
});

test('a template kept from the words and a view that searches for them go with them; others stay', async () => {
  const plan = await harness.makePlan();
  const action = await harness.makeAction(plan, { title: 'Visit Zebedee Quillfeather weekly' });
  const { planId } = plan;
  const words = { planId, priority: 'MEDIUM', milestones: [], createdById: people.lead.userId } as const;
  const made = async (name: string, title: string) =>
    (await db.actionTemplate.create({ data: { ...words, name, title }, select: { id: true } })).id;
  const kept = await made('A visit', 'Visit Zebedee Quillfeather weekly');
  const innocent = await made('An audit', 'Audit ten plans');
  const view = async (name: string, q: string) =>
    (
      await db.savedView.create({
        data: { planId, ownerId: people.lead.userId, name, search: { q } },
        select: { id: true },
      })
    ).id;
  const telling = await view('Visits', 'Visit Zebedee Quillfeather weekly');
  const plain = await view('Audits', 'audit');
  await destroy('ACTION', action.id);
  const templates = await db.actionTemplate.findMany({ where: { planId }, select: { id: true } });
  expect(templates).toEqual([{ id: innocent }]);
  expect(templates).not.toContainEqual({ id: kept });
  const views = await db.savedView.findMany({ where: { planId }, select: { id: true } });
  expect(views).toEqual([{ id: plain }]);
  expect(views).not.toContainEqual({ id: telling });
});
