import { timingSafeEqual } from 'node:crypto';
import {
  acceptInvitation,
  type Context,
  DomainError,
  guard,
  needsSetUp,
  openInvitation,
  recordAudit,
  setUpInstallation,
} from '@gt/api';
import { SAMPLE_PASSWORD } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import type { Permission, PUBLIC } from '@gt/domain/authz';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clearLimit, takeFromLimit } from '../http/rate-limit.ts';
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

async function audit(services: Services, ctx: Context, who: { id: string; name: string }, action: string) {
  await inTransaction(services.db, (tx) =>
    recordAudit(
      tx,
      { userId: who.id, userName: who.name, now: ctx.now, requestId: ctx.requestId },
      { action, entityType: 'USER', entityId: who.id, planId: null },
    ),
  );
}

/** Copies the library's cookies to our answer; nothing else of its answer is used. */
function passCookies(from: Response, reply: FastifyReply): void {
  for (const cookie of from.headers.getSetCookie()) reply.header('set-cookie', cookie);
}

async function signIn(services: Services, request: FastifyRequest, reply: FastifyReply) {
  const ctx = systemContext(services, { requestId: String(request.id) });
  const email = bodyText(request, 'email', 320).trim().toLowerCase();
  const password = bodyText(request, 'password');
  const perPerson = `sign-in:${email}:${request.ip}`;
  await takeFromLimit(
    services.db,
    { key: `sign-in:${request.ip}`, cost: 1, max: 100, windowSeconds: MINUTES_15 },
    ctx.now,
  );
  await takeFromLimit(services.db, { key: perPerson, cost: 1, max: 10, windowSeconds: MINUTES_15 }, ctx.now);
  const user = await services.db.user.findUnique({ where: { email }, select: { id: true, name: true } });
  const answer = await services.auth.api.signInEmail({
    body: { email, password },
    headers: webHeaders(request),
    asResponse: true,
  });
  if (!answer.ok) {
    if (user) await audit(services, ctx, user, 'session.signInFailed');
    throw new DomainError(
      'NOT_SIGNED_IN',
      'The e-mail address or the password is not right. Check both; an administrator can send you a link for a new password.',
    );
  }
  passCookies(answer, reply);
  await clearLimit(services.db, perPerson);
  if (user) await audit(services, ctx, user, 'session.signIn');
  return { ok: true };
}

async function signOut(services: Services, request: FastifyRequest, reply: FastifyReply) {
  const ctx = await requestContext(services, request);
  const answer = await services.auth.api.signOut({ headers: webHeaders(request), asResponse: true });
  passCookies(answer, reply);
  if (ctx.signedIn) {
    await audit(services, ctx, { id: ctx.signedIn.userId, name: ctx.signedIn.userName }, 'session.signOut');
  }
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
  const answer = await services.auth.api.changePassword({
    body: { currentPassword: bodyText(request, 'currentPassword'), newPassword, revokeOtherSessions: true },
    headers: webHeaders(request),
    asResponse: true,
  });
  if (!answer.ok) {
    const message = 'The present password is not right.';
    throw new DomainError('INVALID', message, { fields: [{ field: 'currentPassword', message }] });
  }
  passCookies(answer, reply);
  await audit(services, ctx, { id: scope.userId, name: scope.userName }, 'person.changePassword');
  return { ok: true };
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
    { key: `link:${request.ip}`, cost: 1, max: 60, windowSeconds: MINUTES_15 },
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
    { key: `link:${request.ip}`, cost: 1, max: 60, windowSeconds: MINUTES_15 },
    ctx.now,
  );
  const { token } = request.params as { token: string };
  return acceptInvitation(ctx, { secret: token, password: bodyText(request, 'password') });
}

async function setUp(services: Services, request: FastifyRequest) {
  const ctx = systemContext(services, { requestId: String(request.id) });
  await takeFromLimit(
    services.db,
    { key: `set-up:${request.ip}`, cost: 1, max: 20, windowSeconds: MINUTES_15 },
    ctx.now,
  );
  const given = Buffer.from(bodyText(request, 'code').padEnd(64).slice(0, 64));
  const wanted = Buffer.from(services.setUpCode.padEnd(64).slice(0, 64));
  if (!timingSafeEqual(given, wanted)) {
    const message = 'The set-up code is not right. It is printed where the server was started.';
    throw new DomainError('INVALID', message, { fields: [{ field: 'code', message }] });
  }
  return setUpInstallation(ctx, {
    name: bodyText(request, 'name'),
    email: bodyText(request, 'email', 320),
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
