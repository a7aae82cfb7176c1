import { lazy } from 'react';

/** The door of this feature: its page, and what the shell shows of it. The page comes when somebody goes there. */
export { InboxBell } from './inbox-bell.tsx';
export const InboxPage = lazy(async () => ({ default: (await import('./inbox-page.tsx')).InboxPage }));
