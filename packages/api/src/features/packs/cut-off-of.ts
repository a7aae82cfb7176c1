import { formatDate, type IsoDate } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { toIsoDate } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

type Asked = { planId: string; cutOff: IsoDate | null; reviewId: string | null };

/**
 * The last day that a pack tells of: the one that was asked for, or the day of the frozen review's snapshot. Throws
 * INVALID for a day to come or both at once, and RULE for a review that has not been frozen.
 */
export async function cutOffOf(db: Db | Tx, scope: Scope, asked: Asked): Promise<IsoDate | null> {
  const { planId, cutOff, reviewId } = asked;
  if (cutOff !== null && reviewId !== null) {
    const message = 'Choose either a last day or a frozen review, not both.';
    throw invalid([{ field: 'cutOff', message }]);
  }
  if (cutOff !== null && cutOff > scope.today) {
    const message = `The last day cannot lie ahead. Choose ${formatDate(scope.today)} or earlier.`;
    throw invalid([{ field: 'cutOff', message }]);
  }
  if (reviewId === null) return cutOff;
  const snapshot = await db.snapshot.findFirst({
    where: { planId, reviewId },
    select: { asAt: true },
  });
  if (!snapshot) {
    throw new DomainError(
      'RULE',
      'This review has not been frozen, so there is nothing to build the pack from.',
    );
  }
  return toIsoDate(snapshot.asAt);
}
