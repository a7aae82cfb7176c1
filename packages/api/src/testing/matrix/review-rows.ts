import { isoDate } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import { TODAY } from '../harness.ts';
import type { Cell, Column, ProcedureRow, RowRules } from './matrix-row.ts';
import { LEAD, LEAD_AND_MANAGER, PLAN_READERS } from './who.ts';

/** Of what the review is: any is the whole plan, own is Fostering's, other Permanence's, mine one that is chaired by whoever asks. */
const CHAIRS: readonly Column[] = ['lead', 'manager', 'viewer'];
const reading: RowRules['may'] = { any: PLAN_READERS, own: PLAN_READERS, other: PLAN_READERS };
const running: RowRules['may'] = {
  any: LEAD,
  own: LEAD_AND_MANAGER,
  other: LEAD,
  mine: LEAD,
};
const writing: RowRules['may'] = { any: LEAD, own: LEAD_AND_MANAGER, other: LEAD, mine: CHAIRS };
const TYPED = 'words as they are typed stand in the history when the item is recorded, or the review frozen';
const STEPS = 'a step of the chair is no part of the record';

const teamOf = ({ world, on }: Cell) => {
  if (on === 'own') return world.teams.fostering;
  return on === 'other' ? world.teams.permanence : null;
};

type Made = { reviewId: string; version: number; planId: string; recommendationId: string };

/** A fresh review in a plan of its own, as only one of a scope is open at a time. */
async function aReview(cell: Cell, state: 'PREPARED' | 'OPEN' | 'FROZEN'): Promise<Made> {
  const { world, on, person } = cell;
  const { planId, recommendationIds } = await world.makePlan();
  const isMine = on === 'mine';
  const chairId = isMine ? person.userId : world.people.lead.userId;
  const { id } = await world.db.review.create({
    data: {
      planId,
      number: 1,
      teamId: teamOf(cell),
      heldOn: new Date(TODAY),
      state: 'PREPARED',
      attendances: isMine
        ? { create: { userId: person.userId, name: person.userName, attendance: 'PRESENT' } }
        : {},
      items: {
        create: {
          section: 'ADDED',
          sections: ['ADDED'],
          position: 1,
          actionId: await anAction(cell, planId),
        },
      },
    },
    select: { id: true },
  });
  await world.db.plan.update({ where: { id: planId }, data: { nextReviewNumber: 2 } });
  const frozen = state === 'FROZEN' ? { frozenAt: new Date(`${TODAY}T09:00:00Z`), frozenById: chairId } : {};
  if (state !== 'PREPARED') {
    await world.db.review.update({
      where: { id },
      data: { state, chairId, openedAt: new Date(`${TODAY}T08:00:00Z`), ...frozen },
    });
  }
  return { reviewId: id, version: 1, planId, recommendationId: recommendationIds[0] ?? '' };
}

async function anAction({ world }: Cell, planId: string): Promise<string> {
  const recommendation = await world.db.recommendation.findFirstOrThrow({ where: { planId } });
  const fixture = { planId, inspectionId: '', clockId: '', recommendationIds: [recommendation.id] };
  return (await world.makeAction(fixture)).id;
}

async function itemOf({ world }: Cell, reviewId: string): Promise<{ itemId: string; version: number }> {
  const item = await world.db.reviewItem.findFirstOrThrow({ where: { reviewId } });
  return { itemId: item.id, version: item.version };
}

const about =
  (state: Parameters<typeof aReview>[1], more: object = {}) =>
  async (cell: Cell) => {
    const { reviewId, version } = await aReview(cell, state);
    return { reviewId, version, ...more };
  };
const aboutItem =
  (more: object = {}) =>
  async (cell: Cell) => ({ ...(await itemOf(cell, (await aReview(cell, 'OPEN')).reviewId)), ...more });

const aboutDecision =
  (more: object = {}) =>
  async (cell: Cell) => {
    const { reviewId, planId } = await aReview(cell, 'OPEN');
    const by = cell.world.people.lead.userId;
    const { id } = await cell.world.db.reviewDecision.create({
      data: { planId, reviewId, number: 1, text: 'Ask the board.', createdById: by },
      select: { id: true },
    });
    return { decisionId: id, version: 1, ...more };
  };

export const REVIEW_ROWS: readonly ProcedureRow[] = [
  { path: 'reviews.list', may: { any: PLAN_READERS }, input: ({ world }) => ({ planId: world.plan.planId }) },
  { path: 'reviews.get', may: reading, input: about('OPEN') },
  { path: 'reviews.changes', may: reading, input: about('OPEN', { since: '1' }) },
  {
    path: 'reviews.item',
    may: reading,
    input: async (cell) => {
      const { reviewId } = await aReview(cell, 'OPEN');
      return { reviewId, ...(await itemOf(cell, reviewId)) };
    },
  },
  {
    path: 'reviews.prepare',
    may: { any: LEAD, own: LEAD_AND_MANAGER, other: LEAD },
    input: async (cell) => ({
      planId: (await cell.world.makePlan()).planId,
      teamId: teamOf(cell),
      heldOn: TODAY,
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'reviews.edit',
    may: running,
    input: about('PREPARED', { heldOn: isoDate('2026-03-19'), startTime: '09:30', minutesPlanned: 90 }),
  },
  { path: 'reviews.cancel', may: running, input: about('PREPARED', { reason: 'Everybody is on leave.' }) },
  { path: 'reviews.open', may: running, input: about('PREPARED') },
  {
    path: 'reviews.goTo',
    may: { any: LEAD, own: LEAD, other: LEAD, mine: CHAIRS },
    leavesNoAudit: STEPS,
    input: async (cell) => {
      const { reviewId } = await aReview(cell, 'OPEN');
      return { reviewId, itemId: (await itemOf(cell, reviewId)).itemId };
    },
  },
  {
    path: 'reviews.setChair',
    may: { any: LEAD, own: LEAD_AND_MANAGER, other: LEAD, mine: CHAIRS },
    // On "mine" the chair gives it to the lead, else whoever asks takes it.
    leavesNoAudit: 'whoever has the chair already changes nothing by taking it',
    input: async (cell) => {
      const { reviewId } = await aReview(cell, 'OPEN');
      const { people } = cell.world;
      return { reviewId, userId: cell.on === 'mine' ? people.lead.userId : cell.person.userId };
    },
  },
  {
    path: 'reviews.reorder',
    may: writing,
    input: async (cell) => {
      const { reviewId, version } = await aReview(cell, 'OPEN');
      return { reviewId, version, itemIds: [(await itemOf(cell, reviewId)).itemId] };
    },
  },
  {
    path: 'reviews.addItem',
    may: writing,
    input: async (cell) => {
      const { reviewId, planId } = await aReview(cell, 'OPEN');
      return { reviewId, actionId: await anAction(cell, planId) };
    },
  },
  { path: 'reviews.removeItem', may: writing, input: aboutItem() },
  {
    path: 'reviews.saveItem',
    may: writing,
    leavesNoAudit: TYPED,
    input: aboutItem({ note: 'Two carers wi' }),
  },
  {
    path: 'reviews.record',
    may: writing,
    input: aboutItem({ note: 'Two carers withdrew.', state: 'DONE' }),
  },
  {
    path: 'reviews.decide',
    may: writing,
    input: async (cell) => ({
      reviewId: (await aReview(cell, 'OPEN')).reviewId,
      text: 'Ask the board.',
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'reviews.editDecision',
    may: writing,
    input: aboutDecision({ text: 'Ask the board twice.', ownerPostId: null, dueDate: null }),
  },
  {
    path: 'reviews.settleDecision',
    may: writing,
    input: aboutDecision({ state: 'DONE', note: 'The board agreed.' }),
  },
  {
    path: 'reviews.setAttendance',
    may: writing,
    input: async (cell) => {
      const { reviewId, version } = await aReview(cell, 'OPEN');
      const { userId, userName } = cell.on === 'mine' ? cell.person : cell.world.people.lead;
      const chair = { userId, name: userName, attendance: 'PRESENT' };
      return {
        reviewId,
        version,
        attendances: [chair, { userId: null, name: 'Head teacher', attendance: 'PRESENT' }],
      };
    },
  },
  {
    path: 'reviews.saveSummary',
    may: writing,
    leavesNoAudit: TYPED,
    input: about('OPEN', { summary: 'Fostering goes well.' }),
  },
  { path: 'reviews.freeze', may: running, input: about('OPEN') },
  {
    path: 'reviews.correct',
    may: running,
    input: async (cell) => ({
      reviewId: (await aReview(cell, 'FROZEN')).reviewId,
      text: 'The panel was on Tuesday.',
      idempotencyKey: newId(),
    }),
  },
];
