import { isoDate } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow } from './matrix-row.ts';
import { ADMINISTRATOR, LEAD } from './who.ts';

const unique = (word: string) => `${word} ${newId().slice(-12)}`;

async function somebody({ world }: Cell, deactivatedAt: Date | null = null) {
  const person = await world.makeUser(unique('Service Manager, holder'), ['CONTRIBUTOR']);
  await world.db.user.update({ where: { id: person.userId }, data: { deactivatedAt }, select: { id: true } });
  return { userId: person.userId, version: 1 };
}

async function aTeam({ world }: Cell) {
  const data = { name: unique('Kinship'), kind: 'INTERNAL' as const };
  return world.db.team.create({ data, select: { id: true, name: true } });
}

async function aPost({ world }: Cell) {
  const { teams, db } = world;
  const data = { title: unique('Kinship Officer'), teamId: teams.permanence };
  return db.post.create({ data, select: { id: true, title: true, teamId: true } });
}

const invitation = () => ({
  email: `${newId()}@trust.example`,
  name: 'Head of Kinship, holder 1',
  roles: ['MANAGER'],
  teamIds: [],
  postId: null,
  idempotencyKey: newId(),
});

async function anInvitation({ world }: Cell) {
  const { email, name } = invitation();
  const row = await world.db.invitation.create({
    data: {
      tokenDigest: newId(),
      email,
      name,
      createdById: world.people.administrator.userId,
      expiresAt: new Date('2026-03-20'),
    },
    select: { id: true },
  });
  return { invitationId: row.id };
}

export const PEOPLE_ROWS: readonly ProcedureRow[] = [
  { path: 'people.list', may: { any: ADMINISTRATOR }, input: () => undefined },
  { path: 'people.invite', may: { any: ADMINISTRATOR }, input: invitation },
  { path: 'people.revokeInvitation', may: { any: ADMINISTRATOR }, input: anInvitation },
  {
    path: 'people.edit',
    may: { any: ADMINISTRATOR },
    input: async (cell) => ({
      ...(await somebody(cell)),
      name: unique('Head of Kinship, holder'),
      roles: ['MANAGER'],
      teamIds: [cell.world.teams.fostering],
    }),
  },
  { path: 'people.deactivate', may: { any: ADMINISTRATOR }, input: (cell) => somebody(cell) },
  { path: 'people.reactivate', may: { any: ADMINISTRATOR }, input: (cell) => somebody(cell, new Date()) },
  {
    path: 'people.resetLink',
    may: { any: ADMINISTRATOR },
    input: async (cell) => ({ userId: (await somebody(cell)).userId, idempotencyKey: newId() }),
  },
  {
    path: 'teams.list',
    may: { any: ['lead', 'manager', 'contributor', 'verifier', 'viewer', 'administrator'] },
    input: () => undefined,
  },
  {
    path: 'teams.create',
    may: { any: ADMINISTRATOR },
    input: () => ({ name: unique('Kinship'), kind: 'INTERNAL', idempotencyKey: newId() }),
  },
  {
    path: 'teams.edit',
    may: { any: ADMINISTRATOR },
    input: async (cell) => ({
      teamId: (await aTeam(cell)).id,
      version: 1,
      name: unique('Kinship'),
      archived: false,
    }),
  },
  {
    path: 'teams.createPost',
    may: { any: ADMINISTRATOR },
    input: ({ world }) => ({
      title: unique('Kinship Officer'),
      teamId: world.teams.permanence,
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'teams.editPost',
    may: { any: ADMINISTRATOR },
    input: async (cell) => {
      const { id, teamId } = await aPost(cell);
      return { postId: id, version: 1, title: unique('Kinship Officer'), teamId, archived: false };
    },
  },
  {
    path: 'teams.setPostHolder',
    may: { any: ADMINISTRATOR },
    input: async (cell) => ({
      postId: (await aPost(cell)).id,
      version: 1,
      userId: (await somebody(cell)).userId,
      fromDate: isoDate('2026-03-12'),
      note: '',
    }),
  },
  { path: 'audit.list', may: { any: [...ADMINISTRATOR, ...LEAD] }, input: () => ({}) },
  {
    path: 'audit.verify',
    may: { any: [...ADMINISTRATOR, ...LEAD] },
    leavesNoAudit: 'it reads the audit, and seals what is there',
    input: () => undefined,
  },
];
