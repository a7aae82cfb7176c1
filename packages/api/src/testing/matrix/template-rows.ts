import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow } from './matrix-row.ts';
import { LEAD, LEAD_AND_MANAGER } from './who.ts';

const facts = () => ({
  name: `Recruit ${newId()}`,
  title: 'Recruit to vacant posts',
  days: 90,
  milestones: [{ title: 'Advertised', days: 14 }],
});

/** On "mine" whoever asks made it; else a colleague did. */
const aTemplate =
  (more: () => object = () => ({}), deletedAt: Date | null = null) =>
  async ({ world, on, person }: Cell) => {
    const row = await world.db.actionTemplate.create({
      data: {
        planId: world.plan.planId,
        createdById: on === 'mine' ? person.userId : world.people.otherManager.userId,
        ...facts(),
        deletedAt,
      },
      select: { id: true, version: true },
    });
    return { templateId: row.id, version: row.version, ...more() };
  };

/** A template is its maker's, as long as their role makes any; the lead looks after all. */
const looksAfter = { mine: LEAD_AND_MANAGER, other: LEAD };

export const TEMPLATE_ROWS: readonly ProcedureRow[] = [
  {
    path: 'templates.list',
    may: { any: LEAD_AND_MANAGER },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  {
    path: 'templates.create',
    may: { any: LEAD_AND_MANAGER },
    input: ({ world }) => ({ planId: world.plan.planId, ...facts(), idempotencyKey: newId() }),
  },
  {
    path: 'templates.keep',
    may: { own: LEAD_AND_MANAGER, other: LEAD_AND_MANAGER },
    input: async ({ world, on }) => ({
      actionId: (await world.action(on)).id,
      name: `Kept ${newId()}`,
      idempotencyKey: newId(),
    }),
  },
  { path: 'templates.edit', may: looksAfter, input: aTemplate(facts) },
  { path: 'templates.remove', may: looksAfter, input: aTemplate() },
  {
    path: 'templates.restore',
    may: looksAfter,
    input: aTemplate(undefined, new Date()),
  },
];
