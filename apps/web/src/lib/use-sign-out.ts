import { useQueryClient } from '@tanstack/react-query';
import { forgetPlan } from './current-plan.ts';
import { forgetDrafts } from './draft-store.ts';
import { paths } from './paths.ts';
import { forgetPlaces } from './recent-places.ts';
import { useUser } from './session.ts';
import { signOut } from './sign-out.ts';

/**
 * Signs out by choice: drafts of this person leave the tab too (they are on the server), and the page is loaded
 * afresh, so that nothing that was read stays in memory.
 */
export function useSignOut(): () => Promise<void> {
  const user = useUser();
  const queryClient = useQueryClient();
  return async () => {
    await signOut();
    forgetDrafts(user.id);
    forgetPlan();
    forgetPlaces();
    queryClient.clear();
    window.location.assign(paths.signIn);
  };
}
