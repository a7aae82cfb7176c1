import { isoDate } from '@gt/contracts/words';
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
});

const listOf = async (actionId: string) =>
  (await h.callerAs(h.people.contributor).updates.list({ actionId })).updates;
const actionOf = (actionId: string) => h.callerAs(h.people.contributor).actions.get({ actionId });

describe('nothing changed', () => {
  const because = { ...words, whatHappened: 'Panel sits in April', difference: '', next: '', inTheWay: '' };

  it('is an update that keeps rating, reason and percent, and ends the silence', async () => {
    const action = await fosteringAction({ status: 'IN_PROGRESS' });
    const first = await post(h.people.contributor, action);
    const made = await post(
      h.people.contributor,
      { id: action.id, version: first.action.version },
      { ...because, ragReason: '', nothingChanged: true },
    );
    expect(made.update).toMatchObject({ nothingChanged: true, rag: 'AMBER', ragReason: words.ragReason });
    expect(await actionOf(action.id)).toMatchObject({
      declaredRag: 'AMBER',
      ragReason: words.ragReason,
      percentComplete: 30,
      updateCount: 2,
    });
  });

  it('is said of what has not begun, which does not begin by it', async () => {
    const action = await fosteringAction();
    const none = { rag: 'NONE' as const, percentComplete: 0, ragReason: '', nothingChanged: true };
    await post(h.people.contributor, action, { ...because, ...none });
    const row = await actionOf(action.id);
    expect(row).toMatchObject({ status: 'NOT_STARTED', declaredRag: 'NONE', percentComplete: 0 });
    expect(row.lastUpdateAt).toBe('2026-03-12T10:00:00.000Z');
  });

  it('cannot change the colour or the percent on the way', async () => {
    const action = await fosteringAction({ declaredRag: 'GREEN', percentComplete: 10 });
    const problem = await problemOf(
      post(h.people.contributor, action, { ...because, nothingChanged: true, ragReason: '' }),
    );
    expect(problem.fields?.map(({ field }) => field)).toEqual(['rag', 'percentComplete']);
  });
});

describe('how much an update repeats the one before', () => {
  it('is worked out here and kept: none for a first, 100 for the same words, and no client may say it', async () => {
    const action = await fosteringAction();
    const first = await post(h.people.contributor, action, { sameAsLast: 3 });
    expect(first.update.sameAsLast).toBeNull();
    const second = await post(h.people.manager, { id: action.id, version: first.action.version });
    expect(second.update.sameAsLast).toBe(100);
    const third = await post(
      h.people.contributor,
      { id: action.id, version: second.action.version },
      { whatHappened: 'Nine households came', difference: '', inTheWay: '', next: 'Visit each of them' },
    );
    expect(third.update.sameAsLast).toBe(0);
  });

  it('a correction is measured against what stood before the words that it puts right', async () => {
    const action = await fosteringAction();
    const first = await post(h.people.contributor, action);
    const second = await post(
      h.people.contributor,
      { id: action.id, version: first.action.version },
      { whatHappened: 'Nine households came', difference: '', inTheWay: '', next: '' },
    );
    const right = await post(
      h.people.contributor,
      { id: action.id, version: second.action.version },
      { correctsId: second.update.id },
    );
    expect(right.update.sameAsLast).toBe(100);
  });
});

describe('putting an update right', () => {
  it('is for an update of the same action', async () => {
    const first = await post(h.people.contributor, await fosteringAction());
    const other = await fosteringAction();
    const wrong = await problemOf(post(h.people.contributor, other, { correctsId: first.update.id }));
    expect(wrong.fields?.[0]?.field).toBe('correctsId');
  });

  it('shows the later words in the place of the wrong ones, which stay beneath; corrections chain', async () => {
    const action = await fosteringAction();
    const at = { id: action.id, version: action.version };
    const send = async (more: Record<string, unknown>, person = h.people.contributor) => {
      const made = await post(person, at, more);
      at.version = made.action.version;
      return made.update;
    };
    const wrong = await send({ whatHappened: 'Fourteen households came' });
    const later = await send({ whatHappened: 'Panel sat', rag: 'GREEN', ragReason: 'An assessor came' });
    await send({ whatHappened: 'Four households came', correctsId: wrong.id, percentComplete: 90 });
    // The old words are named once more: it is the newest that are put right.
    const right = await send(
      { whatHappened: 'Five households came', correctsId: wrong.id },
      h.people.manager,
    );
    const shown = await listOf(action.id);
    expect(shown.map(({ id }) => id)).toEqual([later.id, right.id]);
    expect(shown[1]).toMatchObject({
      author: { name: 'Head of Fostering, holder 1' },
      firstPostedAt: wrong.createdAt,
      replaced: [{ whatHappened: 'Four households came' }, { whatHappened: 'Fourteen households came' }],
    });
    expect(await actionOf(action.id)).toMatchObject({
      // An account that others follow changes nothing of the action.
      declaredRag: 'GREEN',
      percentComplete: 30,
      updateCount: 2,
    });
    const found = async (q: string) =>
      (await h.callerAs(h.people.lead).actions.search({ q, planId: plan.planId })).items.map(({ id }) => id);
    expect(await found('fourteen')).not.toContain(action.id);
    expect(await found('five households')).toContain(action.id);
  });

  it('puts right what the wrong words had set, and not what somebody has set since', async () => {
    const action = await fosteringAction();
    const wrong = await post(h.people.contributor, action, { percentComplete: 80 });
    const right = await post(
      h.people.contributor,
      { id: action.id, version: wrong.action.version },
      { correctsId: wrong.update.id, rag: 'RED', ragReason: 'No panel before May', percentComplete: 8 },
    );
    expect(await actionOf(action.id)).toMatchObject({ declaredRag: 'RED', percentComplete: 8 });
    const declared = await h.callerAs(h.people.lead).actions.declareRag({
      actionId: action.id,
      version: right.action.version,
      declaredRag: 'GREEN',
      ragReason: 'The panel was brought forward',
    });
    await post(
      h.people.contributor,
      { id: action.id, version: declared.version },
      { correctsId: right.update.id, rag: 'AMBER', percentComplete: 9 },
    );
    expect(await actionOf(action.id)).toMatchObject({ declaredRag: 'GREEN', percentComplete: 9 });
  });

  it('ends no silence', async () => {
    const action = await fosteringAction();
    const wrong = await post(h.people.contributor, action);
    await h.callerAs(h.people.contributor, isoDate('2026-03-20')).updates.create({
      actionId: action.id,
      version: wrong.action.version,
      ...words,
      correctsId: wrong.update.id,
      idempotencyKey: newId(),
    });
    expect((await actionOf(action.id)).lastUpdateAt).toBe('2026-03-12T10:00:00.000Z');
  });
});
