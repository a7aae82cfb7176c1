import type { SnapshotOpenInput, SnapshotOpenOut } from '@gt/contracts/schemas';
import type { IsoDate, IsoInstant, SnapshotAction } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { weeksAtColour } from '@gt/domain/rag';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { getHeads, liveActionIds } from './snapshots.repository.ts';

/** The actions as they were, page by page, from the stored text. Throws NOT_FOUND, and RULE for a damaged text. */
export async function openSnapshot(
  db: Db,
  scope: Scope,
  { snapshotId, rags, page }: SnapshotOpenInput,
): Promise<SnapshotOpenOut> {
  const [snapshot] = await getHeads(db, scope, [snapshotId]);
  if (!snapshot) throw notFound('snapshot');
  const content = await loadSnapshot(db, scope, snapshotId);
  const chosen = content.actions.filter(({ rag }) => rags.length === 0 || rags.includes(rag));
  const shown = chosen.slice(page.offset, page.offset + page.limit);
  const live = await liveActionIds(
    db,
    scope,
    shown.map(({ id }) => id),
  );
  return {
    snapshot,
    actions: shown.map((action) => ({ ...rowOf(action, content.asAt), isLive: live.has(action.id) })),
    total: chosen.length,
  };
}

function rowOf(action: SnapshotAction, asAt: IsoDate) {
  const { id, reference, title, team, ownerPost, owner, status, rag, ragReason } = action;
  const { calculatedRag, calculatedReasons, originalDueDate, dueDate, timesMoved, percentComplete } = action;
  return {
    ...{ id, reference, title, team, ownerPost, owner, status, rag, ragReason },
    ...{ calculatedRag, calculatedReasons, originalDueDate, dueDate, timesMoved, percentComplete },
    weeksAtColour: weeksAtColour(action.ragSince, asAt),
    lastUpdateAt: (action.lastUpdate?.at ?? null) as IsoInstant | null,
  };
}
