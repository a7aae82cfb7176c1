import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';
import { setSessionEnded } from './session-ended.ts';

/** A wrong password on the sign-in page has the same code: only somebody who was signed in can be signed out. */
function noticeSessionEnd(error: unknown): void {
  const session = queryClient.getQueryData<{ user: unknown }>(['session']);
  if (session?.user && problemOf(error).code === 'NOT_SIGNED_IN') setSessionEnded(true);
}

/** Only a server that could not be reached is worth asking again; a refusal stays a refusal. */
function worthRetrying(count: number, error: unknown): boolean {
  return count < 2 && problemOf(error).code === 'UNAVAILABLE';
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSessionEnd }),
  mutationCache: new MutationCache({ onError: noticeSessionEnd }),
  defaultOptions: {
    queries: { staleTime: 30_000, retry: worthRetrying },
    mutations: { retry: false, networkMode: 'always' },
  },
});
