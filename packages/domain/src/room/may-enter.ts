import { ROOM_LIMITS } from '@gt/contracts/words';
import { type RoomHours, roomState } from './room-state.ts';

/** What stands against one visitor: their link was withdrawn, or too many wrong codes came by it. */
export type VisitorStanding = { revokedAt: Date | null; lockedAt: Date | null };

export type RoomRefusal = 'NOT_YET' | 'ENDED' | 'CLOSED' | 'REVOKED' | 'LOCKED';
export type RoomEntry = { ok: true } | { ok: false; why: RoomRefusal };

/**
 * Whether a visitor whose link and code are right may come in now. What is final is said before what passes by.
 * Example: a locked link of a room that opens tomorrow → LOCKED, since tomorrow it would open no more than today.
 */
export function mayEnter(room: RoomHours, visitor: VisitorStanding, now: Date): RoomEntry {
  const stay = mayStay(room, visitor, now);
  if (!stay.ok && stay.why !== 'NOT_YET') return stay;
  return visitor.lockedAt === null ? stay : { ok: false, why: 'LOCKED' };
}

/**
 * Whether somebody who is in may stay. Wrong codes put nobody out: else whoever found a link could shut out the person
 * that it is for, in the middle of their work.
 */
export function mayStay(
  room: RoomHours,
  { revokedAt }: Pick<VisitorStanding, 'revokedAt'>,
  now: Date,
): RoomEntry {
  const state = roomState(room, now);
  if (state === 'CLOSED' || state === 'ENDED') return { ok: false, why: state };
  if (revokedAt !== null) return { ok: false, why: 'REVOKED' };
  return state === 'OPEN' ? { ok: true } : { ok: false, why: 'NOT_YET' };
}

/** What one more wrong code does: how many are left, and whether it was the last. Example: the fifth locks the link. */
export function afterWrongCode(before: number): { wrongCodes: number; left: number; locks: boolean } {
  const wrongCodes = before + 1;
  const left = Math.max(0, ROOM_LIMITS.wrongCodes - wrongCodes);
  return { wrongCodes, left, locks: left === 0 };
}
