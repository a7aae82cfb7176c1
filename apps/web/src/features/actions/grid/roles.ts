/**
 * The parts of the grid for those who hear it. Said outright, because a row that is drawn as a card on a phone is no
 * table row any more to the browser.
 */
export const ROLES = {
  grid: 'grid',
  rows: 'rowgroup',
  row: 'row',
  cell: 'gridcell',
  columnName: 'columnheader',
  rowName: 'rowheader',
} as const;
