import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { listInvitations, listPeople } from './people.repository.ts';

/** Accounts and open invitations, for the administrator. */
export async function readPeople(ctx: Context, scope: Scope) {
  return {
    people: await listPeople(ctx.db, scope),
    invitations: await listInvitations(ctx.db, scope),
    mailIsSetUp: ctx.settings.mailIsSetUp,
  };
}
