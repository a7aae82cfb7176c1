/** The door of this feature: its pages, and what other features may use of it. */
export { type PostRow, type TeamRow, teamsQuery } from './queries.ts';
export { TeamsPage } from './teams-page.tsx';
