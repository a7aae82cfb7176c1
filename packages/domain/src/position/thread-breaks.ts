import type { ThreadBreak } from '@gt/contracts/words';
import type { ThreadGapCode } from '../recommendation/index.ts';

/**
 * Source: the thread breaks at no action, no owner, no evidence, evidence not verified, stale, no measure. Evidence is
 * stale when it is older than the test allows, or when what was accepted has expired.
 */
const CODES: Record<ThreadBreak, readonly ThreadGapCode[]> = {
  NO_ACTION: ['NO_ACTION'],
  NO_OWNER: ['NO_OWNER'],
  NO_EVIDENCE: ['NO_EVIDENCE'],
  NOT_VERIFIED: ['NOT_VERIFIED', 'RETURNED'],
  STALE: ['NEWEST_TOO_OLD', 'EXPIRED'],
  NO_MEASURE: ['NO_MEASURE'],
};

export const THREAD_BREAK_LABELS: Record<ThreadBreak, string> = {
  NO_ACTION: 'No action',
  NO_OWNER: 'An action without an owner',
  NO_EVIDENCE: 'No evidence',
  NOT_VERIFIED: 'Evidence not verified',
  STALE: 'Evidence out of date',
  NO_MEASURE: 'No measure',
};

/** Whether a thread with these gaps breaks so. Example: `['EXPIRED']` breaks at STALE. */
export function breaksAt(gaps: readonly string[], where: ThreadBreak): boolean {
  return CODES[where].some((code) => gaps.includes(code));
}
