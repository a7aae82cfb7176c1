import type { RouterOutputs } from '@gt/api/types';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

export type RedactionRow = RouterOutputs['redactions']['list'][number];
export type RedactionPreview = RouterOutputs['redactions']['preview'];

/** Requests to destroy: every one for who may decide, one's own for everybody else. */
export const redactionsQuery = (planId: string | null) => trpc.redactions.list.queryOptions({ planId });

/** What agreeing would destroy. Not kept: the words are to be gone. */
export const redactionPreviewQuery = (redactionId: string) => ({
  ...trpc.redactions.preview.queryOptions({ redactionId }),
  gcTime: 0,
  staleTime: 0,
});

export const requestRedactionMutation = () => trpc.redactions.request.mutationOptions();
export const decideRedactionMutation = () => trpc.redactions.decide.mutationOptions();

export async function refreshRedactions(): Promise<void> {
  await queryClient.invalidateQueries(trpc.redactions.pathFilter());
}

/** After destroying: nothing that this browser had read of the record may stay. */
export async function forgetDestroyed(): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}
