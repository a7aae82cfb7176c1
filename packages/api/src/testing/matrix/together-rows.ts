import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow, RowRules } from './matrix-row.ts';
import { ALL_READERS, EVERYBODY, NOBODY, PLAN_READERS } from './who.ts';

const COMMENTERS = ['lead', 'manager', 'contributor', 'verifier'] as const;

const reading: RowRules['may'] = {
  own: ALL_READERS,
  team: PLAN_READERS,
  supported: ALL_READERS,
  other: PLAN_READERS,
};
/** Whoever sees an action comments on it, but for those who only look on. */
const commenting: RowRules['may'] = {
  own: [...COMMENTERS, 'partner'],
  team: COMMENTERS,
  supported: [...COMMENTERS, 'partner'],
  other: COMMENTERS,
};
const NO_RECORD = 'how somebody likes to be told is no record of the plan';

const aboutAction =
  (more: object = {}) =>
  async ({ world, on }: Cell) => ({ actionId: (await world.action(on)).id, ...more });

/** On "mine" whoever asks wrote it; else it is somebody else's, and stays theirs. */
const aComment =
  (deletedAt: Date | null) =>
  async ({ world, on, person }: Cell) => {
    const { id: actionId } = await world.action(on === 'mine' ? 'own' : on);
    const authorId = on === 'mine' ? person.userId : world.people.otherManager.userId;
    const row = await world.db.actionComment.create({
      data: { actionId, authorId, body: 'Ask the panel first.', deletedAt },
      select: { id: true },
    });
    return { commentId: row.id };
  };

export const TOGETHER_ROWS: readonly ProcedureRow[] = [
  { path: 'comments.list', may: reading, input: aboutAction() },
  { path: 'comments.mentionable', may: commenting, input: aboutAction({ q: 'fost' }) },
  {
    path: 'comments.add',
    may: commenting,
    input: async (cell) => ({
      ...(await aboutAction()(cell)),
      body: 'Ask the panel first.',
      mentionIds: [],
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'comments.remove',
    may: { own: NOBODY, other: NOBODY, mine: [...COMMENTERS, 'partner'] },
    input: aComment(null),
  },
  {
    path: 'comments.restore',
    may: { own: NOBODY, other: NOBODY, mine: [...COMMENTERS, 'partner'] },
    input: aComment(new Date('2026-03-11T10:00:00Z')),
  },
  {
    path: 'comments.follow',
    may: reading,
    leavesNoAudit: NO_RECORD,
    input: aboutAction({ following: true }),
  },
  {
    path: 'live.here',
    may: reading,
    leavesNoAudit: 'who has a page open is told and not kept',
    input: async ({ world, on }) => ({ recordId: (await world.action(on)).id, state: 'READING' }),
  },
  { path: 'notifications.list', may: { any: EVERYBODY }, input: () => ({}) },
  { path: 'notifications.unread', may: { any: EVERYBODY }, input: () => undefined },
  {
    path: 'notifications.markRead',
    may: { any: EVERYBODY },
    leavesNoAudit: NO_RECORD,
    input: () => ({ notificationIds: [newId()] }),
  },
  {
    path: 'notifications.markAllRead',
    may: { any: EVERYBODY },
    leavesNoAudit: NO_RECORD,
    input: () => undefined,
  },
  { path: 'notifications.feed', may: { any: EVERYBODY }, input: () => undefined },
  { path: 'notifications.makeFeed', may: { any: EVERYBODY }, input: () => undefined },
  {
    path: 'notifications.revokeFeed',
    may: { any: EVERYBODY },
    input: async ({ world, person }) => {
      const { userId } = person;
      const tokenDigest = newId();
      await world.db.calendarFeed.upsert({
        where: { userId },
        create: { userId, tokenDigest },
        update: { tokenDigest },
        select: { userId: true },
      });
    },
  },
];

/** A comment can be asked to be destroyed by whoever sees it and may ask. */
export const COMMENT_REDACTION_ROW: ProcedureRow = {
  path: 'redactions.request',
  may: { own: [...COMMENTERS, 'partner'], other: COMMENTERS },
  input: async (cell) => ({
    entity: 'COMMENT',
    entityId: (await aComment(null)(cell)).commentId,
    reason: 'A family could be recognised.',
    idempotencyKey: newId(),
  }),
};
