import type { SnapshotOpenInput, SnapshotOpenOut } from '@gt/contracts/schemas';
import type { IsoDate, IsoInstant, SnapshotAction, SnapshotContent } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import {
  factsOfSnapshot,
  figureWords,
  findFigure,
  isOfFigure,
  isRecorded,
  positionOf,
} from '@gt/domain/position';
import { weeksAtColour } from '@gt/domain/rag';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { getHeads, liveActionIds } from './snapshots.repository.ts';

/** The actions as they were, page by page, from the stored text. Throws NOT_FOUND, and RULE for a damaged text. */
export async function openSnapshot(
  db: Db,
  scope: Scope,
  { snapshotId, rags, figure, page }: SnapshotOpenInput,
): Promise<SnapshotOpenOut> {
  const [snapshot] = await getHeads(db, scope, [snapshotId]);
  if (!snapshot) throw notFound('snapshot');
  const content = await loadSnapshot(db, scope, snapshotId);
  const counted = figure === undefined ? null : countedBy(content, figure);
  const chosen = content.actions.filter(
    ({ id, rag }) => (rags.length === 0 || rags.includes(rag)) && (counted === null || counted.ids.has(id)),
  );
  const shown = chosen.slice(page.offset, page.offset + page.limit);
  const live = await liveActionIds(
    db,
    scope,
    shown.map(({ id }) => id),
  );
  return {
    snapshot,
    actions: shown.map((action) => ({ ...rowOf(action, content.asAt), isLive: live.has(action.id) })),
    figureWords: counted?.words ?? null,
    total: chosen.length,
  };
}

/** The actions that a figure of the position of that day counts. Throws NOT_FOUND for a figure that it has not. */
function countedBy(content: SnapshotContent, key: string): { ids: ReadonlySet<string>; words: string } {
  const facts = factsOfSnapshot(content, []);
  const figure = findFigure(positionOf(facts), key);
  if (!figure) throw notFound('snapshot');
  const isCounted = isRecorded(figure.filter, facts.isFull);
  const found = facts.actions.filter((action) => isCounted && isOfFigure(action, figure.filter, facts.asAt));
  return { ids: new Set(found.map(({ id }) => id)), words: figureWords(key, facts) };
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
