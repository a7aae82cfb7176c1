import { useEffect } from 'react';
import { type DraftFields, setDraftMirror, takeServerDrafts } from '../../lib/draft-store.ts';
import { useUser } from '../../lib/session.ts';
import { trpcClient } from '../../lib/trpc.ts';

/** Only plain values ever go into a draft; anything else was not written by a form of ours. */
function asFields(body: Record<string, unknown>): DraftFields {
  const plain = Object.entries(body).filter(
    ([, value]) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
  );
  return Object.fromEntries(plain) as DraftFields;
}

/** Keeps drafts on the server too, and brings back those written in another tab or on another day. */
export function useDraftMirror(): void {
  const { id: userId } = useUser();
  useEffect(() => {
    // A draft that cannot reach the server is still in this tab: nothing to say to the person.
    const ignore = () => undefined;
    setDraftMirror(({ body, key, ...of }) => {
      const sent = body
        ? trpcClient.account.saveDraft.mutate({ ...of, key, body })
        : trpcClient.account.discardDraft.mutate({ key });
      void sent.catch(ignore);
    });
    void trpcClient.account.listDrafts
      .query({})
      .then(({ drafts }) =>
        takeServerDrafts(
          userId,
          drafts.map(({ key, body }) => ({ key, body: asFields(body) })),
        ),
      )
      .catch(ignore);
    return () => setDraftMirror(undefined);
  }, [userId]);
}
