import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Harness, type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

let h: Harness;
let plan: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
});

const words = {
  whatHappened: 'Four households attended the first evening',
  difference: 'Too soon to see a difference for children',
  inTheWay: 'No assessor until April',
  next: 'Second evening on 24 March',
  rag: 'AMBER' as const,
  ragReason: 'No assessor until April',
  percentComplete: 30,
};
const post = (person: Person, at: { id: string; version: number }, more: Record<string, unknown> = {}) =>
  h.callerAs(person).updates.create({
    actionId: at.id,
    version: at.version,
    ...words,
    idempotencyKey: newId(),
    ...more,
  });
const fosteringAction = (more: Record<string, unknown> = {}) =>
  h.makeAction(plan, { teamId: h.teams.fostering, ownerPostId: h.posts.fosteringOfficer, ...more });

describe('posting an update', () => {
  it('begins the action, sets rating and percent, and stays as it was written', async () => {
    const action = await fosteringAction();
    const made = await post(h.people.contributor, action);
    expect(made.update).toMatchObject({
      ...words,
      author: { name: 'Fostering Officer, holder 1' },
      onBehalfOf: null,
      createdAt: '2026-03-12T10:00:00.000Z',
    });
    const caller = h.callerAs(h.people.contributor);
    expect(await caller.actions.get({ actionId: action.id })).toMatchObject({
      status: 'IN_PROGRESS',
      declaredRag: 'AMBER',
      ragReason: 'No assessor until April',
      percentComplete: 30,
      lastUpdateAt: '2026-03-12T10:00:00.000Z',
      updateCount: 1,
      weeksAtColour: 1,
      version: made.action.version,
    });
    const { updates, total } = await caller.updates.list({ actionId: action.id });
    expect(total).toBe(1);
    expect(updates[0]).toEqual(made.update);
    const { entries } = await caller.actions.history({ actionId: action.id });
    expect(entries[0]).toMatchObject({ words: 'posted an update', who: 'Fostering Officer, holder 1' });
    expect(entries[0]?.changes).toContainEqual({ field: 'Rating', from: 'Not rated', to: 'At risk' });
    expect(entries[0]?.changes).toContainEqual({
      field: 'What happened',
      from: '',
      to: words.whatHappened,
    });
  });

  it('names the owner for whom a manager writes', async () => {
    const made = await post(h.people.manager, await fosteringAction());
    expect(made.update).toMatchObject({
      author: { name: 'Head of Fostering, holder 1' },
      onBehalfOf: { name: 'Fostering Officer, holder 1' },
    });
  });

  it('gives one update for one intent', async () => {
    const action = await fosteringAction();
    const idempotencyKey = newId();
    const made = await Promise.all(
      Array.from({ length: 6 }, () => post(h.people.contributor, action, { idempotencyKey })),
    );
    made.push(await post(h.people.contributor, action, { idempotencyKey }));
    expect(new Set(made.map((item) => item.update.id)).size).toBe(1);
    expect(await h.db.progressUpdate.count({ where: { actionId: action.id } })).toBe(1);
  });

  it('lets one of 50 racers win and keeps nothing of the others', async () => {
    const action = await fosteringAction();
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () => post(h.people.contributor, action)),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const problems = await Promise.all(
      results.flatMap((result) =>
        result.status === 'rejected' ? [problemOf(Promise.reject(result.reason))] : [],
      ),
    );
    expect(problems.every((problem) => problem.code === 'CONFLICT')).toBe(true);
    expect(problems[0]?.current).toMatchObject({
      changedBy: 'Fostering Officer, holder 1',
      values: { percentComplete: 30, declaredRag: 'AMBER' },
    });
    expect(await h.db.progressUpdate.count({ where: { actionId: action.id } })).toBe(1);
    expect(await h.db.idempotencyKey.count({ where: { operation: 'update.create' } })).toBeGreaterThan(0);
  });

  it('asks what happened, and why a rating is amber', async () => {
    const problem = await problemOf(
      post(h.people.contributor, await fosteringAction(), { whatHappened: ' ', ragReason: '' }),
    );
    expect(problem.fields).toEqual([
      { field: 'whatHappened', message: 'Enter what happened since the last update' },
      { field: 'ragReason', message: 'Say why the action is at risk' },
    ]);
  });

  it('is for owners, supporters and managers of the team', async () => {
    const action = await fosteringAction();
    for (const person of [h.people.otherManager, h.people.verifier, h.people.viewer]) {
      expect((await problemOf(post(person, action))).code).toBe('NOT_ALLOWED');
    }
    expect((await problemOf(post(h.people.partner, action))).code).toBe('NOT_FOUND');
    const theirs = await h.makeAction(plan, { partnerTeamId: h.teams.police });
    expect((await post(h.people.partner, theirs)).update.author.name).toBe(
      'Police Partnership Lead, holder 1',
    );
    const partner = h.callerAs(h.people.partner);
    expect((await problemOf(partner.updates.list({ actionId: action.id }))).code).toBe('NOT_FOUND');
  });

  it('can put right an update of the same action only', async () => {
    const action = await fosteringAction();
    const first = await post(h.people.contributor, action);
    const other = await fosteringAction();
    const wrong = await problemOf(post(h.people.contributor, other, { correctsId: first.update.id }));
    expect(wrong.fields?.[0]?.field).toBe('correctsId');
    const second = await post(
      h.people.contributor,
      { id: action.id, version: first.action.version },
      { correctsId: first.update.id },
    );
    expect(second.update.correctsId).toBe(first.update.id);
  });
});
