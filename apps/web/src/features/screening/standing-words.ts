import type { ScreeningStanding } from '@gt/contracts/words';

/** Whether a file waits for somebody: it goes into no pack until then. */
export function isWaiting(standing: ScreeningStanding): boolean {
  return standing === 'TO_SETTLE' || standing === 'JUSTIFIED' || standing === 'REFUSED';
}

/** Whether it can be said now why a file may stay. */
export function canJustify(standing: ScreeningStanding): boolean {
  return standing === 'TO_SETTLE' || standing === 'REFUSED';
}
