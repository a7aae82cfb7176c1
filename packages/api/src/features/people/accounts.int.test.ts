import { isoDate, type Role } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { invitePerson } from './invite-person.ts';
import { openInvitation } from './open-invitation.ts';
import { setUpInstallation } from './set-up-installation.ts';

const harness = await startHarness();
const { db, people, teams, posts, callerAs, ctxAs } = harness;
const admin = callerAs(people.administrator).people;
const anybody = ctxAs(null);
const PASSWORD = 'copper lantern otter';
const key = () => newId();

type Invite = Parameters<typeof admin.invite>[0];
const invitation = (more: Partial<Invite> = {}): Invite => ({
  email: `person-${newId()}@trust.example`,
  name: 'Virtual School Head, holder 1',
  roles: ['MANAGER'],
  teamIds: [teams.fostering],
  postId: null,
  idempotencyKey: key(),
  ...more,
});
const secretOf = ({ link }: { link: string | null }) => (link ?? '').split('/').pop() ?? '';

async function accountOf(email: string) {
  const row = (await admin.list()).people.find((person) => person.email === email);
  if (!row) throw new Error(`no account ${email}`);
  return row;
}

describe('invitations', () => {
  test('a link joins once, with the roles and teams that the administrator chose', async () => {
    const input = invitation({ email: ' Head@Trust.Example ' });
    const made = await admin.invite(input);
    expect(made).toMatchObject({ sentTo: null, link: expect.stringContaining('/join/') });
    const secret = secretOf(made);
    expect(JSON.stringify(await db.invitation.findMany())).not.toContain(secret);
    expect(await openInvitation(anybody, secret)).toMatchObject({
      email: 'head@trust.example',
      kind: 'JOIN',
    });
    await acceptInvitation(anybody, { secret, password: PASSWORD, roles: ['ADMINISTRATOR'] } as never);
    const account = await accountOf('head@trust.example');
    expect(account.roles).toEqual(['MANAGER']);
    expect(account.teams.map(({ name }) => name)).toEqual(['Fostering']);
    const spent = await problemOf(acceptInvitation(anybody, { secret, password: PASSWORD }));
    expect(spent).toMatchObject({ code: 'NOT_FOUND' });
    expect(spent.message).toContain('Ask an administrator for a new one');
  });

  test('whoever joins takes the post over: one holder a post, the earlier one kept', async () => {
    const input = invitation({ email: 'holder2@trust.example', postId: posts.headOfFostering });
    await acceptInvitation(anybody, { secret: secretOf(await admin.invite(input)), password: PASSWORD });
    const holdings = await db.postHolding.findMany({
      where: { postId: posts.headOfFostering },
      orderBy: { fromDate: 'asc' },
      select: { toDate: true, user: { select: { email: true } } },
    });
    expect(holdings.map(({ toDate }) => toDate?.toISOString().slice(0, 10) ?? null)).toEqual([
      '2026-03-11',
      null,
    ]);
    expect(holdings[1]?.user.email).toBe('holder2@trust.example');
  });

  test('what was put away since the invitation is not joined', async () => {
    const team = await db.team.create({
      data: { name: 'Short Breaks', kind: 'INTERNAL' },
      select: { id: true },
    });
    const post = await db.post.create({
      data: { title: 'Head of Short Breaks', teamId: team.id },
      select: { id: true },
    });
    const made = await admin.invite(
      invitation({ email: 'late@trust.example', teamIds: [team.id], postId: post.id }),
    );
    await db.team.update({ where: { id: team.id }, data: { archivedAt: new Date() }, select: { id: true } });
    await db.post.update({ where: { id: post.id }, data: { archivedAt: new Date() }, select: { id: true } });
    await acceptInvitation(anybody, { secret: secretOf(made), password: PASSWORD });
    expect(await accountOf('late@trust.example')).toMatchObject({ teams: [], posts: [] });
  });

  test('a weak password spends nothing; after seven days the link is over', async () => {
    const secret = secretOf(await admin.invite(invitation()));
    const weak = await problemOf(acceptInvitation(anybody, { secret, password: 'short' }));
    expect(weak).toMatchObject({ code: 'INVALID', fields: [{ field: 'password' }] });
    expect(await openInvitation(ctxAs(null, isoDate('2026-03-18')), secret)).toBeTruthy();
    expect((await problemOf(openInvitation(ctxAs(null, isoDate('2026-03-19')), secret))).code).toBe(
      'NOT_FOUND',
    );
  });

  test('two who use one link at once make one account', async () => {
    const input = invitation({ email: 'race@trust.example' });
    const secret = secretOf(await admin.invite(input));
    const tries = await Promise.allSettled([
      acceptInvitation(anybody, { secret, password: PASSWORD }),
      acceptInvitation(anybody, { secret, password: PASSWORD }),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.user.count({ where: { email: 'race@trust.example' } })).toBe(1);
  });

  test('one press invites once; a second invitation withdraws the first; a withdrawn link is dead', async () => {
    const input = invitation({ email: 'twice@trust.example' });
    const first = await admin.invite(input);
    expect(await problemOf(admin.invite(input))).toMatchObject({ code: 'RULE' });
    const second = await admin.invite({ ...input, idempotencyKey: key() });
    expect((await problemOf(openInvitation(anybody, secretOf(first)))).code).toBe('NOT_FOUND');
    const open = (await admin.list()).invitations.filter(({ email }) => email === input.email);
    expect(open).toHaveLength(1);
    await admin.revokeInvitation({ invitationId: second.invitationId });
    expect((await problemOf(openInvitation(anybody, secretOf(second)))).code).toBe('NOT_FOUND');
    expect((await problemOf(admin.revokeInvitation({ invitationId: second.invitationId }))).code).toBe(
      'RULE',
    );
  });

  test.each([
    [{ email: 'nobody' }, 'email', 'Enter an e-mail address'],
    [{ name: ' ' }, 'name', 'Enter the name to show.'],
    [{ roles: [] }, 'roles', 'Choose at least one role.'],
    [{ roles: ['VIEWER', 'VIEWER'] as Role[] }, 'roles', 'A role is chosen twice.'],
    [{ teamIds: [newId()] }, 'teamIds', 'One of the teams is not there any more.'],
    [{ postId: newId() }, 'postId', 'This post is not there any more.'],
    [{ email: people.viewer.email }, 'email', 'This address has an account already.'],
  ])('%j is refused beside its field', async (wrong, field, sentence) => {
    const problem = await problemOf(admin.invite(invitation(wrong)));
    expect(problem).toMatchObject({ code: 'INVALID', fields: [{ field }] });
    expect(problem.message).toContain(sentence);
  });

  test('with mail set up the link goes into the outbox and is shown to nobody', async () => {
    const ctx = ctxAs(people.administrator);
    ctx.settings = { ...ctx.settings, mailIsSetUp: true };
    const made = await invitePerson(
      ctx,
      guard(ctx, 'people.edit'),
      invitation({ email: 'mail@trust.example' }),
    );
    expect(made).toMatchObject({ link: null, sentTo: 'mail@trust.example' });
    const mail = await db.outboxMail.findFirstOrThrow({ where: { toAddress: 'mail@trust.example' } });
    expect(mail.text).toContain('/join/');
    expect(harness.jobs.map(({ name }) => name)).toContain('mail.send');
  });
});

describe('accounts', () => {
  const sessionFor = (userId: string) =>
    db.session.create({
      data: { userId, token: newId(), expiresAt: new Date('2027-01-01') },
      select: { id: true },
    });

  test('an edit is written down as old and new; a stale one gets what stands now', async () => {
    const user = await harness.makeUser('Edited Officer', ['CONTRIBUTOR']);
    const edit = { userId: user.userId, name: 'Edited Officer', teamIds: [teams.permanence] };
    await admin.edit({ ...edit, version: 1, roles: ['MANAGER', 'VERIFIER'] });
    expect(await accountOf(user.email)).toMatchObject({
      version: 2,
      teams: [{ name: 'Permanence and Adoption' }],
    });
    const event = await db.auditEvent.findFirstOrThrow({
      where: { entityId: user.userId, action: 'person.edit' },
      select: { payload: { select: { body: true } } },
    });
    expect(event.payload?.body).toEqual({
      before: { roles: ['CONTRIBUTOR'], teamIds: [] },
      after: { roles: ['MANAGER', 'VERIFIER'], teamIds: [teams.permanence] },
    });
    expect(await problemOf(admin.edit({ ...edit, version: 1, roles: ['VIEWER'] }))).toMatchObject({
      code: 'CONFLICT',
      current: { version: 2, changedBy: 'Administrator', values: { roles: ['MANAGER', 'VERIFIER'] } },
    });
    const ghost = await problemOf(admin.edit({ ...edit, version: 2, roles: ['VIEWER'], teamIds: [newId()] }));
    expect(ghost).toMatchObject({ code: 'INVALID', fields: [{ field: 'teamIds' }] });
  });

  test('deactivating ends every session and link at once; history keeps the name; the way back works', async () => {
    const user = await harness.makeUser('Leaving Officer', ['CONTRIBUTOR']);
    await sessionFor(user.userId);
    await sessionFor(user.userId);
    const made = await admin.resetLink({ userId: user.userId, idempotencyKey: key() });
    await admin.deactivate({ userId: user.userId, version: 1 });
    expect(await db.session.count({ where: { userId: user.userId } })).toBe(0);
    expect((await problemOf(openInvitation(anybody, secretOf(made)))).code).toBe('NOT_FOUND');
    expect((await accountOf(user.email)).deactivatedAt).not.toBeNull();
    expect((await problemOf(admin.resetLink({ userId: user.userId, idempotencyKey: key() }))).code).toBe(
      'NOT_FOUND',
    );
    expect((await problemOf(admin.deactivate({ userId: user.userId, version: 1 }))).code).toBe('CONFLICT');
    const again = await problemOf(admin.invite(invitation({ email: user.email })));
    expect(again.message).toContain('Make that account active again');
    await admin.reactivate({ userId: user.userId, version: 2 });
    expect((await accountOf(user.email)).deactivatedAt).toBeNull();
  });

  test('a link for a new password ends every session when it is used, and replaces the one before', async () => {
    const user = await harness.makeUser('Forgetful Officer', ['CONTRIBUTOR']);
    await db.account.create({
      data: { userId: user.userId, accountId: user.userId, providerId: 'credential', password: 'old' },
      select: { id: true },
    });
    await sessionFor(user.userId);
    const first = await admin.resetLink({ userId: user.userId, idempotencyKey: key() });
    const second = await admin.resetLink({ userId: user.userId, idempotencyKey: key() });
    expect((await problemOf(openInvitation(anybody, secretOf(first)))).code).toBe('NOT_FOUND');
    expect(await db.session.count({ where: { userId: user.userId } })).toBe(1);
    await acceptInvitation(anybody, { secret: secretOf(second), password: PASSWORD });
    expect(await db.session.count({ where: { userId: user.userId } })).toBe(0);
    const account = await db.account.findFirstOrThrow({ where: { userId: user.userId } });
    expect(account.password).toBe(`hashed:${PASSWORD.length}`);
  });

  test('somebody was last active when a session was, or when they signed in', async () => {
    const user = await harness.makeUser('Present Officer', ['CONTRIBUTOR']);
    expect((await accountOf(user.email)).lastActiveAt).toBeNull();
    await db.auditEvent.create({
      data: {
        at: new Date('2026-03-01T09:00:00Z'),
        actorId: user.userId,
        actorName: user.userName,
        action: 'session.signIn',
        entityType: 'USER',
        entityId: user.userId,
        requestId: 'test',
        payloadDigest: 'test',
      },
      select: { id: true },
    });
    expect((await accountOf(user.email)).lastActiveAt).toBe('2026-03-01T09:00:00.000Z');
  });

  test('nobody locks everybody out, not even two administrators at once', async () => {
    const own = { userId: people.administrator.userId, name: 'Administrator', teamIds: [] };
    const self = await problemOf(admin.deactivate({ userId: own.userId, version: 1 }));
    expect(self).toMatchObject({ code: 'RULE' });
    const last = await problemOf(admin.edit({ ...own, version: 1, roles: ['VIEWER'] }));
    expect(last.message).toContain('last administrator');
    const second = await harness.makeUser('Second Administrator', ['ADMINISTRATOR']);
    const tries = await Promise.allSettled([
      admin.deactivate({ userId: second.userId, version: 1 }),
      callerAs(second).people.deactivate({ userId: own.userId, version: 1 }),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const left = await db.roleGrant.count({
      where: { role: 'ADMINISTRATOR', user: { deactivatedAt: null } },
    });
    expect(left).toBe(1);
    await db.user.updateMany({ where: { id: own.userId }, data: { deactivatedAt: null } });
  });
});

test('only administrators read or change accounts', async () => {
  for (const name of ['lead', 'manager', 'contributor', 'partner', 'verifier', 'viewer'] as const) {
    const caller = callerAs(people[name]).people;
    expect((await problemOf(caller.list())).code).toBe('NOT_ALLOWED');
    expect((await problemOf(caller.invite(invitation()))).code).toBe('NOT_ALLOWED');
  }
  expect((await problemOf(callerAs(null).people.list())).code).toBe('NOT_SIGNED_IN');
});

test('an installation is set up once', async () => {
  const again = await problemOf(
    setUpInstallation(anybody, { name: 'Somebody', email: 'else@trust.example', password: PASSWORD }),
  );
  expect(again.message).toContain('set up already');
  const wrong = await problemOf(setUpInstallation(anybody, { name: ' ', email: 'x', password: 'short' }));
  expect(wrong.fields?.map(({ field }) => field)).toEqual(['name', 'email', 'password']);
});
