import { createHash, timingSafeEqual } from 'node:crypto';
import {
  acceptInvitation,
  type Context,
  DomainError,
  guard,
  needsSetUp,
  openInvitation,
  recordAudit,
  type Scope,
  setUpInstallation,
} from '@gt/api';
import { SAMPLE_PASSWORD } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import type { Permission, PUBLIC } from '@gt/domain/authz';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { logProblem } from '../http/log-problem.ts';
import { addressGroup, clearLimit, giveBack, takeFromLimit } from '../http/rate-limit.ts';
import { requestContext, systemContext, webHeaders } from '../request-context.ts';
import type { Services } from '../services.ts';
import { passwordProblem } from './password-rules.ts';

/** Sign-in and what surrounds it. The census walks this list beside the procedures and file routes. */
export type AuthRoute = {
  method: 'GET' | 'POST';
  path: string;
  permission: Permission | typeof PUBLIC;
  handle(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
};

const MINUTES_15 = 15 * 60;

function bodyText(request: FastifyRequest, field: string, max = 500): string {
  const body = request.body as Record<string, unknown> | null;
  const value = body?.[field];
  return typeof value === 'string' ? value.slice(0, max) : '';
}

/** One line of text as a person typed it: what no database takes (zero bytes, half characters) is left out. */
function bodyLine(request: FastifyRequest, field: string, max: number): string {
  return bodyText(request, field, max)
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .trim();
}

type Who = { id: string; name: string };

/** Writes what `work` does and its row of history in one transaction. */
async function onRecord(ctx: Context, who: Who, action: string, work: (tx: Tx) => Promise<unknown>) {
  await inTransaction(ctx.db, async (tx) => {
    await work(tx);
    const actor = { userId: who.id, userName: who.name, now: ctx.now, requestId: ctx.requestId };
    await recordAudit(tx, actor, { action, entityType: 'USER', entityId: who.id, planId: null });
  });
}

/** Copies the library's cookies to our answer; nothing else of its answer is used. */
function passCookies(from: Response, reply: FastifyReply): void {
  for (const cookie of from.headers.getSetCookie()) reply.header('set-cookie', cookie);
}

async function signIn(services: Services, request: FastifyRequest, reply: FastifyReply) {
  const ctx = systemContext(services, { requestId: String(request.id) });
  const { db } = services;
  const email = bodyLine(request, 'email', 320).toLowerCase();
  const password = bodyText(request, 'password');
  const perPlace = `sign-in:${addressGroup(request.ip)}`;
  const perPerson = `sign-in:${email}:${addressGroup(request.ip)}`;
  await takeFromLimit(db, { key: perPlace, cost: 1, max: 100, windowSeconds: MINUTES_15 }, ctx.now);
  await takeFromLimit(db, { key: perPerson, cost: 1, max: 10, windowSeconds: MINUTES_15 }, ctx.now);
  const user = await db.user.findUnique({ where: { email }, select: { id: true, name: true } });
  const answer = await services.auth.api.signInEmail({
    body: { email, password },
    headers: webHeaders(request),
    asResponse: true,
  });
  if (!answer.ok || !user) {
    // Not waited for: the answer to an address with an account must not take longer than to one without.
    if (user) {
      void onRecord(ctx, user, 'session.signInFailed', async () => undefined).catch((error: unknown) =>
        logProblem(request.log, error, { requestId: ctx.requestId }),
      );
    }
    throw new DomainError(
      'NOT_SIGNED_IN',
      'The e-mail address or the password is not right. Check both; an administrator can send you a link for a new password.',
    );
  }
  await handOut(services, request, reply, { ctx, user, answer });
  await clearLimit(db, perPerson);
  await giveBack(db, perPlace);
  return { ok: true };
}

/**
 * Gives the browser the session that the library has made, once the history says so; a session without its row is
 * taken back, and nobody was ever told its token. The session that this browser had before ends.
 */
async function handOut(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  made: { ctx: Context; user: Who; answer: Response },
): Promise<void> {
  const { token } = (await made.answer.clone().json()) as { token: string };
  try {
    const { signedIn: before } = await requestContext(services, request);
    await onRecord(made.ctx, made.user, 'session.signIn', async (tx) => {
      if (before) await tx.session.deleteMany({ where: { id: before.sessionId } });
    });
  } catch (error) {
    await services.db.session.deleteMany({ where: { token } });
    throw error;
  }
  passCookies(made.answer, reply);
}

async function signOut(services: Services, request: FastifyRequest, reply: FastifyReply) {
  const ctx = await requestContext(services, request);
  const { signedIn } = ctx;
  if (signedIn) {
    await onRecord(ctx, { id: signedIn.userId, name: signedIn.userName }, 'session.signOut', (tx) =>
      tx.session.deleteMany({ where: { id: signedIn.sessionId } }),
    );
  }
  passCookies(await services.auth.api.signOut({ headers: webHeaders(request), asResponse: true }), reply);
  return { ok: true };
}

async function changePassword(services: Services, request: FastifyRequest, reply: FastifyReply) {
  const ctx = await requestContext(services, request);
  const scope = guard(ctx, 'account.self');
  const newPassword = bodyText(request, 'newPassword');
  await takeFromLimit(
    services.db,
    { key: `password:${scope.userId}`, cost: 1, max: 10, windowSeconds: MINUTES_15 },
    ctx.now,
  );
  const problem = passwordProblem(newPassword, [scope.userName, ctx.signedIn?.email ?? '']);
  if (problem)
    throw new DomainError('INVALID', problem, { fields: [{ field: 'newPassword', message: problem }] });
  const changed = await replacePassword(services, ctx, scope, {
    current: bodyText(request, 'currentPassword'),
    next: newPassword,
  });
  if (!changed) {
    const message = 'The present password is not right.';
    throw new DomainError('INVALID', message, { fields: [{ field: 'currentPassword', message }] });
  }
  // Every session has ended, this one too: whoever had copied it is out. The browser gets a new one.
  const answer = await services.auth.api.signInEmail({
    body: { email: ctx.signedIn?.email ?? '', password: newPassword },
    headers: webHeaders(request),
    asResponse: true,
  });
  if (answer.ok) passCookies(answer, reply);
  return { ok: true };
}

/** Sets the new password and ends every session. False when the present password is wrong. */
async function replacePassword(
  services: Services,
  ctx: Context,
  scope: Scope,
  passwords: { current: string; next: string },
): Promise<boolean> {
  const { userId, userName } = scope;
  const { password: crypt } = await services.auth.$context;
  const own = { userId, providerId: 'credential' };
  const account = await services.db.account.findFirst({ where: own, select: { password: true } });
  const hash = account?.password;
  if (!hash || !(await crypt.verify({ hash, password: passwords.current }))) return false;
  const password = await services.accounts.hashPassword(passwords.next);
  await onRecord(ctx, { id: userId, name: userName }, 'person.changePassword', async (tx) => {
    const written = await tx.account.updateMany({ where: { ...own, password: hash }, data: { password } });
    if (written.count === 0)
      throw new DomainError('RULE', 'The password was changed at the same moment. Sign in again.');
    await tx.session.deleteMany({ where: { userId } });
    await tx.invitation.updateMany({
      where: { userId, kind: 'RESET', usedAt: null, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
  });
  return true;
}

async function session(services: Services, request: FastifyRequest) {
  const ctx = await requestContext(services, request);
  const installation = { mode: services.mode, needsSetUp: ctx.signedIn ? false : await needsSetUp(ctx) };
  if (!ctx.signedIn) return { user: null, installation, today: ctx.today };
  const { userId, userName, email, roles, teamIds, postIds } = ctx.signedIn;
  return {
    user: { id: userId, name: userName, email, roles, teamIds, postIds },
    installation,
    today: ctx.today,
  };
}

async function sampleAccounts(services: Services) {
  if (services.mode !== 'SAMPLE') return { accounts: [] };
  const users = await services.db.user.findMany({
    where: { isSample: true, deactivatedAt: null },
    select: { email: true, name: true, roleGrants: { select: { role: true } } },
    orderBy: { createdAt: 'asc' },
    take: 30,
  });
  return {
    accounts: users.map((user) => ({
      email: user.email,
      name: user.name,
      roles: user.roleGrants.map((grant) => grant.role),
      password: SAMPLE_PASSWORD,
    })),
  };
}

async function showInvitation(services: Services, request: FastifyRequest) {
  const ctx = systemContext(services, { requestId: String(request.id) });
  await takeFromLimit(
    services.db,
    { key: `link:${addressGroup(request.ip)}`, cost: 1, max: 60, windowSeconds: MINUTES_15 },
    ctx.now,
  );
  const { token } = request.params as { token: string };
  const { email, name, kind } = await openInvitation(ctx, token);
  return { email, name, kind };
}

async function useInvitation(services: Services, request: FastifyRequest) {
  const ctx = systemContext(services, { requestId: String(request.id) });
  await takeFromLimit(
    services.db,
    { key: `link:${addressGroup(request.ip)}`, cost: 1, max: 60, windowSeconds: MINUTES_15 },
    ctx.now,
  );
  const { token } = request.params as { token: string };
  return acceptInvitation(ctx, { secret: token, password: bodyText(request, 'password') });
}

async function setUp(services: Services, request: FastifyRequest) {
  const ctx = systemContext(services, { requestId: String(request.id) });
  await takeFromLimit(
    services.db,
    { key: `set-up:${addressGroup(request.ip)}`, cost: 1, max: 20, windowSeconds: MINUTES_15 },
    ctx.now,
  );
  const digest = (code: string) => createHash('sha256').update(code, 'utf8').digest();
  if (!timingSafeEqual(digest(bodyText(request, 'code').trim()), digest(services.setUpCode))) {
    const message = 'The set-up code is not right. It is printed where the server was started.';
    throw new DomainError('INVALID', message, { fields: [{ field: 'code', message }] });
  }
  return setUpInstallation(ctx, {
    name: bodyLine(request, 'name', 120),
    email: bodyLine(request, 'email', 320),
    password: bodyText(request, 'password'),
  });
}

export const authRoutes: readonly AuthRoute[] = [
  { method: 'POST', path: '/api/auth/sign-in/email', permission: 'public', handle: signIn },
  { method: 'POST', path: '/api/auth/sign-out', permission: 'public', handle: signOut },
  { method: 'POST', path: '/api/auth/change-password', permission: 'account.self', handle: changePassword },
  { method: 'GET', path: '/api/session', permission: 'public', handle: session },
  { method: 'GET', path: '/api/sample-accounts', permission: 'public', handle: sampleAccounts },
  { method: 'GET', path: '/api/invitations/:token', permission: 'public', handle: showInvitation },
  { method: 'POST', path: '/api/invitations/:token', permission: 'public', handle: useInvitation },
  { method: 'POST', path: '/api/set-up', permission: 'public', handle: setUp },
];
