import { lazy } from 'react';

/** The door of this feature: what others show of it. What is large comes when somebody goes there. */
export { InboxBell } from './inbox-bell.tsx';
export const CalendarPanel = lazy(async () => ({
  default: (await import('./calendar-panel.tsx')).CalendarPanel,
}));
