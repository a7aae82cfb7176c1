import {
  invitationIdInput,
  inviteInput,
  linkOut,
  peopleListOutput,
  personEditInput,
  personIdInput,
  personIdOut,
  resetLinkInput,
} from '@gt/contracts/schemas';
import { procedure, router } from '../../core/trpc.ts';
import { createResetLink } from './create-reset-link.ts';
import { deactivatePerson, reactivatePerson } from './deactivate-person.ts';
import { editPerson } from './edit-person.ts';
import { invitePerson } from './invite-person.ts';
import { readPeople } from './read-people.ts';
import { revokeInvitation } from './revoke-invitation.ts';

export const peopleRouter = router({
  list: procedure
    .meta({ permission: 'people.read' })
    .output(peopleListOutput)
    .query(({ ctx }) => readPeople(ctx, ctx.scope)),

  invite: procedure
    .meta({ permission: 'people.edit' })
    .input(inviteInput)
    .output(linkOut)
    .mutation(({ ctx, input }) => invitePerson(ctx, ctx.scope, input)),

  revokeInvitation: procedure
    .meta({ permission: 'people.edit' })
    .input(invitationIdInput)
    .output(invitationIdInput)
    .mutation(({ ctx, input }) => revokeInvitation(ctx, ctx.scope, input)),

  edit: procedure
    .meta({ permission: 'people.edit' })
    .input(personEditInput)
    .output(personIdOut)
    .mutation(({ ctx, input }) => editPerson(ctx, ctx.scope, input)),

  deactivate: procedure
    .meta({ permission: 'people.edit' })
    .input(personIdInput)
    .output(personIdOut)
    .mutation(({ ctx, input }) => deactivatePerson(ctx, ctx.scope, input)),

  reactivate: procedure
    .meta({ permission: 'people.edit' })
    .input(personIdInput)
    .output(personIdOut)
    .mutation(({ ctx, input }) => reactivatePerson(ctx, ctx.scope, input)),

  resetLink: procedure
    .meta({ permission: 'people.edit' })
    .input(resetLinkInput)
    .output(linkOut)
    .mutation(({ ctx, input }) => createResetLink(ctx, ctx.scope, input)),
});
