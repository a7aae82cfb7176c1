import type { RoomState } from '@gt/contracts/words';

/** When a room is open: from the one instant up to, and without, the other, unless somebody closed it. */
export type RoomHours = { opensAt: Date; endsAt: Date; closedAt: Date | null };

/**
 * Where a room stands. Closing is final and comes before everything else.
 * Example: ends 21 March 2026 00:00Z, now 21 March 2026 00:00Z → ENDED.
 */
export function roomState({ opensAt, endsAt, closedAt }: RoomHours, now: Date): RoomState {
  if (closedAt !== null) return 'CLOSED';
  if (endsAt.getTime() <= now.getTime()) return 'ENDED';
  return opensAt.getTime() <= now.getTime() ? 'OPEN' : 'NOT_YET';
}
