/** The door of this feature: its pages, and what other features may use of it. */
export { RedactedNote } from './redacted-note.tsx';
export { RedactionsPage } from './redactions-page.tsx';
export { RequestDestroy, useMayRequestDestroy } from './request-destroy.tsx';
