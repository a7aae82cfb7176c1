import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { paths } from '../lib/paths.ts';
import { readRoomSearch } from '../lib/room-search.ts';
import { ownPath, text } from '../lib/search-params.ts';
import { sessionQuery } from '../lib/session.ts';
import { ErrorPageAlone } from './error-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import * as doors from './page-doors.ts';
import { RootFrame } from './root-frame.tsx';

/*
 * The root, and the pages that stand outside the shell: before signing in, and for those who never do.
 */

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: RootFrame,
  errorComponent: ErrorPageAlone,
  notFoundComponent: NotFoundPage,
});

export const signInRoute = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: (search: Record<string, unknown>): { returnTo?: string } => ({
    returnTo: ownPath(search.returnTo),
  }),
  beforeLoad: async ({ context, search }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session.installation.needsSetUp) throw redirect({ to: paths.setUp });
    if (session.user) throw redirect({ href: search.returnTo ?? paths.home });
  },
  component: lazyRouteComponent(doors.account, 'SignInPage'),
});
export const joinRoute = createRoute({
  getParentRoute: () => root,
  path: paths.join,
  component: lazyRouteComponent(doors.account, 'InvitationPage'),
});
export const resetRoute = createRoute({
  getParentRoute: () => root,
  path: paths.reset,
  component: lazyRouteComponent(doors.account, 'InvitationPage'),
});
export const setUpRoute = createRoute({
  getParentRoute: () => root,
  path: paths.setUp,
  validateSearch: (search: Record<string, unknown>): { code?: string } => ({ code: text(search.code) }),
  component: lazyRouteComponent(doors.account, 'SetUpPage'),
});

export const updateLinkRoute = createRoute({
  getParentRoute: () => root,
  path: paths.updateLink,
  component: lazyRouteComponent(doors.updateByLink, 'UpdateLinkPage'),
});

export const inspectorRoomRoute = createRoute({
  getParentRoute: () => root,
  path: paths.inspectorRoom,
  validateSearch: readRoomSearch,
  component: lazyRouteComponent(doors.room, 'RoomPage'),
});
