import type { UpdateLinkState } from '@gt/contracts/words';

/**
 * Whether a link still works, and if not, why. One that was sent again is not revoked but replaced: whoever opens it
 * is told to look for the newer mail.
 * Example: expires 19 March 2026 00:00Z, now 19 March 2026 00:00Z → EXPIRED.
 */
export function updateLinkState(
  link: { expiresAt: Date; revokedAt: Date | null; replacedById: string | null },
  now: Date,
): UpdateLinkState {
  if (link.replacedById !== null) return 'REPLACED';
  if (link.revokedAt !== null) return 'REVOKED';
  return link.expiresAt.getTime() <= now.getTime() ? 'EXPIRED' : 'WORKING';
}

/**
 * The update that a further one by the same link takes the place of: the link's own latest on that action, as long as
 * no review was held since it was sent. After a review it stands, because the meeting has read it.
 * Example: sent Monday, again Tuesday, review on Wednesday → the second corrects the first; sent again on Thursday →
 * it is the next week's.
 */
export function correctedBySecond(
  latest: { id: string; createdAt: Date } | null,
  lastReviewAt: Date,
): string | null {
  return latest !== null && latest.createdAt.getTime() > lastReviewAt.getTime() ? latest.id : null;
}
