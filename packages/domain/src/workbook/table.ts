import type { GridCell } from '@gt/contracts/words';

/** A cell; `isCopied` when a merged cell above gives it its words. */
export type TableCell = GridCell & { isCopied?: boolean };
export type TableRow = {
  number: number;
  cells: readonly (TableCell | null)[];
  isHidden: boolean;
  /** One cell stretches over several columns. */
  isWide: boolean;
};
export type TableHeading = { column: number; key: string; heading: string };
export type Table = { headings: TableHeading[]; rows: TableRow[] };

/** 0 is A, 27 is AB. */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : columnLetters((column - rest) / 26 - 1) + letter;
}
