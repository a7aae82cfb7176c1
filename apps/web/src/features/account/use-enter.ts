import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { sessionQuery } from '../../lib/session.ts';
import { setSessionEnded } from '../../lib/session-ended.ts';

/** After a sign-in: forget what the last person saw, learn who this is, and go where they were going. */
export function useEnter(): (returnTo: string | undefined) => Promise<void> {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async (returnTo) => {
    queryClient.clear();
    setSessionEnded(false);
    await queryClient.fetchQuery(sessionQuery);
    await router.invalidate();
    router.history.push(returnTo ?? '/');
  };
}
