import { lazyPart } from '../../components/lazy-part.tsx';

/** The door of this feature: what others show of it. What is large comes when somebody goes there. */
export { InboxBell } from './inbox-bell.tsx';
export const CalendarPanel = lazyPart(async () => (await import('./calendar-panel.tsx')).CalendarPanel);
