/**
 * Every address of the app. Links name these and never spell a path:
 * `<Link to={paths.planActions} params={{ planId }} search={{ rag: 'RED' }}>`.
 */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  join: '/join/$token',
  reset: '/reset/$token',
  setUp: '/set-up',
  /** Behind a partner's link; the secret is the fragment, which no server is sent. */
  updateLink: '/update',
  /** Behind an inspector's link, and inside: the secret is the fragment. */
  inspectorRoom: '/room',
  position: '/plans/$planId/position',
  planActions: '/plans/$planId/actions',
  action: '/plans/$planId/actions/$actionId',
  planDates: '/plans/$planId/dates',
  planChallenge: '/plans/$planId/challenge',
  planBin: '/plans/$planId/bin',
  planSettings: '/plans/$planId/settings',
  recommendations: '/plans/$planId/recommendations',
  recommendation: '/plans/$planId/recommendations/$recommendationId',
  lineage: '/plans/$planId/lineage',
  earlierNew: '/plans/$planId/lineage/new',
  earlier: '/plans/$planId/lineage/$earlierId',
  workload: '/plans/$planId/workload',
  evidence: '/plans/$planId/evidence',
  measures: '/plans/$planId/measures',
  figureImports: '/plans/$planId/measures/files',
  figureImport: '/plans/$planId/measures/files/$importId',
  calendar: '/plans/$planId/calendar',
  reviews: '/plans/$planId/reviews',
  review: '/plans/$planId/reviews/$reviewId',
  movement: '/plans/$planId/movement',
  snapshot: '/plans/$planId/snapshots/$snapshotId',
  reports: '/plans/$planId/reports',
  report: '/plans/$planId/reports/$reportId',
  readiness: '/plans/$planId/readiness',
  enquiries: '/plans/$planId/enquiries',
  ask: '/plans/$planId/asks/$askId',
  packs: '/plans/$planId/packs',
  pack: '/plans/$planId/packs/$packId',
  packCheck: '/plans/$planId/pack-check',
  rooms: '/plans/$planId/rooms',
  room: '/plans/$planId/rooms/$roomId',
  updatesWanted: '/plans/$planId/updates-wanted',
  updateLinks: '/plans/$planId/update-links',
  redactions: '/plans/$planId/redactions',
  allRedactions: '/redactions',
  allPlans: '/plans',
  newPlan: '/plans/new',
  importRun: '/imports/$importId',
  workbooks: '/plans/$planId/workbooks',
  workbook: '/plans/$planId/workbooks/$workbookId',
  myWeek: '/my-week',
  myUpdates: '/my-updates',
  inbox: '/inbox',
  reportTemplates: '/report-templates',
  teams: '/teams',
  leaver: '/teams/leaver',
  people: '/people',
  audit: '/audit',
  account: '/account',
  more: '/more',
} as const;

/**
 * The route id behind a path that needs a signed-in person, for reading its parameters with their types:
 * `useParams({ from: signedIn(paths.position) })`, `useSearch({ from: signedIn(paths.planActions) })`.
 */
export function signedIn<P extends string>(path: P): `/signed-in${P}` {
  return `/signed-in${path}`;
}
