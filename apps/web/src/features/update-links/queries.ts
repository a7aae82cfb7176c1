import type { RouterOutputs } from '@gt/api/types';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

export type UpdateLinks = RouterOutputs['updateLinks']['list'];
export type UpdateLinkRow = UpdateLinks['links'][number];
export type Partner = UpdateLinks['partners'][number];
/** A link that was made: shown once, or on its way by mail. */
export type MadeLink = RouterOutputs['updateLinks']['create'];
export type SendResult = RouterOutputs['updateLinks']['createMany']['results'][number];

/** The links that one looks after in a plan, and the agencies to send one to. */
export const updateLinksQuery = (planId: string) => trpc.updateLinks.list.queryOptions({ planId });

export const createLinkMutation = () => trpc.updateLinks.create.mutationOptions();
export const sendManyMutation = () => trpc.updateLinks.createMany.mutationOptions();
export const sendAgainMutation = () => trpc.updateLinks.sendAgain.mutationOptions();
export const revokeLinkMutation = () => trpc.updateLinks.revoke.mutationOptions();

export function refreshLinks(): Promise<void> {
  return queryClient.invalidateQueries(trpc.updateLinks.pathFilter());
}
