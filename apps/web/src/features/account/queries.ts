import type { RouterOutputs } from '@gt/api/types';
import type { Role } from '@gt/contracts/words';
import { mutationOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getJson, postJson } from '../../lib/http.ts';
import { trpc } from '../../lib/trpc.ts';

export type SampleAccount = { email: string; name: string; roles: Role[]; password: string };
export type Invitation = { email: string; name: string; kind: 'JOIN' | 'RESET' };
export type SetUp = { code?: string; name: string; email: string; password: string };

/** The made-up accounts of sample mode; an empty list anywhere else. */
export const sampleAccountsQuery = queryOptions({
  queryKey: ['account', 'samples'],
  queryFn: ({ signal }) => getJson<{ accounts: SampleAccount[] }>('/api/sample-accounts', signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const signInMutation = mutationOptions({
  mutationFn: (answers: { email: string; password: string }) => postJson('/api/auth/sign-in/email', answers),
});

/** What a one-time link is for; NOT_FOUND when it has been used or has run out. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['account', 'invitation', token],
    queryFn: ({ signal }) => getJson<Invitation>(`/api/invitations/${encodeURIComponent(token)}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const acceptInvitationMutation = (token: string) =>
  mutationOptions({
    mutationFn: (answers: { password: string }) =>
      postJson(`/api/invitations/${encodeURIComponent(token)}`, answers),
  });

export const setUpMutation = mutationOptions({
  mutationFn: (answers: SetUp) => postJson('/api/set-up', answers),
});

export type ChangePassword = { currentPassword: string; newPassword: string };

/** Also signs out every other device. */
export const changePasswordMutation = mutationOptions({
  mutationFn: (answers: ChangePassword) => postJson('/api/auth/change-password', answers),
});

export type DigestChoice = RouterOutputs['account']['digest'];

/** How the person wants the mail of a day. */
export const digestQuery = () => trpc.account.digest.queryOptions();

export function useSetDigest() {
  const client = useQueryClient();
  return useMutation(
    trpc.account.setDigest.mutationOptions({
      onSuccess: (kept) => client.setQueryData(digestQuery().queryKey, kept),
    }),
  );
}
