import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow } from './matrix-row.ts';
import { LEAD, LEAD_AND_MANAGER } from './who.ts';

/** A partner agency of its own, which works on one action: Fostering's, or on "other" Permanence's. */
export async function anAgency({ world, on }: Cell): Promise<string> {
  const team = await world.db.team.create({
    data: { name: `Agency ${newId()}`, kind: 'PARTNER_AGENCY' },
    select: { id: true },
  });
  await world.action(on === 'other' ? 'other' : 'own', { partnerTeamId: team.id });
  return team.id;
}

const contact = { email: 'inspector@police.example', name: 'Partnership Inspector' };

/** On "mine" whoever asks made it; else a colleague did. */
async function aLink(cell: Cell) {
  const { world, on, person } = cell;
  const row = await world.db.updateLink.create({
    data: {
      planId: world.plan.planId,
      teamId: await anAgency({ ...cell, on: 'own' }),
      tokenDigest: newId(),
      ...contact,
      createdById: on === 'mine' ? person.userId : world.people.otherManager.userId,
      expiresAt: new Date('2026-03-20'),
    },
    select: { id: true },
  });
  return { linkId: row.id };
}

const making = { own: LEAD_AND_MANAGER, other: LEAD };
const lookingAfter = { mine: LEAD_AND_MANAGER, other: LEAD };

export const UPDATE_LINK_ROWS: readonly ProcedureRow[] = [
  {
    path: 'updateLinks.list',
    may: { any: LEAD_AND_MANAGER },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  {
    path: 'updateLinks.create',
    may: making,
    input: async (cell) => ({
      planId: cell.world.plan.planId,
      teamId: await anAgency(cell),
      ...contact,
      days: 7,
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'updateLinks.createMany',
    may: making,
    input: async (cell) => ({
      planId: cell.world.plan.planId,
      days: 7,
      rows: [{ teamId: await anAgency(cell), ...contact }],
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'updateLinks.sendAgain',
    may: lookingAfter,
    input: async (cell) => ({ ...(await aLink(cell)), days: 7, idempotencyKey: newId() }),
  },
  { path: 'updateLinks.revoke', may: lookingAfter, input: aLink },
];
