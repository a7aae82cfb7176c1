/** The door of this feature: what other places show of it. */
export { MailPanel } from './mail-panel.tsx';
