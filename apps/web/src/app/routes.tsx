import { RAGS, type Rag, ROLES, type Role } from '@gt/contracts/words';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readEvidenceSearch } from '../lib/evidence-search.ts';
import { readMeasuresSearch } from '../lib/measures-search.ts';
import { readMovementSearch } from '../lib/movement-search.ts';
import { paths } from '../lib/paths.ts';
import { readPlanActionsSearch } from '../lib/plan-actions-search.ts';
import { oneOf, ownPath, text } from '../lib/search-params.ts';
import { sessionQuery } from '../lib/session.ts';
import { ErrorPageAlone } from './error-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { RootFrame } from './root-frame.tsx';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: RootFrame,
  errorComponent: ErrorPageAlone,
  notFoundComponent: NotFoundPage,
});

const account = () => import('../features/account/public.tsx');
const assignments = () => import('../features/assignments/public.tsx');
const actions = () => import('../features/actions/public.tsx');
/** Pages on their own, where the door beside them is part of every page: what opens first waits for nothing else. */
const planActions = () => import('../features/actions/plan-actions-page.tsx');
const audit = () => import('../features/audit/public.tsx');
const dashboard = () => import('../features/dashboard/public.tsx');
const evidence = () => import('../features/evidence/public.tsx');
const inspections = () => import('../features/inspections/public.tsx');
const movement = () => import('../features/movement/public.tsx');
const inbox = () => import('../features/notifications/inbox-page.tsx');
const measures = () => import('../features/measures/public.tsx');
const packs = () => import('../features/packs/public.tsx');
const people = () => import('../features/people/public.tsx');
const planning = () => import('../features/planning/public.tsx');
const home = () => import('../features/plans/home-page.tsx');
const readiness = () => import('../features/readiness/public.tsx');
const recommendations = () => import('../features/recommendations/public.tsx');
const reminders = () => import('../features/reminders/public.tsx');
const reports = () => import('../features/reports/public.tsx');
const reviews = () => import('../features/reviews/public.tsx');
const redactions = () => import('../features/redactions/public.tsx');
const teams = () => import('../features/teams/public.tsx');
const updateLinks = () => import('../features/update-links/public.tsx');
const updateByLink = () => import('../features/update-by-link/public.tsx');
const updates = () => import('../features/updates/public.tsx');

const signInRoute = createRoute({
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
  component: lazyRouteComponent(account, 'SignInPage'),
});
const joinRoute = createRoute({
  getParentRoute: () => root,
  path: paths.join,
  component: lazyRouteComponent(account, 'InvitationPage'),
});
const resetRoute = createRoute({
  getParentRoute: () => root,
  path: paths.reset,
  component: lazyRouteComponent(account, 'InvitationPage'),
});
const setUpRoute = createRoute({
  getParentRoute: () => root,
  path: paths.setUp,
  validateSearch: (search: Record<string, unknown>): { code?: string } => ({ code: text(search.code) }),
  component: lazyRouteComponent(account, 'SetUpPage'),
});

const updateLinkRoute = createRoute({
  getParentRoute: () => root,
  path: paths.updateLink,
  component: lazyRouteComponent(updateByLink, 'UpdateLinkPage'),
});

/** Everything below needs a signed-in person. The server decides again on every call; this only saves a journey. */
const signedInRoute = createRoute({
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
const behindSignIn = { getParentRoute: () => signedInRoute };

const homeRoute = createRoute({
  ...behindSignIn,
  path: paths.home,
  component: lazyRouteComponent(home, 'HomePage'),
});
const positionRoute = createRoute({
  ...behindSignIn,
  path: paths.position,
  component: lazyRouteComponent(dashboard, 'PositionPage'),
});
const planActionsRoute = createRoute({
  ...behindSignIn,
  path: paths.planActions,
  validateSearch: readPlanActionsSearch,
  component: lazyRouteComponent(planActions, 'PlanActionsPage'),
});
const actionRoute = createRoute({
  ...behindSignIn,
  path: paths.action,
  component: lazyRouteComponent(actions, 'ActionPage'),
});
const planDatesRoute = createRoute({
  ...behindSignIn,
  path: paths.planDates,
  component: lazyRouteComponent(planning, 'DatesPage'),
});
const planChallengeRoute = createRoute({
  ...behindSignIn,
  path: paths.planChallenge,
  validateSearch: (search: Record<string, unknown>): { show?: 'unexplained' } => ({
    show: oneOf(['unexplained'], search.show),
  }),
  component: lazyRouteComponent(planning, 'ChallengePage'),
});
const planBinRoute = createRoute({
  ...behindSignIn,
  path: paths.planBin,
  component: lazyRouteComponent(planning, 'BinPage'),
});
const planSettingsRoute = createRoute({
  ...behindSignIn,
  path: paths.planSettings,
  component: lazyRouteComponent(planning, 'PlanSettingsPage'),
});
const recommendationsRoute = createRoute({
  ...behindSignIn,
  path: paths.recommendations,
  component: lazyRouteComponent(recommendations, 'RecommendationsPage'),
});
const recommendationRoute = createRoute({
  ...behindSignIn,
  path: paths.recommendation,
  component: lazyRouteComponent(recommendations, 'RecommendationPage'),
});
const workloadRoute = createRoute({
  ...behindSignIn,
  path: paths.workload,
  component: lazyRouteComponent(assignments, 'WorkloadPage'),
});
const evidenceRoute = createRoute({
  ...behindSignIn,
  path: paths.evidence,
  validateSearch: readEvidenceSearch,
  component: lazyRouteComponent(evidence, 'EvidencePage'),
});
const measuresRoute = createRoute({
  ...behindSignIn,
  path: paths.measures,
  validateSearch: readMeasuresSearch,
  component: lazyRouteComponent(measures, 'MeasuresPage'),
});
const reviewsRoute = createRoute({
  ...behindSignIn,
  path: paths.reviews,
  component: lazyRouteComponent(reviews, 'ReviewsPage'),
});
const reviewRoute = createRoute({
  ...behindSignIn,
  path: paths.review,
  component: lazyRouteComponent(reviews, 'ReviewPage'),
});
const movementRoute = createRoute({
  ...behindSignIn,
  path: paths.movement,
  validateSearch: readMovementSearch,
  component: lazyRouteComponent(movement, 'MovementPage'),
});
const snapshotRoute = createRoute({
  ...behindSignIn,
  path: paths.snapshot,
  validateSearch: (search: Record<string, unknown>): { rag?: Rag } => ({ rag: oneOf(RAGS, search.rag) }),
  component: lazyRouteComponent(movement, 'SnapshotPage'),
});
const reportTemplatesRoute = createRoute({
  ...behindSignIn,
  path: paths.reportTemplates,
  component: lazyRouteComponent(reports, 'TemplatesPage'),
});
const reportsRoute = createRoute({
  ...behindSignIn,
  path: paths.reports,
  component: lazyRouteComponent(reports, 'ReportsPage'),
});
const reportRoute = createRoute({
  ...behindSignIn,
  path: paths.report,
  validateSearch: (search: Record<string, unknown>): { compare?: string } => ({
    compare: text(search.compare),
  }),
  component: lazyRouteComponent(reports, 'ReportPage'),
});
const readinessRoute = createRoute({
  ...behindSignIn,
  path: paths.readiness,
  component: lazyRouteComponent(readiness, 'ReadinessPage'),
});
const enquiriesRoute = createRoute({
  ...behindSignIn,
  path: paths.enquiries,
  component: lazyRouteComponent(readiness, 'EnquiriesPage'),
});
const askRoute = createRoute({
  ...behindSignIn,
  path: paths.ask,
  component: lazyRouteComponent(readiness, 'AskPage'),
});
const packsRoute = createRoute({
  ...behindSignIn,
  path: paths.packs,
  component: lazyRouteComponent(packs, 'PacksPage'),
});
const packRoute = createRoute({
  ...behindSignIn,
  path: paths.pack,
  component: lazyRouteComponent(packs, 'PackPage'),
});
const packCheckRoute = createRoute({
  ...behindSignIn,
  path: paths.packCheck,
  component: lazyRouteComponent(packs, 'PackCheckPage'),
});
const updatesWantedRoute = createRoute({
  ...behindSignIn,
  path: paths.updatesWanted,
  component: lazyRouteComponent(reminders, 'UpdatesWantedPage'),
});
const updateLinksRoute = createRoute({
  ...behindSignIn,
  path: paths.updateLinks,
  validateSearch: (search: Record<string, unknown>): { team?: string } => ({ team: text(search.team) }),
  component: lazyRouteComponent(updateLinks, 'UpdateLinksPage'),
});
const redactionsRoute = createRoute({
  ...behindSignIn,
  path: paths.redactions,
  component: lazyRouteComponent(redactions, 'RedactionsPage'),
});
const allRedactionsRoute = createRoute({
  ...behindSignIn,
  path: paths.allRedactions,
  component: lazyRouteComponent(redactions, 'RedactionsPage'),
});
const newPlanRoute = createRoute({
  ...behindSignIn,
  path: paths.newPlan,
  validateSearch: (search: Record<string, unknown>): { by?: 'hand' } => ({ by: oneOf(['hand'], search.by) }),
  component: lazyRouteComponent(inspections, 'NewPlanPage'),
});
const importRoute = createRoute({
  ...behindSignIn,
  path: paths.importRun,
  component: lazyRouteComponent(inspections, 'ImportPage'),
});
const myWeekRoute = createRoute({
  ...behindSignIn,
  path: paths.myWeek,
  component: lazyRouteComponent(updates, 'MyWeekPage'),
});
const myUpdatesRoute = createRoute({
  ...behindSignIn,
  path: paths.myUpdates,
  validateSearch: (search: Record<string, unknown>): { whose?: 'team' } => ({
    whose: oneOf(['team'], search.whose),
  }),
  component: lazyRouteComponent(updates, 'MyUpdatesPage'),
});
const inboxRoute = createRoute({
  ...behindSignIn,
  path: paths.inbox,
  validateSearch: (search: Record<string, unknown>): { show?: 'unread' | 'mentions' } => ({
    show: oneOf(['unread', 'mentions'], search.show),
  }),
  component: lazyRouteComponent(inbox, 'InboxPage'),
});
const teamsRoute = createRoute({
  ...behindSignIn,
  path: paths.teams,
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: text(search.q) }),
  component: lazyRouteComponent(teams, 'TeamsPage'),
});
const leaverRoute = createRoute({
  ...behindSignIn,
  path: paths.leaver,
  validateSearch: (search: Record<string, unknown>): { person?: string } => ({ person: text(search.person) }),
  component: lazyRouteComponent(teams, 'LeaverPage'),
});
const peopleRoute = createRoute({
  ...behindSignIn,
  path: paths.people,
  validateSearch: (search: Record<string, unknown>): { q?: string; role?: Role } => ({
    q: text(search.q),
    role: oneOf(ROLES, search.role),
  }),
  component: lazyRouteComponent(people, 'PeoplePage'),
});
const auditRoute = createRoute({
  ...behindSignIn,
  path: paths.audit,
  validateSearch: (search: Record<string, unknown>): { plan?: string; kind?: string; record?: string } => ({
    plan: text(search.plan),
    kind: text(search.kind),
    record: text(search.record),
  }),
  component: lazyRouteComponent(audit, 'AuditPage'),
});
const accountRoute = createRoute({
  ...behindSignIn,
  path: paths.account,
  component: lazyRouteComponent(account, 'AccountPage'),
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
  signedInRoute.addChildren([
    homeRoute,
    positionRoute,
    planActionsRoute,
    actionRoute,
    planDatesRoute,
    planChallengeRoute,
    planBinRoute,
    planSettingsRoute,
    recommendationsRoute,
    recommendationRoute,
    workloadRoute,
    evidenceRoute,
    measuresRoute,
    reviewsRoute,
    reviewRoute,
    movementRoute,
    snapshotRoute,
    reportsRoute,
    reportTemplatesRoute,
    reportRoute,
    readinessRoute,
    enquiriesRoute,
    askRoute,
    packsRoute,
    packRoute,
    packCheckRoute,
    updatesWantedRoute,
    updateLinksRoute,
    redactionsRoute,
    allRedactionsRoute,
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
