import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow } from './matrix-row.ts';
import { ALL_READERS, LEAD, NOBODY } from './who.ts';

/** On "mine" it is the asker's own; on "any" it was shared by somebody who has left; else a colleague shares it. */
const aView =
  (more: object = {}, deletedAt: Date | null = null) =>
  async ({ world, on, person }: Cell) => {
    const left = on === 'any' ? await world.makeUser(`Fostering Officer, holder ${newId()}`, []) : null;
    if (left) {
      const deactivatedAt = new Date('2026-02-01');
      await world.db.user.update({
        where: { id: left.userId },
        data: { deactivatedAt },
        select: { id: true },
      });
    }
    const others = left?.userId ?? world.people.otherManager.userId;
    const row = await world.db.savedView.create({
      data: {
        planId: world.plan.planId,
        ownerId: on === 'mine' ? person.userId : others,
        name: `Overdue of ${newId()}`,
        isShared: on !== 'mine',
        search: { due: 'overdue' },
        deletedAt,
      },
      select: { id: true, version: true },
    });
    return { viewId: row.id, version: row.version, ...more };
  };

const search = { due: 'overdue', sort: '-dueDate' };

export const VIEW_ROWS: readonly ProcedureRow[] = [
  { path: 'views.list', may: { any: ALL_READERS }, input: ({ world }) => ({ planId: world.plan.planId }) },
  {
    path: 'views.create',
    may: { any: ALL_READERS },
    input: ({ world }) => ({
      planId: world.plan.planId,
      name: `Overdue ${newId()}`,
      search,
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'views.edit',
    may: { mine: ALL_READERS, other: NOBODY, any: NOBODY },
    input: async (cell) => aView({ name: `Late ${newId()}`, search })(cell),
  },
  {
    path: 'views.share',
    may: { mine: ['lead', 'manager', 'verifier'], other: NOBODY },
    input: aView({ isShared: true }),
  },
  { path: 'views.takeOver', may: { any: LEAD, other: NOBODY, mine: NOBODY }, input: aView() },
  { path: 'views.remove', may: { mine: ALL_READERS, any: LEAD, other: NOBODY }, input: aView() },
  {
    path: 'views.restore',
    may: { mine: ALL_READERS, any: LEAD, other: NOBODY },
    input: aView({}, new Date('2026-03-12T09:00:00Z')),
  },
];
