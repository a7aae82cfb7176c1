import { isoDate } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow, RowRules } from './matrix-row.ts';
import { ALL_READERS, LEAD, LEAD_AND_MANAGER, NOBODY, PLAN_READERS, WORKERS } from './who.ts';

const REASON = 'The panel was moved to April.';

/** A partner reads what is theirs; those who read the plan read everything; an administrator nothing. */
const reading: RowRules['may'] = {
  own: ALL_READERS,
  team: PLAN_READERS,
  supported: ALL_READERS,
  other: PLAN_READERS,
};
/** A manager changes their own teams' actions and no others. */
const managing: RowRules['may'] = {
  own: LEAD_AND_MANAGER,
  team: LEAD_AND_MANAGER,
  supported: LEAD,
  other: LEAD,
};
/** Contributors and partners work on what they own or support, a manager also on all of the team's. */
const working: RowRules['may'] = { own: WORKERS, team: LEAD_AND_MANAGER, supported: WORKERS, other: LEAD };
const leading: RowRules['may'] = { own: LEAD, team: LEAD, supported: LEAD, other: LEAD };

const aboutAction =
  (more: object = {}) =>
  async ({ world, on }: Cell) => {
    const { id, version } = await world.action(on);
    return { actionId: id, version, ...more };
  };

function facts() {
  return { title: 'Recruit six more', detail: '', successMeasure: '', priority: 'HIGH', startDate: null };
}

/** The same people but for the owner post; "away" moves an own action to the other team. */
async function assignment({ world, on }: Cell) {
  const { teams, posts } = world;
  const { id, version } = await world.action(on === 'away' ? 'own' : on);
  const isOthers = on === 'away' || on === 'other' || on === 'supported';
  const teamId = isOthers ? teams.permanence : teams.fostering;
  const ownerPostId = isOthers ? null : posts.headOfFostering;
  const nobodyElse = { ownerUserId: null, partnerTeamId: null, supportingTeamIds: [] };
  return { actionId: id, version, teamId, ownerPostId, ...nobodyElse, reason: REASON };
}

/** Complete, with an accepted item; on "mine" the person who asks owns the action. */
async function complete({ world, on, person }: Cell) {
  const ownerUserId = on === 'mine' ? { ownerUserId: person.userId } : {};
  const { id, version, recommendationId } = await world.action(on === 'mine' ? 'other' : on, {
    status: 'AWAITING_EVIDENCE_CHECK',
    ...ownerUserId,
  });
  const { evidenceId } = await world.evidence('other', { state: 'ACCEPTED' });
  const linkedById = world.people.otherManager.userId;
  await world.db.evidenceLink.create({
    data: { evidenceId, actionId: id, recommendationId, linkedById },
    select: { id: true },
  });
  return { actionId: id, version, reason: '' };
}

const reads: ProcedureRow[] = [
  { path: 'actions.list', may: { any: ALL_READERS }, input: ({ world }) => ({ planId: world.plan.planId }) },
  {
    path: 'actions.filters',
    may: { any: ALL_READERS },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  { path: 'actions.mine', may: { any: ALL_READERS }, input: () => undefined },
  { path: 'actions.get', may: reading, input: aboutAction() },
  {
    path: 'actions.byReference',
    may: reading,
    input: async ({ world, on }) => ({
      planId: world.plan.planId,
      reference: (await world.action(on)).reference,
    }),
  },
  { path: 'actions.history', may: reading, input: aboutAction() },
  { path: 'updates.list', may: reading, input: aboutAction() },
];

const writes: ProcedureRow[] = [
  {
    path: 'actions.create',
    may: { own: LEAD_AND_MANAGER, other: LEAD },
    input: ({ world, on }) => ({
      recommendationId: world.plan.recommendationIds[1],
      title: 'Recruit six more',
      teamId: on === 'own' ? world.teams.fostering : world.teams.permanence,
      idempotencyKey: newId(),
    }),
  },
  { path: 'actions.edit', may: managing, input: aboutAction(facts()) },
  { path: 'actions.assign', may: { ...managing, away: LEAD }, input: assignment },
  {
    path: 'actions.changeDueDate',
    may: leading,
    input: aboutAction({ dueDate: isoDate('2026-05-29'), reason: REASON }),
  },
  { path: 'actions.changeStatus', may: working, input: aboutAction({ status: 'IN_PROGRESS' }) },
  {
    path: 'actions.declareRag',
    may: working,
    input: aboutAction({ declaredRag: 'AMBER', ragReason: REASON }),
  },
  {
    path: 'actions.close',
    may: { own: ['lead', 'verifier'], other: ['lead', 'verifier'], mine: NOBODY },
    refusedByRule: ['mine'],
    input: complete,
  },
  { path: 'actions.remove', may: leading, input: aboutAction({ reason: REASON }) },
  {
    path: 'actions.restore',
    may: leading,
    input: async ({ world, on }) => {
      const { id, version } = await world.action(on, { deletedAt: new Date(), deletedReason: REASON });
      return { actionId: id, version };
    },
  },
  {
    path: 'updates.create',
    may: working,
    input: async (cell) => ({
      ...(await aboutAction()(cell)),
      whatHappened: 'Four households came to the evening.',
      difference: 'Two brothers stay together.',
      inTheWay: '',
      next: 'Panel on 9 April.',
      rag: 'GREEN',
      ragReason: '',
      percentComplete: 50,
      idempotencyKey: newId(),
    }),
  },
];

export const ACTION_ROWS: readonly ProcedureRow[] = [...reads, ...writes];
