import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { paths } from '../lib/paths.ts';
import { sessionQuery } from '../lib/session.ts';
import { root } from './outside-routes.ts';

/** Everything below needs a signed-in person. The server decides again on every call; this only saves a journey. */
export const signedInRoute = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session.user) return { user: session.user };
    if (session.installation.needsSetUp) throw redirect({ to: paths.setUp });
    const returnTo = location.href === '/' ? undefined : location.href;
    throw redirect({ to: paths.signIn, search: { returnTo } });
  },
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
});
export const behindSignIn = { getParentRoute: () => signedInRoute };
