import { ROLES, type Role } from '@gt/contracts/words';
import { PLAN_ORDERS, type PlanOrder } from '@gt/domain/plan';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from '../lib/paths.ts';
import { oneOf, text } from '../lib/search-params.ts';
import {
  inspectorRoomRoute,
  joinRoute,
  resetRoute,
  root,
  setUpRoute,
  signInRoute,
  updateLinkRoute,
} from './outside-routes.ts';
import * as doors from './page-doors.ts';

import { planRoutes } from './plan-routes.ts';
import { behindSignIn, signedInRoute } from './signed-in-route.ts';

const homeRoute = createRoute({
  ...behindSignIn,
  path: paths.home,
  component: lazyRouteComponent(doors.home, 'HomePage'),
});
const reportTemplatesRoute = createRoute({
  ...behindSignIn,
  path: paths.reportTemplates,
  component: lazyRouteComponent(doors.reports, 'TemplatesPage'),
});
const allRedactionsRoute = createRoute({
  ...behindSignIn,
  path: paths.allRedactions,
  component: lazyRouteComponent(doors.redactions, 'RedactionsPage'),
});
const allPlansRoute = createRoute({
  ...behindSignIn,
  path: paths.allPlans,
  validateSearch: (search: Record<string, unknown>): { order?: PlanOrder } => ({
    order: oneOf(PLAN_ORDERS, search.order),
  }),
  component: lazyRouteComponent(doors.allPlans, 'AllPlansPage'),
});
const newPlanRoute = createRoute({
  ...behindSignIn,
  path: paths.newPlan,
  validateSearch: (search: Record<string, unknown>): { by?: 'hand'; into?: string } => ({
    by: oneOf(['hand'], search.by),
    into: text(search.into),
  }),
  component: lazyRouteComponent(doors.inspections, 'NewPlanPage'),
});
const importRoute = createRoute({
  ...behindSignIn,
  path: paths.importRun,
  validateSearch: (search: Record<string, unknown>): { into?: string } => ({ into: text(search.into) }),
  component: lazyRouteComponent(doors.inspections, 'ImportPage'),
});
const myWeekRoute = createRoute({
  ...behindSignIn,
  path: paths.myWeek,
  component: lazyRouteComponent(doors.updates, 'MyWeekPage'),
});
const myUpdatesRoute = createRoute({
  ...behindSignIn,
  path: paths.myUpdates,
  validateSearch: (search: Record<string, unknown>): { whose?: 'team' } => ({
    whose: oneOf(['team'], search.whose),
  }),
  component: lazyRouteComponent(doors.updates, 'MyUpdatesPage'),
});
const inboxRoute = createRoute({
  ...behindSignIn,
  path: paths.inbox,
  validateSearch: (search: Record<string, unknown>): { show?: 'unread' | 'mentions' } => ({
    show: oneOf(['unread', 'mentions'], search.show),
  }),
  component: lazyRouteComponent(doors.inbox, 'InboxPage'),
});
const teamsRoute = createRoute({
  ...behindSignIn,
  path: paths.teams,
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: text(search.q) }),
  component: lazyRouteComponent(doors.teams, 'TeamsPage'),
});
const leaverRoute = createRoute({
  ...behindSignIn,
  path: paths.leaver,
  validateSearch: (search: Record<string, unknown>): { person?: string } => ({ person: text(search.person) }),
  component: lazyRouteComponent(doors.teams, 'LeaverPage'),
});
const peopleRoute = createRoute({
  ...behindSignIn,
  path: paths.people,
  validateSearch: (search: Record<string, unknown>): { q?: string; role?: Role } => ({
    q: text(search.q),
    role: oneOf(ROLES, search.role),
  }),
  component: lazyRouteComponent(doors.people, 'PeoplePage'),
});
const auditRoute = createRoute({
  ...behindSignIn,
  path: paths.audit,
  validateSearch: (search: Record<string, unknown>): { plan?: string; kind?: string; record?: string } => ({
    plan: text(search.plan),
    kind: text(search.kind),
    record: text(search.record),
  }),
  component: lazyRouteComponent(doors.audit, 'AuditPage'),
});
const accountRoute = createRoute({
  ...behindSignIn,
  path: paths.account,
  component: lazyRouteComponent(doors.account, 'AccountPage'),
});
const moreRoute = createRoute({
  ...behindSignIn,
  path: paths.more,
  component: lazyRouteComponent(() => import('./shell/more-page.tsx'), 'MorePage'),
});

/** Every component of the design system on one page, for whoever works on it; not part of what is shipped. */
const developmentRoutes = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => root,
        path: '/gallery',
        component: lazyRouteComponent(() => import('./gallery.tsx'), 'Gallery'),
      }),
    ]
  : [];

/** The whole route table. */
export const routeTree = root.addChildren([
  ...developmentRoutes,
  signInRoute,
  joinRoute,
  resetRoute,
  setUpRoute,
  updateLinkRoute,
  inspectorRoomRoute,
  signedInRoute.addChildren([
    ...planRoutes,
    homeRoute,
    reportTemplatesRoute,
    allRedactionsRoute,
    allPlansRoute,
    newPlanRoute,
    importRoute,
    myWeekRoute,
    myUpdatesRoute,
    inboxRoute,
    teamsRoute,
    leaverRoute,
    peopleRoute,
    auditRoute,
    accountRoute,
    moreRoute,
  ]),
]);
