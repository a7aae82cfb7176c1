import type { DeliveryStatus } from '@gt/contracts/words';

/** Statuses in which work is still owed: only these can be late. Completion is not closure. */
export const OPEN_STATUSES = [
  'NOT_STARTED',
  'IN_PROGRESS',
  'AWAITING_EVIDENCE_CHECK',
  'REOPENED',
] as const satisfies readonly DeliveryStatus[];

/** True while work is still owed. */
export function isOpenStatus(status: DeliveryStatus): boolean {
  return OPEN_STATUSES.some((open) => open === status);
}
