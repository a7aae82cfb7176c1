import type { InstallationMode, IsoDate, PostId, Role, TeamId, UserId } from '@gt/contracts/words';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getJson } from './http.ts';

export type SessionUser = {
  id: UserId;
  name: string;
  email: string;
  roles: Role[];
  teamIds: TeamId[];
  postIds: PostId[];
};
export type Installation = { mode: InstallationMode; needsSetUp: boolean };
/** `user` is null when nobody is signed in; `today` is the server's date in Europe/London. */
export type Session = { user: SessionUser | null; installation: Installation; today: IsoDate };

/** Who is signed in. Read by the guard of every page, and kept until sign-in or sign-out changes it. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => getJson<Session>('/api/session', signal),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

/** Today's date as the server sees it; dates are compared with this and never with the device's clock. */
export function useToday(): IsoDate {
  return useSuspenseQuery(sessionQuery).data.today;
}

/** The signed-in person, on pages behind the guard. */
export function useUser(): SessionUser {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data.user) throw new Error('useUser is for pages that need a signed-in person');
  return data.user;
}
