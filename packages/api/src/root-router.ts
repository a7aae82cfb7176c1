import { router } from './core/trpc.ts';
import { accountRouter } from './features/account/account.router.ts';
import { actionsRouter } from './features/actions/actions.router.ts';
import { auditRouter } from './features/audit/audit.router.ts';
import { dashboardRouter } from './features/dashboard/dashboard.router.ts';
import { evidenceRouter } from './features/evidence/evidence.router.ts';
import { importsRouter } from './features/imports/imports.router.ts';
import { inspectionsRouter } from './features/inspections/inspections.router.ts';
import { packsRouter } from './features/packs/packs.router.ts';
import { peopleRouter } from './features/people/people.router.ts';
import { plansRouter } from './features/plans/plans.router.ts';
import { recommendationsRouter } from './features/recommendations/recommendations.router.ts';
import { redactionsRouter } from './features/redactions/redactions.router.ts';
import { teamsRouter } from './features/teams/teams.router.ts';
import { updatesRouter } from './features/updates/updates.router.ts';

/** The whole API, one line a feature. */
export const appRouter = router({
  account: accountRouter,
  actions: actionsRouter,
  audit: auditRouter,
  dashboard: dashboardRouter,
  evidence: evidenceRouter,
  imports: importsRouter,
  inspections: inspectionsRouter,
  packs: packsRouter,
  people: peopleRouter,
  plans: plansRouter,
  recommendations: recommendationsRouter,
  redactions: redactionsRouter,
  teams: teamsRouter,
  updates: updatesRouter,
});

export type AppRouter = typeof appRouter;
