import { isoDate } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow, RowRules } from './matrix-row.ts';
import { ALL_READERS, LEAD, LEAD_AND_MANAGER, NOBODY, PLAN_READERS, WORKERS } from './who.ts';

const REASON = 'The panel was moved to April.';

/** Asking is for those who work on an action; the lead sets the date and has nobody to ask. */
const asking: RowRules['may'] = {
  own: ['manager', 'contributor', 'partner'],
  team: ['manager'],
  supported: ['manager', 'contributor', 'partner'],
  other: NOBODY,
};
const leading: RowRules['may'] = { own: LEAD, team: LEAD, supported: LEAD, other: LEAD };

/** Planning is for the lead, and for managers on what their team does. */
const planning: RowRules['may'] = {
  own: LEAD_AND_MANAGER,
  team: LEAD_AND_MANAGER,
  supported: LEAD,
  other: LEAD,
};
const working: RowRules['may'] = { own: WORKERS, team: LEAD_AND_MANAGER, supported: WORKERS, other: LEAD };
const reading: RowRules['may'] = {
  own: ALL_READERS,
  team: PLAN_READERS,
  supported: ALL_READERS,
  other: PLAN_READERS,
};

const RHYTHM = {
  reviewWeekday: 2,
  reviewTime: '10:00',
  reviewMinutes: 60,
  boardFirstDate: null,
  boardEveryWeeks: 4,
  boardTime: '14:00',
  holidayRule: 'NEXT_WORKING_DAY',
  updatesDueDaysBefore: 1,
  updatesDueTime: '17:00',
};

const aboutPlan = ({ world }: Cell) => ({ planId: world.plan.planId });

async function aRequest({ world, on, person }: Cell) {
  const action = await world.action(on === 'mine' ? 'own' : on);
  const requestedById = on === 'mine' ? person.userId : world.people.otherManager.userId;
  const { id, version } = await world.db.dueDateRequest.create({
    data: {
      actionId: action.id,
      fromDate: new Date('2026-04-30'),
      toDate: new Date('2026-05-29'),
      reason: REASON,
      requestedById,
    },
    select: { id: true, version: true },
  });
  return { requestId: id, version };
}

async function aMilestone({ world, on }: Cell, deletedAt: Date | null = null) {
  const action = await world.action(on);
  const by = world.people.lead.userId;
  const { id, version } = await world.db.milestone.create({
    data: {
      actionId: action.id,
      title: 'First panel sits',
      dueDate: new Date('2026-04-02'),
      createdById: by,
      changedById: by,
      deletedAt,
    },
    select: { id: true, version: true },
  });
  return { milestoneId: id, version };
}

async function twoActions({ world, on }: Cell) {
  const successor = await world.action(on);
  const predecessor = await world.action('own');
  return { predecessorId: predecessor.id, successorId: successor.id };
}

async function aDependency(cell: Cell) {
  const ends = await twoActions(cell);
  const createdById = cell.world.people.lead.userId;
  await cell.world.db.actionDependency.create({
    data: { ...ends, createdById },
    select: { successorId: true },
  });
  return ends;
}

export const PLANNING_ROWS: readonly ProcedureRow[] = [
  {
    path: 'planning.ofAction',
    may: reading,
    input: async ({ world, on }) => ({ actionId: (await world.action(on)).id }),
  },
  {
    path: 'planning.addMilestone',
    may: planning,
    input: async ({ world, on }) => ({
      actionId: (await world.action(on)).id,
      title: 'First panel sits',
      dueDate: isoDate('2026-04-02'),
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'planning.editMilestone',
    may: planning,
    input: async (cell) => ({
      ...(await aMilestone(cell)),
      title: 'First panel sits',
      dueDate: isoDate('2026-04-09'),
    }),
  },
  {
    path: 'planning.tickMilestone',
    may: working,
    input: async (cell) => ({ ...(await aMilestone(cell)), doneOn: isoDate('2026-03-12') }),
  },
  { path: 'planning.removeMilestone', may: planning, input: (cell) => aMilestone(cell) },
  { path: 'planning.restoreMilestone', may: planning, input: (cell) => aMilestone(cell, new Date()) },
  { path: 'planning.addDependency', may: planning, input: twoActions },
  { path: 'planning.removeDependency', may: planning, input: aDependency },
  {
    path: 'planning.explainMismatch',
    may: working,
    input: async ({ world, on }) => {
      // Past its due date and declared green: the rule says red.
      const late = new Date('2026-02-26');
      const more = { declaredRag: 'GREEN', dueDate: late, originalDueDate: late };
      const { id, version } = await world.action(on, more);
      return { actionId: id, version, mismatchReason: REASON };
    },
  },
  {
    path: 'planning.duplicateAction',
    may: planning,
    input: async ({ world, on }) => ({
      actionId: (await world.action(on)).id,
      recommendationId: world.plan.recommendationIds[1],
      title: 'Recruit six more',
      dueDate: null,
      copy: { milestones: true, assignment: true, successMeasure: true },
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'planning.splitAction',
    may: planning,
    input: async (cell) => {
      const { milestoneId, version } = await aMilestone(cell);
      const milestone = await cell.world.db.milestone.findUniqueOrThrow({
        where: { id: milestoneId },
        select: { action: { select: { id: true, version: true } } },
      });
      return {
        actionId: milestone.action.id,
        version: milestone.action.version,
        title: 'Recruit the last six',
        dueDate: isoDate('2026-05-29'),
        teamId: cell.world.teams.fostering,
        milestones: [{ milestoneId, version }],
        waits: true,
        idempotencyKey: newId(),
      };
    },
  },
  {
    path: 'planning.moveAction',
    may: leading,
    input: async ({ world, on }) => {
      const { id, version } = await world.action(on);
      return { actionId: id, version, recommendationId: world.plan.recommendationIds[1], reason: REASON };
    },
  },
  {
    path: 'plans.meetings',
    may: { any: PLAN_READERS },
    input: (cell) => ({ ...aboutPlan(cell), from: '2026-03-01', to: '2026-04-30' }),
  },
  { path: 'plans.nextMeetings', may: { any: PLAN_READERS }, input: aboutPlan },
  { path: 'plans.previewMeetings', may: { any: LEAD }, input: () => RHYTHM },
  { path: 'plans.members', may: { any: PLAN_READERS }, input: aboutPlan },
  { path: 'plans.memberChoices', may: { any: LEAD }, input: () => undefined },
  {
    path: 'plans.setMember',
    may: { any: LEAD },
    input: async ({ world }) => ({
      planId: (await world.makePlan()).planId,
      meeting: 'REVIEW',
      userId: world.people.manager.userId,
      was: 'NONE',
      standing: 'CHAIR',
    }),
  },
  { path: 'plans.settings', may: { any: LEAD }, input: aboutPlan },
  {
    path: 'plans.editSettings',
    may: { any: LEAD },
    input: async ({ world }) => ({
      planId: (await world.makePlan()).planId,
      version: 1,
      milestoneLateDays: 7,
      dueSoonDays: 14,
      silentDays: 14,
      timesMoved: 2,
      dueDateApproval: 'LEAD',
      minEvidenceKinds: 3,
      newestWithinDays: 60,
      requireImpact: true,
      ...RHYTHM,
    }),
  },
  { path: 'planning.bin', may: { any: LEAD }, input: aboutPlan },
  { path: 'planning.dueDateRequests', may: { any: WORKERS }, input: aboutPlan },
  {
    path: 'planning.requestDueDate',
    may: asking,
    refusedByRule: ['own', 'team', 'supported', 'other'],
    input: async ({ world, on }) => {
      const { id, version } = await world.action(on);
      return {
        actionId: id,
        version,
        dueDate: isoDate('2026-05-29'),
        reason: REASON,
        idempotencyKey: newId(),
      };
    },
  },
  {
    path: 'planning.withdrawDueDate',
    may: { own: NOBODY, mine: WORKERS },
    input: aRequest,
  },
  {
    path: 'planning.decideDueDate',
    may: leading,
    input: async (cell) => ({ ...(await aRequest(cell)), isAgreed: true, note: '' }),
  },
  {
    path: 'planning.decideDueDates',
    may: { own: LEAD },
    input: async (cell) => ({ requests: [await aRequest(cell)], isAgreed: false, note: REASON }),
  },
];
