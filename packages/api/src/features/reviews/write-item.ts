import type { ReviewItemState } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import type { Scope } from '../../core/scope.ts';

type ItemWrite = {
  itemId: string;
  version: number;
  note?: string | undefined;
  state?: ReviewItemState | undefined;
  /** Time spent on it, to be added. */
  seconds?: number;
};

/** Writes to an item at the version it was read with; false when somebody was sooner. What is left out stays. */
export async function writeItem(tx: Tx, scope: Scope, write: ItemWrite): Promise<boolean> {
  const { itemId, version, note, state, seconds = 0 } = write;
  const written = await tx.reviewItem.updateMany({
    where: { id: itemId, version },
    data: {
      ...(note === undefined ? {} : { note }),
      ...(state === undefined ? {} : { state, doneAt: state === 'DONE' ? scope.now : null }),
      ...(seconds === 0 ? {} : { secondsSpent: { increment: seconds } }),
      changedById: scope.userId,
      version: { increment: 1 },
    },
  });
  return written.count === 1;
}
