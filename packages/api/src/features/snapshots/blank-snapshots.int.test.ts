import { inTransaction } from '@gt/db';
import { expect, test } from 'vitest';
import { systemScope } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { BODY_SELECT, textOf } from './snapshot-body.ts';
import { takeSnapshot } from './take-snapshot.ts';

const h = await startHarness();
const { people } = h;
const scope = systemScope(people.lead, h.ctxAs(people.lead));

const take = (planId: string) =>
  inTransaction(h.db, (tx) => takeSnapshot(tx, scope, { planId, cause: 'BY_HAND' }));

async function destroyAction(actionId: string): Promise<void> {
  const { redactionId } = await h.callerAs(people.lead).redactions.request({
    entity: 'ACTION',
    entityId: actionId,
    reason: 'A child is named.',
    idempotencyKey: newId(),
  });
  const decision = { redactionId, version: 1, approve: true, note: 'Checked.' };
  await h.callerAs(people.verifier).redactions.decide(decision);
}

const stored = (id: string) => h.db.snapshot.findUniqueOrThrow({ where: { id } });

test('destroyed words leave every snapshot; each says so, keeps its first hash and opens by the new one', async () => {
  const plan = await h.makePlan();
  const named = await h.makeAction(plan, { title: 'Visit Zebedee Quillfeather', ragReason: 'None' });
  await h.makeAction(plan, { ragReason: 'None' });
  const first = await take(plan.planId);
  // The words had gone from the record before anybody asked, and still stand in what was kept.
  await h.db.action.update({ where: { id: named.id }, data: { title: 'Visit the family' } });
  const second = await take(plan.planId);
  await destroyAction(named.id);

  const row = await stored(first.id);
  expect(row.sha256).toBe(first.sha256);
  expect(row.redactedAt).toEqual(scope.now);
  expect(row.redactedSha256).not.toBe(first.sha256);
  expect(await textOf(row)).not.toContain('Quillfeather');
  const content = await loadSnapshot(h.db, scope, first.id);
  expect(content.actions.map(({ title, ragReason }) => [title, ragReason])).toEqual([
    ['[destroyed]', ''],
    ['Recruit twelve mainstream foster carers', 'None'],
  ]);
  expect((await stored(second.id)).redactedSha256).not.toBeNull();
  const { snapshots } = await h.callerAs(people.viewer).snapshots.list({ planId: plan.planId });
  expect(snapshots.map(({ words }) => words)).toEqual([
    'As at 12 March 2026, taken by hand; words in it were redacted on 12 March 2026',
    'As at 12 March 2026, taken by hand; words in it were redacted on 12 March 2026',
  ]);
});

test('a snapshot that never held the words stays as it is, and a second destruction blanks again', async () => {
  const plan = await h.makePlan();
  const early = await take(plan.planId);
  const one = await h.makeAction(plan, { title: 'Call Ada Brook about the visit' });
  const other = await h.makeAction(plan, { title: 'Write to Ada Brook about the visit' });
  const late = await take(plan.planId);
  await destroyAction(one.id);
  const once = await stored(late.id);
  await destroyAction(other.id);
  const twice = await stored(late.id);
  expect(twice.redactedSha256).not.toBe(once.redactedSha256);
  expect(await textOf(twice)).not.toContain('Ada Brook');
  expect(await stored(early.id)).toMatchObject({ redactedAt: null, redactedSha256: null });
});

test('the new hash stands in the history of the decision', async () => {
  const plan = await h.makePlan();
  const action = await h.makeAction(plan, { title: 'Visit Zebedee Quillfeather' });
  const { id, number } = await take(plan.planId);
  await destroyAction(action.id);
  const { redactedSha256 } = await stored(id);
  const event = await h.db.auditEvent.findFirstOrThrow({
    where: { planId: plan.planId, action: 'redaction.destroy' },
    select: { payload: { select: { body: true } } },
  });
  expect(event.payload?.body).toMatchObject({ after: { snapshots: [{ number, sha256: redactedSha256 }] } });
});

test('a text that was tampered with is not shown', async () => {
  const plan = await h.makePlan();
  const { id } = await take(plan.planId);
  const { body, ...rest } = await h.db.snapshot.findUniqueOrThrow({ where: { id }, select: BODY_SELECT });
  const damaged = new Uint8Array(body);
  damaged[damaged.length - 3] = (damaged[damaged.length - 3] ?? 0) ^ 1;
  await expect(textOf({ ...rest, body: damaged })).rejects.toThrow('does not match its checksum');
  await expect(textOf({ ...rest, body, sha256: 'f'.repeat(64) })).rejects.toThrow('Snapshot 1 is not');
});
