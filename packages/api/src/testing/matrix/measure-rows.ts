import { isoDate } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow, RowRules } from './matrix-row.ts';
import { LEAD, LEAD_AND_MANAGER, NOBODY, PLAN_READERS } from './who.ts';

const REASON = 'It counts the wrong households.';
/** Whose measure: own is the contributor's post, team the manager's own, other another team's. */
const OWNERS = { own: 'fosteringOfficer', team: 'headOfFostering', other: 'headOfPermanence' } as const;

const reading: RowRules['may'] = { own: PLAN_READERS, other: PLAN_READERS };
const editing: RowRules['may'] = { own: LEAD_AND_MANAGER, team: LEAD_AND_MANAGER, other: LEAD };
const entering: RowRules['may'] = {
  own: ['lead', 'manager', 'contributor'],
  team: LEAD_AND_MANAGER,
  other: LEAD,
};

const facts = {
  name: 'Approved foster carers',
  definition: 'Households approved on the last day of the month.',
  unit: 'households',
  direction: 'HIGHER_IS_BETTER',
  baseline: 210,
  baselineDate: isoDate('2025-03-31'),
  target: 240,
  targetDate: isoDate('2027-03-31'),
  frequency: 'MONTHLY',
} as const;

/** Those who read the whole plan and may ask for destruction. */
const ASKERS = ['lead', 'manager', 'contributor', 'verifier'] as const;

const ownerOf = ({ world, on }: Cell) => world.posts[OWNERS[on as keyof typeof OWNERS] ?? 'fosteringOfficer'];

/** A fresh measure of that kind with one figure of 31 January 2026. */
export async function aMeasure(
  cell: Cell,
  more: { name?: string; comment?: string; isRemoved?: boolean } = {},
) {
  const { db, plan, people } = cell.world;
  const by = people.otherManager.userId;
  const { nextMeasureNumber } = await db.plan.update({
    where: { id: plan.planId },
    data: { nextMeasureNumber: { increment: 1 } },
    select: { nextMeasureNumber: true },
  });
  const row = await db.measure.create({
    data: {
      planId: plan.planId,
      recommendationId: plan.recommendationIds[0] ?? '',
      number: nextMeasureNumber - 1,
      ...facts,
      name: more.name ?? facts.name,
      baselineDate: new Date(facts.baselineDate),
      targetDate: new Date(facts.targetDate),
      ownerPostId: ownerOf(cell),
      createdById: by,
      changedById: by,
      deletedAt: more.isRemoved ? new Date() : null,
      points: {
        create: { date: new Date('2026-01-31'), value: 219, comment: more.comment ?? '', enteredById: by },
      },
    },
    select: { id: true, number: true, version: true, points: { select: { id: true } } },
  });
  return { measureId: row.id, number: row.number, version: row.version, pointId: row.points[0]?.id ?? '' };
}

const about =
  (more: object = {}) =>
  async (cell: Cell) => {
    const { measureId, version } = await aMeasure(cell);
    return { measureId, version, ...more };
  };
const aboutPlan = ({ world }: Cell) => ({ planId: world.plan.planId });

/** The right is that of planning the action, whoever owns the measure. */
const aLink = (isThere: boolean) => async (cell: Cell) => {
  const { measureId } = await aMeasure({ ...cell, on: 'other' });
  const actionId = (await cell.world.action(cell.on)).id;
  if (isThere) await cell.world.db.actionMeasure.create({ data: { measureId, actionId } });
  return { measureId, actionId };
};
const linking: RowRules['may'] = {
  own: LEAD_AND_MANAGER,
  team: LEAD_AND_MANAGER,
  supported: LEAD,
  other: LEAD,
};

const text = 'Nov 2025\t214\nDec 2025\t216';

const COMMENTERS = ['lead', 'manager', 'contributor', 'verifier'] as const;

/** A comment on a figure: one's own, or somebody else's. */
async function aComment(cell: Cell, deletedAt: Date | null = null) {
  const { measureId } = await aMeasure(cell);
  const authorId = cell.on === 'mine' ? cell.person.userId : cell.world.people.otherManager.userId;
  const row = await cell.world.db.measureComment.create({
    data: { measureId, date: new Date('2026-01-31'), body: 'Two sites merged.', authorId, deletedAt },
    select: { id: true },
  });
  return { commentId: row.id };
}

/** A measure with figures on both sides of a step. */
async function aSplit(cell: Cell) {
  const { measureId } = await aMeasure(cell);
  await cell.world.db.measurePoint.create({
    data: { measureId, date: new Date('2026-02-28'), value: 240, enteredById: cell.world.people.lead.userId },
    select: { id: true },
  });
  return { measureId, date: '2026-02-28' };
}

const aServed = (isThere: boolean) => async (cell: Cell) => {
  const { measureId } = await aMeasure(cell);
  const recommendationId = cell.world.plan.recommendationIds[1] ?? '';
  if (isThere) await cell.world.db.measureServes.create({ data: { measureId, recommendationId } });
  return { measureId, recommendationId };
};

const IN_FULL: readonly ProcedureRow[] = [
  {
    path: 'measures.addStandards',
    may: editing,
    input: (cell) => ({
      recommendationId: cell.world.plan.recommendationIds[0],
      keys: ['re-referrals-12-months', 'caseload-mean'],
      ownerPostId: ownerOf(cell),
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'measures.planTrajectory',
    may: editing,
    input: about({ planned: [{ date: '2026-03-31', value: 225 }] }),
  },
  {
    path: 'measures.addStep',
    may: editing,
    input: async (cell) => ({ ...(await aSplit(cell)), reason: REASON, idempotencyKey: newId() }),
  },
  {
    path: 'measures.removeStep',
    may: editing,
    input: async (cell) => {
      const { measureId } = await aSplit(cell);
      const step = { measureId, date: new Date('2026-02-28'), reason: REASON };
      const row = await cell.world.db.measureStep.create({
        data: { ...step, createdById: cell.world.people.lead.userId },
        select: { id: true },
      });
      return { stepId: row.id };
    },
  },
  { path: 'measures.servable', may: { any: LEAD_AND_MANAGER }, input: about() },
  { path: 'measures.serve', may: editing, input: aServed(false) },
  { path: 'measures.leave', may: editing, input: aServed(true) },
  {
    path: 'measures.comment',
    may: { own: COMMENTERS, other: COMMENTERS },
    input: async (cell) => ({
      measureId: (await aMeasure(cell)).measureId,
      date: '2026-01-31',
      body: 'Two sites merged.',
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'measures.removeComment',
    may: { mine: COMMENTERS, other: NOBODY },
    input: (cell) => aComment(cell),
  },
  {
    path: 'measures.restoreComment',
    may: { mine: COMMENTERS, other: NOBODY },
    input: (cell) => aComment(cell, new Date()),
  },
];

export const MEASURE_ROWS: readonly ProcedureRow[] = [
  ...IN_FULL,
  { path: 'measures.list', may: { any: PLAN_READERS }, input: aboutPlan },
  { path: 'measures.get', may: reading, input: about() },
  {
    path: 'measures.byReference',
    may: reading,
    input: async (cell) => ({ ...aboutPlan(cell), reference: `M${(await aMeasure(cell)).number}` }),
  },
  {
    path: 'measures.create',
    may: editing,
    input: (cell) => ({
      recommendationId: cell.world.plan.recommendationIds[0],
      ...facts,
      ownerPostId: ownerOf(cell),
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'measures.edit',
    may: editing,
    input: async (cell) => ({ ...(await about()(cell)), ...facts, target: 250, ownerPostId: ownerOf(cell) }),
  },
  { path: 'measures.remove', may: editing, input: about({ reason: REASON }) },
  {
    path: 'measures.restore',
    may: editing,
    input: async (cell) => {
      const { measureId, version } = await aMeasure(cell, { isRemoved: true });
      return { measureId, version };
    },
  },
  { path: 'measures.linkAction', may: linking, input: aLink(false) },
  { path: 'measures.unlinkAction', may: linking, input: aLink(true) },
  {
    path: 'measures.addPoint',
    may: entering,
    input: async (cell) => ({
      measureId: (await aMeasure(cell)).measureId,
      date: '2026-02-28',
      value: 221,
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'measures.correctPoint',
    may: entering,
    input: async (cell) => ({
      pointId: (await aMeasure(cell)).pointId,
      date: '2026-01-31',
      value: 218,
      comment: 'Two households were counted twice.',
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'measures.removePoint',
    may: entering,
    input: async (cell) => ({ pointId: (await aMeasure(cell)).pointId, reason: REASON }),
  },
  {
    path: 'measures.previewPaste',
    may: entering,
    leavesNoAudit: 'it only looks at what would be entered',
    input: about({ text }),
  },
  {
    path: 'measures.pastePoints',
    may: entering,
    input: async (cell) => ({
      measureId: (await aMeasure(cell)).measureId,
      text,
      expected: { add: 2, correct: 0 },
      idempotencyKey: newId(),
    }),
  },
];

/** Its words can be asked to be destroyed by whoever reads measures; a partner does not see that there are any. */
export const MEASURE_REDACTION_ROW: ProcedureRow = {
  path: 'redactions.request',
  may: { own: ASKERS, other: ASKERS },
  input: async (cell) => ({
    entity: 'MEASURE',
    entityId: (await aMeasure(cell)).measureId,
    reason: 'It names a household.',
    idempotencyKey: newId(),
  }),
};

/** A comment on a figure is asked for on its own. */
export const FIGURE_COMMENT_REDACTION_ROW: ProcedureRow = {
  path: 'redactions.request',
  may: { own: ASKERS, other: ASKERS },
  input: async (cell) => ({
    entity: 'MEASURE_COMMENT',
    entityId: (await aComment(cell)).commentId,
    reason: 'It names a household.',
    idempotencyKey: newId(),
  }),
};
