/** The door of this feature: its page, and what the shell shows of it. */
export { InboxBell } from './inbox-bell.tsx';
export { InboxPage } from './inbox-page.tsx';
