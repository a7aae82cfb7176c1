/** A place in the grid. Row −1 is the header; rows and columns count from 0. */
export type Place = { row: number; column: number };

export type GridSize = {
  /** All rows that the filter lets through, also those that are not here yet. */
  rows: number;
  columns: number;
  /** Rows that fit on the screen: how far Page Up and Page Down go. */
  page: number;
  /** Cards have no header to go to. */
  hasHeader: boolean;
};

/**
 * Where a key leads, as the grid pattern of the ARIA Authoring Practices has it; null for a key that moves nothing.
 * Example: Ctrl+End in a table of 200 rows and 8 columns leads to row 199, column 7.
 */
export function moveInGrid(key: string, isControl: boolean, from: Place, size: GridSize): Place | null {
  const top = size.hasHeader ? -1 : 0;
  const row = (to: number) => ({ ...from, row: Math.max(top, Math.min(size.rows - 1, to)) });
  const column = (to: number) => ({ ...from, column: Math.max(0, Math.min(size.columns - 1, to)) });
  switch (key) {
    case 'ArrowUp':
      return row(isControl ? 0 : from.row - 1);
    case 'ArrowDown':
      return row(isControl ? size.rows - 1 : from.row + 1);
    case 'ArrowLeft':
      return column(from.column - 1);
    case 'ArrowRight':
      return column(from.column + 1);
    case 'PageUp':
      return { ...from, row: Math.max(0, from.row - size.page) };
    case 'PageDown':
      return row(Math.max(0, from.row) + size.page);
    case 'Home':
      return isControl ? { row: 0, column: 0 } : column(0);
    case 'End':
      return isControl ? { row: size.rows - 1, column: size.columns - 1 } : column(size.columns - 1);
    default:
      return null;
  }
}
