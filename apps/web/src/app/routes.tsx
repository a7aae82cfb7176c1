import { RAGS, type Rag, ROLES, type Role } from '@gt/contracts/words';
import { PLAN_ORDERS, type PlanOrder } from '@gt/domain/plan';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readCalendarSearch } from '../lib/calendar-search.ts';
import { readEvidenceSearch } from '../lib/evidence-search.ts';
import { readMeasuresSearch } from '../lib/measures-search.ts';
import { readMovementSearch } from '../lib/movement-search.ts';
import { paths } from '../lib/paths.ts';
import { readPlanActionsSearch } from '../lib/plan-actions-search.ts';
import { readPositionSearch } from '../lib/position-search.ts';
import { readReadinessSearch } from '../lib/readiness-search.ts';
import { readRecommendationsSearch } from '../lib/recommendations-search.ts';
import { oneOf, text } from '../lib/search-params.ts';
import { sessionQuery } from '../lib/session.ts';
import { readWorkbookSearch } from '../lib/workbook-search.ts';
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
  component: lazyRouteComponent(doors.home, 'HomePage'),
});
const positionRoute = createRoute({
  ...behindSignIn,
  path: paths.position,
  validateSearch: readPositionSearch,
  component: lazyRouteComponent(doors.dashboard, 'PositionPage'),
});
const planActionsRoute = createRoute({
  ...behindSignIn,
  path: paths.planActions,
  validateSearch: readPlanActionsSearch,
  component: lazyRouteComponent(doors.planActions, 'PlanActionsPage'),
});
const actionRoute = createRoute({
  ...behindSignIn,
  path: paths.action,
  component: lazyRouteComponent(doors.actions, 'ActionPage'),
});
const planDatesRoute = createRoute({
  ...behindSignIn,
  path: paths.planDates,
  component: lazyRouteComponent(doors.planning, 'DatesPage'),
});
const planChallengeRoute = createRoute({
  ...behindSignIn,
  path: paths.planChallenge,
  validateSearch: (search: Record<string, unknown>): { show?: 'unexplained' } => ({
    show: oneOf(['unexplained'], search.show),
  }),
  component: lazyRouteComponent(doors.planning, 'ChallengePage'),
});
const planBinRoute = createRoute({
  ...behindSignIn,
  path: paths.planBin,
  component: lazyRouteComponent(doors.planning, 'BinPage'),
});
const planSettingsRoute = createRoute({
  ...behindSignIn,
  path: paths.planSettings,
  component: lazyRouteComponent(doors.planning, 'PlanSettingsPage'),
});
const recommendationsRoute = createRoute({
  ...behindSignIn,
  path: paths.recommendations,
  validateSearch: readRecommendationsSearch,
  component: lazyRouteComponent(doors.recommendations, 'RecommendationsPage'),
});
const recommendationRoute = createRoute({
  ...behindSignIn,
  path: paths.recommendation,
  component: lazyRouteComponent(doors.recommendations, 'RecommendationPage'),
});
const lineageRoute = createRoute({
  ...behindSignIn,
  path: paths.lineage,
  component: lazyRouteComponent(doors.lineage, 'LineagePage'),
});
const earlierNewRoute = createRoute({
  ...behindSignIn,
  path: paths.earlierNew,
  validateSearch: (search: Record<string, unknown>): { report?: string; by?: 'hand' } => ({
    report: text(search.report),
    by: oneOf(['hand'], search.by),
  }),
  component: lazyRouteComponent(doors.lineage, 'BringInPage'),
});
const earlierRoute = createRoute({
  ...behindSignIn,
  path: paths.earlier,
  component: lazyRouteComponent(doors.lineage, 'EarlierPage'),
});
const workloadRoute = createRoute({
  ...behindSignIn,
  path: paths.workload,
  component: lazyRouteComponent(doors.assignments, 'WorkloadPage'),
});
const evidenceRoute = createRoute({
  ...behindSignIn,
  path: paths.evidence,
  validateSearch: readEvidenceSearch,
  component: lazyRouteComponent(doors.evidence, 'EvidencePage'),
});
const figureImportsRoute = createRoute({
  ...behindSignIn,
  path: paths.figureImports,
  component: lazyRouteComponent(doors.measures, 'FigureImportsPage'),
});
const figureImportRoute = createRoute({
  ...behindSignIn,
  path: paths.figureImport,
  component: lazyRouteComponent(doors.measures, 'FigureImportPage'),
});
const measuresRoute = createRoute({
  ...behindSignIn,
  path: paths.measures,
  validateSearch: readMeasuresSearch,
  component: lazyRouteComponent(doors.measures, 'MeasuresPage'),
});
const calendarRoute = createRoute({
  ...behindSignIn,
  path: paths.calendar,
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(doors.calendar, 'CalendarPage'),
});
const reviewsRoute = createRoute({
  ...behindSignIn,
  path: paths.reviews,
  component: lazyRouteComponent(doors.reviews, 'ReviewsPage'),
});
const reviewRoute = createRoute({
  ...behindSignIn,
  path: paths.review,
  component: lazyRouteComponent(doors.reviews, 'ReviewPage'),
});
const movementRoute = createRoute({
  ...behindSignIn,
  path: paths.movement,
  validateSearch: readMovementSearch,
  component: lazyRouteComponent(doors.movement, 'MovementPage'),
});
const snapshotRoute = createRoute({
  ...behindSignIn,
  path: paths.snapshot,
  validateSearch: (search: Record<string, unknown>): { rag?: Rag; figure?: string } => ({
    rag: oneOf(RAGS, search.rag),
    figure: text(search.figure),
  }),
  component: lazyRouteComponent(doors.movement, 'SnapshotPage'),
});
const reportTemplatesRoute = createRoute({
  ...behindSignIn,
  path: paths.reportTemplates,
  component: lazyRouteComponent(doors.reports, 'TemplatesPage'),
});
const reportsRoute = createRoute({
  ...behindSignIn,
  path: paths.reports,
  component: lazyRouteComponent(doors.reports, 'ReportsPage'),
});
const reportRoute = createRoute({
  ...behindSignIn,
  path: paths.report,
  validateSearch: (search: Record<string, unknown>): { compare?: string } => ({
    compare: text(search.compare),
  }),
  component: lazyRouteComponent(doors.reports, 'ReportPage'),
});
const readinessRoute = createRoute({
  ...behindSignIn,
  path: paths.readiness,
  validateSearch: readReadinessSearch,
  component: lazyRouteComponent(doors.readiness, 'ReadinessPage'),
});
const enquiriesRoute = createRoute({
  ...behindSignIn,
  path: paths.enquiries,
  component: lazyRouteComponent(doors.readiness, 'EnquiriesPage'),
});
const askRoute = createRoute({
  ...behindSignIn,
  path: paths.ask,
  component: lazyRouteComponent(doors.readiness, 'AskPage'),
});
const workbooksRoute = createRoute({
  ...behindSignIn,
  path: paths.workbooks,
  component: lazyRouteComponent(doors.workbooks, 'WorkbooksPage'),
});
const workbookRoute = createRoute({
  ...behindSignIn,
  path: paths.workbook,
  validateSearch: readWorkbookSearch,
  component: lazyRouteComponent(doors.workbooks, 'WorkbookPage'),
});
const packsRoute = createRoute({
  ...behindSignIn,
  path: paths.packs,
  component: lazyRouteComponent(doors.packs, 'PacksPage'),
});
const packRoute = createRoute({
  ...behindSignIn,
  path: paths.pack,
  component: lazyRouteComponent(doors.packs, 'PackPage'),
});
const packCheckRoute = createRoute({
  ...behindSignIn,
  path: paths.packCheck,
  component: lazyRouteComponent(doors.packs, 'PackCheckPage'),
});
const roomsRoute = createRoute({
  ...behindSignIn,
  path: paths.rooms,
  component: lazyRouteComponent(doors.rooms, 'RoomsPage'),
});
const roomRoute = createRoute({
  ...behindSignIn,
  path: paths.room,
  component: lazyRouteComponent(doors.rooms, 'RoomAdminPage'),
});
const updatesWantedRoute = createRoute({
  ...behindSignIn,
  path: paths.updatesWanted,
  component: lazyRouteComponent(doors.reminders, 'UpdatesWantedPage'),
});
const updateLinksRoute = createRoute({
  ...behindSignIn,
  path: paths.updateLinks,
  validateSearch: (search: Record<string, unknown>): { team?: string } => ({ team: text(search.team) }),
  component: lazyRouteComponent(doors.updateLinks, 'UpdateLinksPage'),
});
const redactionsRoute = createRoute({
  ...behindSignIn,
  path: paths.redactions,
  component: lazyRouteComponent(doors.redactions, 'RedactionsPage'),
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
    lineageRoute,
    earlierNewRoute,
    earlierRoute,
    workloadRoute,
    evidenceRoute,
    measuresRoute,
    figureImportsRoute,
    figureImportRoute,
    calendarRoute,
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
    workbooksRoute,
    workbookRoute,
    packsRoute,
    packRoute,
    packCheckRoute,
    roomsRoute,
    roomRoute,
    updatesWantedRoute,
    updateLinksRoute,
    redactionsRoute,
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
