import { holds } from './permissions.ts';
import type { Actor, Decision } from './record-rules.ts';

/** What the record rules need to know of a review. */
export type ReviewRecord = {
  /** The team it is about; null for the whole plan or one recommendation. */
  teamId: string | null;
  /** Who drives it now; null until it is open. */
  chairId: string | null;
  /** Everybody who is expected or there. */
  attendeeIds: readonly string[];
};

const YES: Decision = { ok: true };
const no = (reason: string): Decision => ({ ok: false, reason });

/** Preparing, opening and freezing: the programme lead any review, a manager those of their own teams. */
export function canRunReview(actor: Actor, review: Pick<ReviewRecord, 'teamId'>): Decision {
  if (!holds(actor.roles, 'review.run')) return no('Your role does not include this.');
  if (actor.roles.includes('PROGRAMME_LEAD')) return YES;
  return review.teamId !== null && actor.teamIds.includes(review.teamId)
    ? YES
    : no('A manager runs the reviews of their own teams. Ask the programme lead for this one.');
}

/**
 * Driving an open review: whoever may run it, and whoever of those in the meeting has a role that includes it. They
 * take the chair when it is handed to them, or when whoever had it is gone.
 * Example: the chair of the board, a viewer, drives the board's review that she is expected at.
 */
export function canChairReview(actor: Actor, review: Omit<ReviewRecord, 'chairId'>): Decision {
  if (canRunReview(actor, review).ok) return YES;
  if (!holds(actor.roles, 'review.chair')) return no('Your role does not include chairing a review.');
  return review.attendeeIds.includes(actor.userId)
    ? YES
    : no('Only somebody on the attendance list can chair this review. Add them to it first.');
}

/** Writing in an open review: notes, decisions, attendance, the order. Whoever may run it, and whoever chairs it now. */
export function canWriteInReview(actor: Actor, review: ReviewRecord): Decision {
  if (canRunReview(actor, review).ok || review.chairId === actor.userId) return YES;
  return no('Notes are taken by whoever chairs this review, or may run it. You can follow and browse.');
}
