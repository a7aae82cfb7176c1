/** The door of this feature: its pages, and what other features may use of it. */
export { RedactedNote } from '../../components/redacted-note.tsx';
export { RedactionsPage } from './redactions-page.tsx';
export { RequestDestroy, useMayRequestDestroy } from './request-destroy.tsx';
