import { isoDate } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow, RowRules } from './matrix-row.ts';
import { LEAD, NOBODY, WORKERS } from './who.ts';

const REASON = 'The panel was moved to April.';

/** Asking is for those who work on an action; the lead sets the date and has nobody to ask. */
const asking: RowRules['may'] = {
  own: ['manager', 'contributor', 'partner'],
  team: ['manager'],
  supported: ['contributor', 'partner'],
  other: NOBODY,
};
const leading: RowRules['may'] = { own: LEAD, team: LEAD, supported: LEAD, other: LEAD };

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

export const PLANNING_ROWS: readonly ProcedureRow[] = [
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
