import { RAGS, type Rag } from '@gt/contracts/words';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
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
import { readWorkbookSearch } from '../lib/workbook-search.ts';
import * as doors from './page-doors.ts';
import { behindSignIn } from './signed-in-route.ts';

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

/** The pages of one plan. */
export const planRoutes = [
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
] as const;
