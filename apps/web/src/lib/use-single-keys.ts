import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { trpc } from './trpc.ts';

/**
 * Whether single keys do something for this person. Until the server has said so they do nothing: somebody who
 * dictates must not set them off in the first second.
 */
export function useSingleKeys(): { isOn: boolean; isKnown: boolean; set: (isOn: boolean) => void } {
  const client = useQueryClient();
  const query = trpc.account.preference.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY });
  const { data } = useQuery(query);
  const change = useMutation(
    trpc.account.setPreference.mutationOptions({
      // Put back when it could not be kept.
      onError: () => client.invalidateQueries({ queryKey: query.queryKey }),
    }),
  );
  const set = (singleKeys: boolean) => {
    client.setQueryData(query.queryKey, { singleKeys });
    change.mutate({ singleKeys });
  };
  return { isOn: data?.singleKeys ?? false, isKnown: data !== undefined, set };
}
