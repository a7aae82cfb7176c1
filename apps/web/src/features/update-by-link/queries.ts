import type { ActionByLinkOut, UpdateLinkViewOut } from '@gt/api/types';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { postJson } from '../../lib/http.ts';
import type { LinkWords } from './link-words.ts';

export type LinkView = UpdateLinkViewOut;
export type LinkAction = ActionByLinkOut;
export type SentUpdate = NonNullable<LinkAction['last']>;

/** What the link shows. A read, but the secret goes in the body: addresses are written down on their way. */
export const linkQuery = (secret: string) =>
  queryOptions({
    queryKey: ['update-by-link', secret],
    queryFn: () => postJson<LinkView>('/api/update-link', { secret }),
  });

export type ToSend = { actionId: string; writtenBy: string; words: LinkWords; idempotencyKey: string };

/** Sends the update of one action; the page then shows it as sent. */
export function useSendByLink(secret: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ words, ...update }: ToSend) => {
      const { nothingChanged, rag, percentComplete, ...texts } = words;
      const rating = nothingChanged
        ? { rag: null, percentComplete: null }
        : { rag, percentComplete: Number(percentComplete) };
      const body = { secret, ...update, ...texts, ...rating, nothingChanged };
      return postJson<{ action: LinkAction }>('/api/update-link/updates', body);
    },
    onSuccess: ({ action }) =>
      client.setQueryData(linkQuery(secret).queryKey, (view) =>
        view === undefined
          ? view
          : { ...view, actions: view.actions.map((row) => (row.id === action.id ? action : row)) },
      ),
  });
}
