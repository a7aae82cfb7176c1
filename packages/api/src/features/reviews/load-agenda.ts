import type { AgendaItem } from '@gt/contracts/schemas';
import type { SnapshotAction, SnapshotContent } from '@gt/contracts/words';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import type { Scope } from '../../core/scope.ts';
import { loadSnapshot } from '../snapshots/load-snapshot.ts';
import { agendaOfReview } from './agenda-of-review.ts';
import {
  itemsAsGiven,
  type KeptItem,
  loadAgendaRows,
  newItem,
  type RawAgendaRow,
  storedItems,
  toAgendaItem,
} from './agenda-rows.ts';
import type { RawHead } from './review-head.ts';

/** An item as it is stored or worked out, as it is shown, and the action as it was frozen. */
export type LoadedItem = { raw: RawAgendaRow; item: AgendaItem; frozen: SnapshotAction | undefined };

/**
 * The agenda of a review, or the items of it that `more` selects. Before the review is open it is worked out as things
 * stand, with the action's own id for an item that is not there yet; of a frozen review actions are as they were then.
 */
export async function loadAgenda(db: Db | Tx, scope: Scope, row: RawHead, more?: Sql): Promise<AgendaItem[]> {
  return (await loadItems(db, scope, row, more)).map(({ item }) => item);
}

/** As `loadAgenda`, with what the items were made from. */
export async function loadItems(db: Db | Tx, scope: Scope, row: RawHead, more?: Sql): Promise<LoadedItem[]> {
  const snapshot = row.snapshotId === null ? null : await loadSnapshot(db, scope, row.snapshotId);
  return itemsWith(db, scope, row, snapshot, more);
}

/** As `loadItems`, for whoever has opened the snapshot of a frozen review already. */
export async function itemsWith(
  db: Db | Tx,
  scope: Scope,
  row: RawHead,
  snapshot: SnapshotContent | null,
  more?: Sql,
): Promise<LoadedItem[]> {
  const items =
    row.state === 'PREPARED' ? await comingItems(db, scope, row) : storedItems(ofReview(row, more));
  const rows = await loadAgendaRows(db, scope, items);
  const frozenOf = new Map(snapshot?.actions.map((action) => [action.id, action]));
  return rows.map((raw) => {
    const frozen = frozenOf.get(raw.actionId ?? '');
    return { raw, item: toAgendaItem(raw, frozen), frozen };
  });
}

const ofReview = ({ id }: RawHead, more?: Sql) =>
  more ? sql`i."reviewId" = ${id} AND ${more}` : sql`i."reviewId" = ${id}`;

async function comingItems(db: Db | Tx, scope: Scope, row: RawHead): Promise<Sql> {
  const { entries, beforeOf } = await agendaOfReview(db, scope, row);
  const stored = await db.reviewItem.findMany({
    where: { reviewId: row.id },
    select: { id: true, actionId: true, version: true },
  });
  const storedOf = new Map(stored.map(({ actionId, ...item }) => [actionId, item]));
  const items = entries.map((entry, index): KeptItem => {
    const id = entry.actionId ?? entry.decisionId ?? '';
    return { ...newItem(entry, index + 1, beforeOf(entry.actionId), id), ...storedOf.get(entry.actionId) };
  });
  return itemsAsGiven(items);
}
