import { Readable } from 'node:stream';
import { inTransaction } from '@gt/db';
import { expect, test } from 'vitest';
import { recordAudit } from '../../core/audit.ts';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { verifyAudit } from '../audit/verify-audit.ts';

const harness = await startHarness();
const { db, people } = harness;
/** Made up, and unlike any word of the fixtures. */
const NAME = 'Zebedee Quillfeather of Larkspur Close';

async function updateWithName() {
  const plan = await harness.makePlan();
  const action = await harness.makeAction(plan);
  const update = await db.progressUpdate.create({
    data: {
      actionId: action.id,
      authorId: people.manager.userId,
      whatHappened: `We met ${NAME} at home.`,
      difference: '',
      inTheWay: '',
      next: '',
      rag: 'AMBER',
      ragReason: `Waiting for ${NAME}.`,
      percentComplete: 20,
    },
    select: { id: true },
  });
  await db.action.update({
    where: { id: action.id },
    data: { ragReason: `Waiting for ${NAME}.` },
    select: { id: true },
  });
  const scope = guard(harness.ctxAs(people.manager), 'update.create');
  await inTransaction(db, async (tx) => {
    const after = { whatHappened: `We met ${NAME} at home.` };
    const entry = {
      action: 'update.create',
      entityType: 'PROGRESS_UPDATE',
      entityId: update.id,
      planId: plan.planId,
      after,
    };
    await recordAudit(tx, scope, entry);
    const copy = { ragReason: `Waiting for ${NAME}.` };
    await recordAudit(tx, scope, { ...entry, entityType: 'ACTION', entityId: action.id, after: copy });
  });
  await db.draft.create({
    data: {
      userId: people.manager.userId,
      key: `update:${action.id}`,
      entityType: 'ACTION',
      entityId: action.id,
      body: { whatHappened: `We met ${NAME} at home.` },
    },
    select: { key: true },
  });
  return { plan, action, update };
}

/** Every text column of every table that still holds the name. */
async function placesWithName(): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ n: bigint }[]>(
      `SELECT count(*) AS n FROM "${name}" t WHERE position('Quillfeather' IN t::text) > 0`,
    );
    if (row && row.n > 0n) found.push(name);
  }
  return found.sort();
}

test('two people destroy a name; every copy goes and the chain still verifies', async () => {
  const { update } = await updateWithName();
  expect(await placesWithName()).toEqual(['action', 'audit_payload', 'draft', 'progress_update']);

  const request = { entity: 'PROGRESS_UPDATE' as const, entityId: update.id, reason: 'A child is named.' };
  const { redactionId } = await harness
    .callerAs(people.manager)
    .redactions.request({ ...request, idempotencyKey: newId() });
  const [open] = await harness.callerAs(people.lead).redactions.list({});
  expect(open).toMatchObject({ id: redactionId, state: 'REQUESTED', mayDecide: true });

  const decision = { redactionId, version: 1, approve: true, note: 'Read it: a child is named.' };
  await harness.callerAs(people.lead).redactions.decide(decision);

  expect(await placesWithName()).toEqual([]);
  const verdict = await verifyAudit(
    harness.ctxAs(people.lead),
    guard(harness.ctxAs(people.lead), 'audit.read'),
  );
  expect(verdict).toMatchObject({ ok: true, problem: null });
  expect(verdict.redacted).toHaveLength(2);
  expect(verdict.redacted[0]).toBe('Redacted on 12 March 2026');
});

test('whoever asked may not agree, and a second decision meets a conflict', async () => {
  const { update } = await updateWithName();
  const { redactionId } = await harness.callerAs(people.lead).redactions.request({
    entity: 'PROGRESS_UPDATE',
    entityId: update.id,
    reason: 'A child is named.',
    idempotencyKey: newId(),
  });
  const decision = { redactionId, version: 1, approve: true, note: 'Checked.' };
  await expect(harness.callerAs(people.lead).redactions.decide(decision)).rejects.toThrow(
    'Somebody else must agree',
  );
  await expect(harness.callerAs(people.viewer).redactions.decide(decision)).rejects.toThrow('Your role');
  await harness.callerAs(people.verifier).redactions.decide({ ...decision, approve: false });
  await expect(harness.callerAs(people.administrator).redactions.decide(decision)).rejects.toThrow(
    'changed this',
  );
  expect((await db.progressUpdate.findUniqueOrThrow({ where: { id: update.id } })).whatHappened).toContain(
    'Zebedee',
  );
});

test('the reason may not repeat the words, and the same thing cannot be asked for twice', async () => {
  const { update } = await updateWithName();
  const caller = harness.callerAs(people.manager);
  const input = { entity: 'PROGRESS_UPDATE' as const, entityId: update.id };
  await expect(
    caller.redactions.request({ ...input, reason: `Because: Waiting for ${NAME}.`, idempotencyKey: newId() }),
  ).rejects.toThrow('repeats the words');
  await caller.redactions.request({ ...input, reason: 'A child is named.', idempotencyKey: newId() });
  await expect(
    caller.redactions.request({ ...input, reason: 'A child is named.', idempotencyKey: newId() }),
  ).rejects.toThrow('asked for this already');
});

test('the bytes of a destroyed file are gone from the store', async () => {
  const plan = await harness.makePlan();
  const put = await harness.store.put(Readable.from([Buffer.from(`report about ${NAME}`)]), {
    maxBytes: 1000,
  });
  if (!put.ok) throw new Error(put.message);
  const evidence = await db.evidence.create({
    data: {
      planId: plan.planId,
      number: 1,
      title: `Visit to ${NAME}`,
      kind: 'OBSERVATION',
      shows: 'A visit.',
      uploadedById: people.manager.userId,
      changedById: people.manager.userId,
      versions: {
        create: {
          number: 1,
          fileName: 'visit.txt',
          mediaType: 'text/plain',
          size: BigInt(put.size),
          sha256: put.sha256,
          uploadedById: people.manager.userId,
        },
      },
    },
    select: { id: true },
  });
  const { redactionId } = await harness.callerAs(people.verifier).redactions.request({
    entity: 'EVIDENCE',
    entityId: evidence.id,
    reason: 'A child is named in the file.',
    idempotencyKey: newId(),
  });
  await harness
    .callerAs(people.administrator)
    .redactions.decide({ redactionId, version: 1, approve: true, note: 'Opened with the verifier.' });
  expect(await harness.store.stat(put.sha256)).toBeNull();
  const row = await db.evidence.findUniqueOrThrow({
    where: { id: evidence.id },
    select: { title: true, redactedAt: true },
  });
  expect(row.title).toBe('[destroyed]');
  expect(row.redactedAt).not.toBeNull();
});
