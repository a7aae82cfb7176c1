import type { RouterOutputs } from '@gt/api/types';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

export type TeamRow = RouterOutputs['teams']['list'][number];
export type PostRow = TeamRow['posts'][number];

/** Every team and partner agency with members, posts and holders. */
export const teamsQuery = () => trpc.teams.list.queryOptions();

/** After a write: teams, posts and holders are shown on both pages. */
export async function refreshTeams(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.teams.pathFilter()),
    queryClient.invalidateQueries(trpc.people.pathFilter()),
  ]);
}

export const createTeamMutation = () => trpc.teams.create.mutationOptions();
export const editTeamMutation = () => trpc.teams.edit.mutationOptions();
export const createPostMutation = () => trpc.teams.createPost.mutationOptions();
export const editPostMutation = () => trpc.teams.editPost.mutationOptions();
export const setPostHolderMutation = () => trpc.teams.setPostHolder.mutationOptions();

export type LeaverHolds = RouterOutputs['teams']['leaver'];
/** Everything that somebody holds. */
export const leaverQuery = (userId: string) => trpc.teams.leaver.queryOptions({ userId });
export const handOverLeaverMutation = () => trpc.teams.handOverLeaver.mutationOptions();
export const undoHandOverMutation = () => trpc.teams.undoHandOver.mutationOptions();
/** Posts that came to the signed-in person lately, with their notes. */
export const handedToMeQuery = () => trpc.teams.handedToMe.queryOptions();

/** Active accounts, to choose a holder from; whoever may hand over a post may read them. */
export const accountsQuery = () => trpc.people.list.queryOptions();
