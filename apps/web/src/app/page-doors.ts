/** Where the pages come from: each feature over the network when one of its pages is first opened. */
export const account = () => import('../features/account/public.tsx');
export const assignments = () => import('../features/assignments/public.tsx');
export const actions = () => import('../features/actions/public.tsx');
/** Pages on their own, where the door beside them is part of every page: what opens first waits for nothing else. */
export const planActions = () => import('../features/actions/plan-actions-page.tsx');
export const audit = () => import('../features/audit/public.tsx');
/** On its own, as its door is part of the top of every page. */
export const calendar = () => import('../features/calendar/calendar-page.tsx');
export const dashboard = () => import('../features/dashboard/public.tsx');
export const evidence = () => import('../features/evidence/public.tsx');
export const inspections = () => import('../features/inspections/public.tsx');
export const movement = () => import('../features/movement/public.tsx');
export const inbox = () => import('../features/notifications/inbox-page.tsx');
export const lineage = () => import('../features/lineage/public.tsx');
export const measures = () => import('../features/measures/public.tsx');
export const packs = () => import('../features/packs/public.tsx');
export const people = () => import('../features/people/public.tsx');
export const planning = () => import('../features/planning/public.tsx');
/** On its own: the shell carries the door beside it. */
export const allPlans = () => import('../features/plans/all-plans-page.tsx');
export const home = () => import('../features/plans/home-page.tsx');
export const readiness = () => import('../features/readiness/public.tsx');
export const recommendations = () => import('../features/recommendations/public.tsx');
export const reminders = () => import('../features/reminders/public.tsx');
export const reports = () => import('../features/reports/public.tsx');
export const reviews = () => import('../features/reviews/public.tsx');
export const room = () => import('../features/room/public.tsx');
export const rooms = () => import('../features/rooms/public.tsx');
export const redactions = () => import('../features/redactions/public.tsx');
export const teams = () => import('../features/teams/public.tsx');
export const updateLinks = () => import('../features/update-links/public.tsx');
export const updateByLink = () => import('../features/update-by-link/public.tsx');
export const updates = () => import('../features/updates/public.tsx');
export const workbooks = () => import('../features/workbooks/public.tsx');
