import type { AgendaItem, ReviewChangesOut } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordAudit } from '../../core/audit.ts';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { newsFor } from '../live/news-for.ts';
import { QUIET, reviewsOf } from './reviews.fixture.ts';

const h = await startHarness();
const { lead, manager, contributor, viewer, partner, administrator } = h.people;
const { open } = reviewsOf(h);
const caller = h.callerAs(lead);
const follower = h.callerAs(contributor);

let plan: PlanFixture;
let reviewId: string;
let first: AgendaItem;
let second: AgendaItem;
let cursor: string;
beforeEach(async () => {
  plan = await h.makePlan();
  for (let n = 0; n < 2; n += 1)
    await h.makeAction(plan, { ...QUIET, declaredRag: 'RED', ragReason: 'Late.' });
  const review = await open(plan);
  [first, second] = review.agenda as [AgendaItem, AgendaItem];
  reviewId = review.id;
  // Whatever the opening itself left in sight is answered once.
  cursor = (await follower.reviews.changes({ reviewId, since: review.cursor })).cursor;
});

const changes = (since = cursor) => follower.reviews.changes({ reviewId, since });
const changed = ({ agenda, isWhole }: ReviewChangesOut) => [isWhole, agenda.map(({ id }) => id)];

describe('what followers are told since a moment', () => {
  test('nothing when nothing happened, and the same head', async () => {
    expect(changed(await changes())).toEqual([false, []]);
  });

  test('the item that somebody types in, the step of the chair, and who has the chair', async () => {
    await caller.reviews.saveItem({ itemId: first.id, version: 1, note: 'Two carers' });
    const typed = await changes();
    expect(changed(typed)).toEqual([false, [first.id]]);
    expect(typed.agenda[0]?.note).toBe('Two carers');
    await caller.reviews.goTo({ reviewId, itemId: second.id });
    const walked = await changes(typed.cursor);
    expect(walked.currentItemId).toBe(second.id);
    expect(changed(walked)).toEqual([false, []]);
  });

  test('an action that its owner rates in another window, or updates', async () => {
    await h.callerAs(lead).actions.declareRag({
      ...{ actionId: second.actionId ?? '', version: second.actionVersion ?? 0 },
      ...{ declaredRag: 'AMBER', ragReason: 'A new carer came.' },
    });
    const rated = await changes();
    expect(changed(rated)).toEqual([false, [second.id]]);
    expect(rated.agenda[0]).toMatchObject({ rag: 'AMBER', actionVersion: (second.actionVersion ?? 0) + 1 });
    await caller.updates.create({
      ...{
        actionId: first.actionId ?? '',
        version: first.actionVersion ?? 0,
        whatHappened: 'Four carers came.',
      },
      ...{ difference: 'None yet.', inTheWay: 'Nothing.', next: 'Train them.', percentComplete: 30 },
      ...{ rag: 'RED', ragReason: 'Late.', idempotencyKey: newId() },
    });
    expect(changed(await changes(rated.cursor))).toEqual([false, [first.id]]);
  });

  test('the whole agenda when its order or what is on it changed, and after it was frozen', async () => {
    const action = await h.makeAction(plan, QUIET);
    await caller.reviews.addItem({ reviewId, actionId: action.id });
    const added = await changes();
    expect([added.isWhole, added.agenda.length]).toEqual([true, 3]);
    await caller.reviews.freeze({ reviewId, version: added.version });
    const frozen = await changes(added.cursor);
    expect(frozen).toMatchObject({ isWhole: true, state: 'FROZEN' });
    expect(changed(await changes(frozen.cursor))).toEqual([false, []]);
  });

  test('a mark that this database never gave, as after it was brought back from a copy, gives the whole', async () => {
    for (const mark of ['900000000000000000:900000000000000000:', '1', '5:3:', '3:9:7,5', '3:9:12', ':,']) {
      expect((await changes(mark)).isWhole).toBe(true);
    }
  });

  test('what was under way when somebody asked is told the next time, though later work was kept sooner', async () => {
    const held = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const slow = inTransaction(h.db, async (tx) => {
      await tx.reviewItem.update({
        where: { id: first.id },
        data: { note: 'Slow.', version: { increment: 1 } },
      });
      await tx.action.update({ where: { id: second.actionId ?? '' }, data: { declaredRag: 'AMBER' } });
      await recordAudit(tx, guard(h.ctxAs(lead), 'review.read'), {
        ...{ action: 'action.declareRag', entityType: 'ACTION', entityId: second.actionId ?? '' },
        planId: plan.planId,
      });
      written.resolve();
      await held.promise;
    });
    await written.promise;
    // Drawn later, kept sooner: an id or a clock would hide the slow one behind it.
    const quick = await caller.reviews.addItem({ reviewId, actionId: (await h.makeAction(plan, QUIET)).id });
    const between = await changes();
    expect(between.agenda.find(({ id }) => id === first.id)?.note).toBe('');
    expect(between.agenda.map(({ id }) => id)).toContain(quick.item.id);
    held.resolve();
    await slow;
    const after = await changes(between.cursor);
    expect(after.agenda.find(({ id }) => id === first.id)?.note).toBe('Slow.');
    expect(after.agenda.find(({ id }) => id === second.id)?.rag).toBe('AMBER');
    // And it is told once the mark has passed it, not for ever.
    expect(changed(await changes(after.cursor))).toEqual([false, []]);
  });

  test('at most six statements, whatever the agenda', async () => {
    const few = await statements(() => changes());
    await caller.reviews.saveItem({ itemId: first.id, version: 1, note: 'Two carers' });
    expect(await statements(() => changes())).toBeLessThanOrEqual(6);
    expect(few).toBeLessThanOrEqual(6);
  });
});

/** Statements run by `work`, counted where the client hands them to the driver. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const db = h.db as unknown as { $queryRaw: (...args: unknown[]) => unknown };
  const asked = db.$queryRaw;
  let count = 0;
  db.$queryRaw = (...args) => {
    count += 1;
    return asked.apply(h.db, args);
  };
  try {
    await work();
  } finally {
    db.$queryRaw = asked;
  }
  return count;
}

describe('who hears that something of a review changed', () => {
  const change = () => ({
    ...{ kind: 'records' as const, planId: plan.planId, actorId: lead.userId, actorName: lead.userName },
    records: [{ entityType: 'REVIEW', entityId: reviewId }],
  });
  test.each([
    ['whoever reads reviews', () => viewer, true],
    ['whoever did it, in their other windows', () => lead, true],
    ['a contributor', () => contributor, true],
    ['a manager of another team', () => manager, true],
    ['no partner', () => partner, false],
    ['no administrator', () => administrator, false],
  ])('%s', async (_, person, hears) => {
    const news = await newsFor(h.db, guard(h.ctxAs(person()), 'account.self'), change());
    expect(news?.kinds ?? null).toEqual(hears ? ['REVIEW'] : null);
  });
});
