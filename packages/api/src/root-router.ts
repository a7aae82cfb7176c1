import { router } from './core/trpc.ts';
import { accountRouter } from './features/account/account.router.ts';
import { actionsRouter } from './features/actions/actions.router.ts';
import { asksRouter } from './features/asks/asks.router.ts';
import { assignmentsRouter } from './features/assignments/assignments.router.ts';
import { auditRouter } from './features/audit/audit.router.ts';
import { calendarRouter } from './features/calendar/calendar.router.ts';
import { closureRouter } from './features/closure/closure.router.ts';
import { commentsRouter } from './features/comments/comments.router.ts';
import { dashboardRouter } from './features/dashboard/dashboard.router.ts';
import { enquiriesRouter } from './features/enquiries/enquiries.router.ts';
import { evidenceRouter } from './features/evidence/evidence.router.ts';
import { figureImportsRouter } from './features/figure-imports/figure-imports.router.ts';
import { importsRouter } from './features/imports/imports.router.ts';
import { inspectionsRouter } from './features/inspections/inspections.router.ts';
import { lineageRouter } from './features/lineage/lineage.router.ts';
import { liveRouter } from './features/live/live.router.ts';
import { mailRouter } from './features/mail/mail.router.ts';
import { measuresRouter } from './features/measures/measures.router.ts';
import { notificationsRouter } from './features/notifications/notifications.router.ts';
import { packsRouter } from './features/packs/packs.router.ts';
import { peopleRouter } from './features/people/people.router.ts';
import { planningRouter } from './features/planning/planning.router.ts';
import { plansRouter } from './features/plans/plans.router.ts';
import { readinessRouter } from './features/readiness/readiness.router.ts';
import { recommendationsRouter } from './features/recommendations/recommendations.router.ts';
import { redactionsRouter } from './features/redactions/redactions.router.ts';
import { remindersRouter } from './features/reminders/reminders.router.ts';
import { reportsRouter } from './features/reports/reports.router.ts';
import { reviewsRouter } from './features/reviews/reviews.router.ts';
import { roomsRouter } from './features/rooms/rooms.router.ts';
import { screeningRouter } from './features/screening/screening.router.ts';
import { snapshotsRouter } from './features/snapshots/snapshots.router.ts';
import { storeRouter } from './features/store/store.router.ts';
import { teamsRouter } from './features/teams/teams.router.ts';
import { templatesRouter } from './features/templates/templates.router.ts';
import { updateLinksRouter } from './features/update-links/update-links.router.ts';
import { updatesRouter } from './features/updates/updates.router.ts';
import { viewsRouter } from './features/views/views.router.ts';
import { workbooksRouter } from './features/workbooks/workbooks.router.ts';

/** The whole API, one line a feature. */
export const appRouter = router({
  account: accountRouter,
  actions: actionsRouter,
  asks: asksRouter,
  assignments: assignmentsRouter,
  audit: auditRouter,
  calendar: calendarRouter,
  closure: closureRouter,
  comments: commentsRouter,
  dashboard: dashboardRouter,
  enquiries: enquiriesRouter,
  evidence: evidenceRouter,
  imports: importsRouter,
  inspections: inspectionsRouter,
  lineage: lineageRouter,
  live: liveRouter,
  mail: mailRouter,
  measures: measuresRouter,
  notifications: notificationsRouter,
  packs: packsRouter,
  people: peopleRouter,
  planning: planningRouter,
  plans: plansRouter,
  readiness: readinessRouter,
  recommendations: recommendationsRouter,
  redactions: redactionsRouter,
  reminders: remindersRouter,
  reports: reportsRouter,
  reviews: reviewsRouter,
  rooms: roomsRouter,
  screening: screeningRouter,
  snapshots: snapshotsRouter,
  updateLinks: updateLinksRouter,
  store: storeRouter,
  teams: teamsRouter,
  templates: templatesRouter,
  updates: updatesRouter,
  views: viewsRouter,
  figureImports: figureImportsRouter,
  workbooks: workbooksRouter,
});

export type AppRouter = typeof appRouter;
