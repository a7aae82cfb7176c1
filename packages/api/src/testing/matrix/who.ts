import type { Column } from './matrix-row.ts';

// Groups that many rows share, written out by hand from the rights table of the product brief.
export const EVERYBODY: readonly Column[] = [
  'lead',
  'manager',
  'contributor',
  'partner',
  'verifier',
  'viewer',
  'administrator',
];
export const LEAD: readonly Column[] = ['lead'];
export const ADMINISTRATOR: readonly Column[] = ['administrator'];
export const LEAD_AND_MANAGER: readonly Column[] = ['lead', 'manager'];
/** Those who read the whole plan: everybody but partners and administrators. */
export const PLAN_READERS: readonly Column[] = ['lead', 'manager', 'contributor', 'verifier', 'viewer'];
/** Those who read at least their own part of it. */
export const ALL_READERS: readonly Column[] = [
  'lead',
  'manager',
  'contributor',
  'partner',
  'verifier',
  'viewer',
];
/** Those who work on an action: it is their own, or their team's. */
export const WORKERS: readonly Column[] = ['lead', 'manager', 'contributor', 'partner'];
export const NOBODY: readonly Column[] = [];
