import { isoDate } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow, RowRules } from './matrix-row.ts';
import { ADMINISTRATOR, EVERYBODY, LEAD, LEAD_AND_MANAGER, PLAN_READERS } from './who.ts';

const REASON = 'The panel was moved to April.';

/** A manager changes their own teams' actions and no others. */
const managing: RowRules['may'] = {
  own: LEAD_AND_MANAGER,
  team: LEAD_AND_MANAGER,
  supported: LEAD,
  other: LEAD,
};

/** One action in a list of many. */
const listed =
  (name: 'items' | 'entries', more: object, columns: Record<string, unknown> = {}) =>
  async ({ world, on }: Cell) => {
    const { id, version } = await world.action(on, columns);
    return { ...more, [name]: [{ actionId: id, version }] };
  };

/** A change of priority by the lead, to be undone from the history. */
async function undone({ world, on }: Cell) {
  const { id, version } = await world.action(on);
  await world.callerAs(world.people.lead).assignments.bulkChange({
    change: { kind: 'PRIORITY', priority: 'URGENT' },
    items: [{ actionId: id, version }],
    idempotencyKey: newId(),
  });
  const event = await world.db.auditEvent.findFirstOrThrow({
    where: { entityId: id },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return { entries: [{ actionId: id, version: version + 1, eventId: String(event.id) }] };
}

/** Somebody with a post of their own, who leaves. */
async function leaving({ world }: Cell) {
  const { db, teams, makeUser, people } = world;
  const post = await db.post.create({
    data: { title: `Kinship Officer ${newId()}`, teamId: teams.permanence },
    select: { id: true, version: true },
  });
  const leaver = await makeUser(`Kinship Officer, holder ${newId()}`, ['CONTRIBUTOR'], {
    postIds: [post.id],
  });
  return {
    userId: leaver.userId,
    lastDay: isoDate('2026-03-31'),
    posts: [{ postId: post.id, version: post.version, successorId: people.contributor.userId, note: REASON }],
    ownedActionsTo: null,
    sharedViewsTo: null,
    followsTo: null,
    idempotencyKey: newId(),
  };
}

export const ASSIGNMENT_ROWS: readonly ProcedureRow[] = [
  {
    path: 'assignments.bulkChange',
    may: managing,
    input: async (cell) => ({
      ...(await listed('items', { change: { kind: 'PRIORITY', priority: 'URGENT' } })(cell)),
      idempotencyKey: newId(),
    }),
  },
  { path: 'assignments.undo', may: managing, input: undone },
  {
    path: 'assignments.accept',
    may: managing,
    input: listed('entries', { note: '' }, { acceptance: 'OFFERED' }),
  },
  {
    path: 'assignments.askBack',
    may: managing,
    input: listed('entries', { note: REASON }, { acceptance: 'OFFERED' }),
  },
  {
    path: 'assignments.offerAgain',
    may: managing,
    input: async ({ world, on }) => {
      const { id, version } = await world.action(on, { acceptance: 'QUERIED' });
      return { actionId: id, version, answer: REASON };
    },
  },
  {
    path: 'assignments.assignees',
    may: { any: LEAD_AND_MANAGER },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  {
    path: 'assignments.waiting',
    may: { any: ['lead', 'manager', 'partner'] },
    input: () => undefined,
  },
  {
    path: 'teams.leaver',
    may: { any: ADMINISTRATOR },
    input: ({ world }) => ({ userId: world.people.otherManager.userId }),
  },
  { path: 'teams.handOverLeaver', may: { any: ADMINISTRATOR }, input: leaving },
  {
    path: 'teams.undoHandOver',
    may: { any: ADMINISTRATOR },
    input: async (cell) => {
      const input = await leaving(cell);
      const admin = cell.world.callerAs(cell.world.people.administrator);
      const { eventId } = await admin.teams.handOverLeaver(input);
      return { userId: input.userId, eventId };
    },
  },
  { path: 'teams.handedToMe', may: { any: EVERYBODY }, input: () => undefined },
  {
    path: 'assignments.workload',
    may: { any: PLAN_READERS },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
];
