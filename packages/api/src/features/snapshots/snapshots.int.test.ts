import { createHash } from 'node:crypto';
import { type IsoDate, isoDate } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { canonicalJson } from '@gt/domain/audit';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemScope } from '../../core/guard.ts';
import { type Harness, type PlanFixture, startHarness, TODAY } from '../../testing/harness.ts';
import { latestSnapshot, loadSnapshot } from './load-snapshot.ts';
import { type SnapshotTaking, takeSnapshot } from './take-snapshot.ts';

let h: Harness;
let plan: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
});

const scopeOn = (today: IsoDate = TODAY) => systemScope(h.people.lead, h.ctxAs(h.people.lead, today));

function take(more: Partial<SnapshotTaking> = {}, today: IsoDate = TODAY) {
  const of = { planId: plan.planId, cause: 'BY_HAND' as const, ...more };
  return inTransaction(h.db, (tx) => takeSnapshot(tx, scopeOn(today), of));
}

describe('taking', () => {
  test('keeps every action, recommendation and measure with its colours as they are', async () => {
    plan = await h.makePlan();
    await h.makeAction(plan, {
      teamId: h.teams.fostering,
      ownerPostId: h.posts.headOfFostering,
      leadPostId: h.posts.headOfPermanence,
      partnerTeamId: h.teams.police,
      status: 'IN_PROGRESS',
      declaredRag: 'AMBER',
      ragReason: 'Two panels were put off',
      ragDeclaredAt: new Date('2026-02-20T09:00:00Z'),
      dueDate: new Date('2026-03-06'),
      priority: 'HIGH',
    });
    const { id, number } = await take();
    expect(number).toBe(1);
    const content = await loadSnapshot(h.db, scopeOn(), id);
    expect(content).toMatchObject({
      formatVersion: 2,
      plan: { id: plan.planId, name: 'Northmoor ILACS plan', councilName: 'Northmoor Council' },
      asAt: '2026-03-12',
      takenAt: '2026-03-12T10:00:00.000Z',
      cause: 'BY_HAND',
      review: null,
      measures: [],
      decisions: [],
      dateRequests: [],
    });
    expect(content.recommendations.map(({ reference, evidence }) => `${reference} ${evidence}`)).toEqual([
      'R1 No evidence yet',
      'R2 No evidence yet',
    ]);
    expect(content.actions).toEqual([
      expect.objectContaining({
        reference: 'R1.A1',
        title: 'Recruit twelve mainstream foster carers',
        team: 'Fostering',
        ownerPost: 'Head of Fostering',
        owner: 'Head of Fostering, holder 1',
        leadPost: 'Head of Permanence',
        partner: 'Police',
        priority: 'HIGH',
        rag: 'AMBER',
        ragReason: 'Two panels were put off',
        ragSince: '2026-02-20',
        calculatedRag: 'RED',
        calculatedReasons: ['6 days past its due date of 6 March 2026'],
        startDate: '2026-02-02',
        originalDueDate: '2026-04-30',
        dueDate: '2026-03-06',
        timesMoved: 0,
        dateAgreedBy: '',
        lastUpdate: null,
        milestones: { total: 0, done: 0, late: 0 },
      }),
    ]);
  });

  test('of an empty plan is a snapshot too', async () => {
    plan = await h.makePlan();
    const { id } = await take();
    const content = await loadSnapshot(h.db, scopeOn(), id);
    expect(content.actions).toEqual([]);
  });

  test('two at once both succeed, with numbers of their own', async () => {
    plan = await h.makePlan();
    await h.makeAction(plan);
    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    expect((await latestSnapshot(h.db, scopeOn(), plan.planId))?.number).toBe(3);
  });
});

test('what is opened weeks and many changes later is, byte for byte, what was frozen', async () => {
  plan = await h.makePlan();
  const action = await h.makeAction(plan, { status: 'IN_PROGRESS', declaredRag: 'GREEN' });
  const { id, sha256 } = await take();
  const before = await h.db.snapshot.findUniqueOrThrow({ where: { id } });
  await h.db.action.update({
    where: { id: action.id },
    data: { title: 'Something else altogether', declaredRag: 'RED', dueDate: new Date('2026-08-01') },
  });
  await h.db.plan.update({ where: { id: plan.planId }, data: { name: 'Another name', silentDays: 1 } });
  const later = isoDate('2026-04-23');
  await take({}, later);
  const after = await h.db.snapshot.findUniqueOrThrow({ where: { id } });
  expect(Buffer.from(after.body).equals(Buffer.from(before.body))).toBe(true);
  expect(after).toEqual(before);
  const content = await loadSnapshot(h.db, scopeOn(later), id);
  expect(content.plan.name).toBe('Northmoor ILACS plan');
  expect(content.actions[0]).toMatchObject({
    title: 'Recruit twelve mainstream foster carers',
    rag: 'GREEN',
    dueDate: '2026-04-30',
  });
  expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(sha256);
});
