import type { WorkbookRow } from '@gt/contracts/words';
import type { ReadCell } from './read-row.ts';
import { columnLetters, type TableRow } from './table.ts';

const SECTION_WORDS =
  /^(?:recommendation|priority|theme|objective|section|area (?:for|of|to)|workstream|improvement|what needs|outcome|finding|r\s?\d+\b|\d+(?:\.0)?[.):]\s)/i;
/** Lines that explain the sheet rather than name a recommendation. */
const KEY_WORDS = /^(?:key|rag key|brag|legend|notes?|source|version|last updated|updated|printed)\b/i;

/** A row that is no action, with its words and why. */
export function explainedRow(sheet: string, row: TableRow, reason: string): WorkbookRow {
  return {
    sheet,
    row: row.number,
    kind: 'EXPLAINED',
    cells: row.cells.flatMap((cell, at) =>
      cell && cell.text.trim() !== ''
        ? [{ heading: `Column ${columnLetters(at)}`, text: cell.text.trim() }]
        : [],
    ),
    action: null,
    recommendation: '',
    reasons: [reason],
    problems: [],
  };
}

/** A line of totals: it says so, and beside its words there are only figures. */
export function isTotal(cells: readonly ReadCell[]): boolean {
  const [first, ...others] = cells.map(({ cell }) => cell.text.trim());
  if (first === undefined) return false;
  const areFigures = others.every((text) => /^[\d.,%\s/]+$/.test(text));
  return (
    /^(?:grand |sub[- ]?)?totals?\b|^count\b|^average\b|^number of\b/i.test(first) &&
    areFigures &&
    first.length <= 40
  );
}

/**
 * A row that is one cell alone and names a recommendation: it stretches over the table, or its words begin as such
 * rows do, or it stands outside of the column that says what will be done.
 */
export function isSection(
  cells: readonly ReadCell[],
  row: TableRow,
  { hasTitle }: { hasTitle: boolean },
): boolean {
  const [only] = cells;
  if (!only || cells.length > 1 || !hasTitle) return false;
  const words = only.cell.text.trim();
  if (words.length < 4 || KEY_WORDS.test(words)) return false;
  if (row.isWide || SECTION_WORDS.test(words)) return true;
  const isLoud = words === words.toUpperCase() && /[A-Z]{4}/.test(words);
  return isLoud || (only.field === 'reference' && words.length > 12);
}
