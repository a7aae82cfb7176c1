import { describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { newSecret, secretDigest } from './secret-link.ts';

const harness = await startHarness();
const { db, people } = harness;
const admin = harness.callerAs(people.administrator);
const PASSWORD = 'walnut harbour trombone';

const invitation = (email: string) => ({
  email,
  name: 'Virtual School Head, holder 1',
  roles: ['CONTRIBUTOR' as const],
  teamIds: [],
  postId: null,
  idempotencyKey: newId(),
});

const secretOf = (answer: { link: string | null }) => answer.link?.split('/').at(-1) ?? '';
const accept = (secret: string) => acceptInvitation(harness.ctxAs(null), { secret, password: PASSWORD });
const outcomes = (settled: PromiseSettledResult<unknown>[]) =>
  settled.filter(({ status }) => status === 'fulfilled').length;

describe('one-time links', () => {
  test('twenty people who open one link at once make one account', async () => {
    const secret = secretOf(await admin.people.invite(invitation('twenty@trust.example')));
    const settled = await Promise.allSettled(Array.from({ length: 20 }, () => accept(secret)));
    expect(outcomes(settled)).toBe(1);
    expect(await db.user.count({ where: { email: 'twenty@trust.example' } })).toBe(1);
    await expect(accept(secret)).rejects.toThrow('has been used');
  });

  test('two open links to one address, in two spellings, make one account', async () => {
    const [one, two] = await Promise.all([
      admin.people.invite(invitation('Twice@Trust.example')),
      admin.people.invite(invitation(' twice@trust.example ')),
    ]);
    const settled = await Promise.allSettled([one, two].map((answer) => accept(secretOf(answer))));
    expect(outcomes(settled)).toBe(1);
    expect(await db.user.count({ where: { email: { contains: 'twice@', mode: 'insensitive' } } })).toBe(1);
    await expect(admin.people.invite(invitation('TWICE@trust.example'))).rejects.toThrow('has an account');
  });

  test.each([
    'josé@trust.example',
    'a\u200bb@trust.example',
    'a@trust',
    'a b@trust.example',
    '.a@trust.example',
  ])('an address that could never sign in is not invited: %s', async (email) => {
    await expect(admin.people.invite(invitation(email))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('a new password by one link ends the other links to a new password', async () => {
    const person = await harness.makeUser('Two links', ['VIEWER']);
    const link = { kind: 'RESET' as const, email: person.email, name: 'Two links', userId: person.userId };
    const secrets = [newSecret(), newSecret()];
    for (const secret of secrets) {
      await db.invitation.create({
        data: {
          ...link,
          roles: [],
          tokenDigest: secretDigest(secret),
          createdById: people.administrator.userId,
          expiresAt: new Date('2026-03-19'),
        },
        select: { id: true },
      });
    }
    await accept(secrets[0] ?? '');
    await expect(accept(secrets[1] ?? '')).rejects.toThrow('used, withdrawn');
  });

  test('a link that was on its way when the account was closed opens nothing', async () => {
    const person = await harness.makeUser('Closed meanwhile', ['VIEWER']);
    await db.account.create({
      data: {
        userId: person.userId,
        accountId: person.userId,
        providerId: 'credential',
        password: 'as it was',
      },
      select: { id: true },
    });
    const secret = secretOf(await admin.people.resetLink({ userId: person.userId, idempotencyKey: newId() }));
    // As when both happen at the same moment: the link is written after the others were taken back.
    await db.user.update({
      where: { id: person.userId },
      data: { deactivatedAt: new Date() },
      select: { id: true },
    });
    await expect(accept(secret)).rejects.toThrow('account is closed');
    const account = await db.account.findFirstOrThrow({ where: { userId: person.userId } });
    expect(account.password).toBe('as it was');
  });
});

describe('administrators', () => {
  test('two who demote each other at the same moment leave one', async () => {
    await db.roleGrant.deleteMany({ where: { role: 'ADMINISTRATOR' } });
    const pair = [
      await harness.makeUser('Administrator, holder 2', ['ADMINISTRATOR']),
      await harness.makeUser('Administrator, holder 3', ['ADMINISTRATOR']),
    ] as const;
    const demote = (by: (typeof pair)[number], whom: (typeof pair)[number]) =>
      harness
        .callerAs(by)
        .people.edit({ userId: whom.userId, version: 1, name: 'A', roles: ['VIEWER'], teamIds: [] });
    const settled = await Promise.allSettled([demote(pair[0], pair[1]), demote(pair[1], pair[0])]);
    expect(outcomes(settled)).toBe(1);
    expect(await db.roleGrant.count({ where: { role: 'ADMINISTRATOR' } })).toBe(1);
  });
});

test('every write about people has its row of history, and no secret is in it or in the mail that was sent', async () => {
  const events = await db.auditEvent.findMany({
    select: { action: true, payload: { select: { body: true } } },
  });
  const actions = new Set(events.map(({ action }) => action));
  for (const action of [
    'person.invite',
    'person.join',
    'person.resetLink',
    'person.resetPassword',
    'person.edit',
  ])
    expect(actions, action).toContain(action);
  expect(JSON.stringify(events.map(({ payload }) => payload))).not.toMatch(/walnut|hashed:|tokenDigest/);
});
