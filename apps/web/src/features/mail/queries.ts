import type { RouterOutputs } from '@gt/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

export type MailState = RouterOutputs['mail']['state'];

/** How mail stands; asked again now and then while somebody looks at it. */
export const mailStateQuery = () => trpc.mail.state.queryOptions(undefined, { refetchInterval: 30_000 });

export function useMailWrites() {
  const client = useQueryClient();
  return {
    setInside: useMutation(
      trpc.mail.setInsideDomains.mutationOptions({
        onSuccess: (state) => client.setQueryData(mailStateQuery().queryKey, state),
      }),
    ),
    tryAgain: useMutation(
      trpc.mail.tryAgain.mutationOptions({
        onSuccess: () => client.invalidateQueries(trpc.mail.pathFilter()),
      }),
    ),
  };
}
