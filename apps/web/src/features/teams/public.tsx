/** The door of this feature: its pages, and what other features may use of it. */
export { HandedToMe } from './handed-to-me.tsx';
export { LeaverPage } from './leaver-page.tsx';
export { type PostRow, type TeamRow, teamsQuery } from './queries.ts';
export { TeamsPage } from './teams-page.tsx';
