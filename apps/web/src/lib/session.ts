import type { InstallationMode, PostId, Role, TeamId, UserId } from '@gt/contracts/words';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getJson } from './http.ts';
import { ProblemError, problemOf } from './problem.ts';

export type SessionUser = {
  id: UserId;
  name: string;
  email: string;
  roles: Role[];
  teamIds: TeamId[];
  postIds: PostId[];
};
export type Installation = { mode: InstallationMode; needsSetUp: boolean };
/** `user` is null when nobody is signed in. */
export type Session = { user: SessionUser | null; installation: Installation | null };

async function loadSession(signal: AbortSignal): Promise<Session> {
  try {
    return await getJson<Session>('/api/session', signal);
  } catch (error) {
    if (error instanceof ProblemError && problemOf(error).code === 'NOT_SIGNED_IN')
      return { user: null, installation: null };
    throw error;
  }
}

/** Who is signed in. Read by the guard of every page, and kept until sign-in or sign-out changes it. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => loadSession(signal),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

/** The signed-in person, on pages behind the guard. */
export function useUser(): SessionUser {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data.user) throw new Error('useUser is for pages that need a signed-in person');
  return data.user;
}
