import { boardKey } from '@gt/domain/action';
import type { ActionRow, BoardColumn } from '../queries.ts';
import type { BoardGroup } from './board-groups.ts';

/** A card on its way: shown in its new column before the server has answered. */
export type MovingCard = { row: ActionRow; to: string; name: string; patch: Partial<ActionRow> };

export type ShownColumn = Omit<BoardColumn, 'cards'> & {
  /** Null: its cards have not been asked for. */
  rows: readonly ActionRow[] | null;
};

/**
 * The columns as they look while cards are on their way: each such card is gone from where it was, stands first where
 * it goes, and the counts say so. A column that was not there appears; what the server has since put in place is not
 * counted twice.
 */
export function withMoves(
  by: BoardGroup,
  columns: readonly ShownColumn[],
  moving: readonly MovingCard[],
): ShownColumn[] {
  return moving.reduce((before, move) => withMove(by, before, move), [...columns]);
}

function withMove(by: BoardGroup, columns: readonly ShownColumn[], move: MovingCard): ShownColumn[] {
  const { row, to, name, patch } = move;
  const from = boardKey(by, row);
  const isThere = columns.some(({ key, rows }) => key === to && rows?.some(({ id }) => id === row.id));
  const all = columns.some(({ key }) => key === to)
    ? columns
    : [...columns, { key: to, name, holder: null, number: null, count: 0, rows: [] }];
  if (isThere) return [...all];
  const card = { ...row, ...patch };
  return all.map((column) => {
    if (column.key === to) {
      return { ...column, count: column.count + 1, rows: [card, ...(column.rows ?? [])] };
    }
    if (column.key !== from) return column;
    const rows = column.rows?.filter(({ id }) => id !== row.id) ?? null;
    return { ...column, count: Math.max(0, column.count - 1), rows };
  });
}
