import type { RouterOutputs } from '@gt/api/types';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

export type PeopleList = RouterOutputs['people']['list'];
export type PersonRow = PeopleList['people'][number];
export type InvitationRow = PeopleList['invitations'][number];
/** A one-time link that was made: shown once, or on its way by mail. */
export type MadeLink = RouterOutputs['people']['invite'];

/** Accounts, open invitations, and whether mail can go out. */
export const peopleQuery = () => trpc.people.list.queryOptions();

/** After a write: roles, teams and posts of people are shown on both pages. */
export async function refreshPeople(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.people.pathFilter()),
    queryClient.invalidateQueries(trpc.teams.pathFilter()),
  ]);
}

export const inviteMutation = () => trpc.people.invite.mutationOptions();
export const editPersonMutation = () => trpc.people.edit.mutationOptions();
export const deactivateMutation = () => trpc.people.deactivate.mutationOptions();
export const reactivateMutation = () => trpc.people.reactivate.mutationOptions();
export const resetLinkMutation = () => trpc.people.resetLink.mutationOptions();
export const revokeInvitationMutation = () => trpc.people.revokeInvitation.mutationOptions();
