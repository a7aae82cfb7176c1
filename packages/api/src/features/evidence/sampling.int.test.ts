import { drawSample as draw } from '@gt/domain/evidence';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Harness, type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { upload } from './testing.ts';

let h: Harness;
let plan: PlanFixture;
let second: Person;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
  second = await h.makeUser('Quality Assurance Lead, holder 2', ['VERIFIER']);
  const action = await h.makeAction(plan, { teamId: h.teams.fostering });
  for (let number = 1; number <= 6; number += 1) {
    const at = { planId: plan.planId, actionId: action.id };
    const details = number === 6 ? { validUntil: '2026-01-31' } : {};
    const made = await upload(h, h.people.lead, at, { bytes: `sample ${number}`, details });
    const call = { evidenceId: made.evidenceId, version: 1, versionNumber: 1, decision: 'ACCEPTED' as const };
    if (number < 5 || number === 6) await h.callerAs(h.people.verifier).evidence.check(call);
  }
});

const verifier = () => h.callerAs(h.people.verifier).evidence;
const other = () => h.callerAs(second).evidence;

describe('a dip check', () => {
  it('draws accepted and current items by a seed on record, once for each intent', async () => {
    const input = { planId: plan.planId, size: 2, idempotencyKey: newId() };
    const { latest, poolSize } = await verifier().drawSample(input);
    expect(poolSize, 'neither what waits nor what expired').toBe(4);
    expect(latest?.pool).toEqual([1, 2, 3, 4]);
    expect(latest?.rows.map(({ number }) => number)).toEqual(draw([1, 2, 3, 4], 2, latest?.seed ?? ''));
    expect((await verifier().drawSample(input)).latest?.id).toBe(latest?.id);
    expect(await h.db.evidenceSample.count()).toBe(1);
    const event = await h.db.auditEvent.findFirstOrThrow({
      where: { action: 'evidence.drawSample' },
      select: { payload: { select: { body: true } } },
    });
    expect(event.payload?.body).toMatchObject({ after: { seed: latest?.seed, pool: [1, 2, 3, 4] } });
  });

  it('is for somebody else than whoever accepted; upheld it stays accepted, failed it goes back and says so', async () => {
    const { latest } = await other().sample({ planId: plan.planId });
    const [first, last] = latest?.rows ?? [];
    if (!first || !last) throw new Error('two are drawn');
    const of = (row: typeof first) => ({ evidenceId: row.id, version: row.version, versionNumber: 1 });
    expect(first.mayCheck).toEqual({ ok: true });
    const own = (await verifier().sample({ planId: plan.planId })).latest?.rows[0];
    expect(own?.mayCheck).toMatchObject({ ok: false, sentence: expect.stringMatching(/You accepted/) });
    const refused = await problemOf(verifier().checkSample({ ...of(first), decision: 'ACCEPTED' }));
    expect(refused.code).toBe('NOT_ALLOWED');

    await other().checkSample({ ...of(first), decision: 'ACCEPTED' });
    const bare = await problemOf(other().checkSample({ ...of(last), decision: 'RETURNED', reason: 'no' }));
    expect(bare).toMatchObject({ code: 'INVALID', fields: [{ field: 'reason' }] });
    await other().checkSample({ ...of(last), decision: 'RETURNED', reason: 'The list is of another month' });

    const after = (await other().sample({ planId: plan.planId })).latest?.rows;
    expect(after?.map(({ outcome, state }) => [outcome, state])).toEqual([
      ['UPHELD', 'ACCEPTED'],
      ['FAILED', 'RETURNED'],
    ]);
    expect(after?.[1]?.lastCheck).toMatchObject({ isSample: true, reason: 'The list is of another month' });
    const { checks, history } = await other().get({ evidenceId: last.id });
    expect(checks.map(({ isSample, decision }) => [isSample, decision])).toEqual([
      [true, 'RETURNED'],
      [false, 'ACCEPTED'],
    ]);
    expect(history[0]?.words).toBe('returned evidence after a dip check');
    const told = await h.db.notification.count({
      where: { kind: 'EVIDENCE_RETURNED', sourceId: `${last.id}:1` },
    });
    expect(told).toBeGreaterThan(0);
  });

  it('has nothing to draw from a plan without accepted evidence', async () => {
    const empty = await h.makePlan();
    const call = verifier().drawSample({ planId: empty.planId, size: 1, idempotencyKey: newId() });
    expect((await problemOf(call)).message).toMatch(/nothing to draw/);
    expect(await verifier().sample({ planId: empty.planId })).toEqual({ poolSize: 0, latest: null });
  });
});
