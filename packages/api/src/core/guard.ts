import { holds, type Permission, type PUBLIC } from '@gt/domain/authz';
import type { Context } from './context.ts';
import { DomainError, notAllowed } from './domain-error.ts';
import { mintScope, type Scope } from './scope.ts';

export type Access = Permission | typeof PUBLIC;

/**
 * The one gate. Procedures and file routes pass through here with the permission they declare, and get a Scope
 * in return. Throws NOT_SIGNED_IN or NOT_ALLOWED.
 */
export function guard(ctx: Context, permission: Permission): Scope {
  if (!ctx.signedIn) {
    throw new DomainError(
      'NOT_SIGNED_IN',
      'You are signed out. Sign in again to go on; your words are kept.',
    );
  }
  if (!holds(ctx.signedIn.roles, permission)) {
    throw notAllowed('Your role does not include this. Ask the programme lead or an administrator.');
  }
  return mintScope(ctx.signedIn, { today: ctx.today, now: ctx.now, requestId: ctx.requestId });
}

/** The scope of background work, which acts for the person who asked for it and names them in the audit. */
export function systemScope(
  who: { userId: string; userName: string },
  request: Pick<Context, 'today' | 'now' | 'requestId'>,
): Scope {
  return mintScope({ ...who, roles: ['PROGRAMME_LEAD'], teamIds: [], postIds: [] }, request);
}
