import type { IsoDate, WorkbookColumn, WorkbookGrid, WorkbookPlan, WorkbookRow } from '@gt/contracts/words';
import { type ColumnChoices, guessColumns } from './guess-columns.ts';
import { cellsOfRow, type ReadCell, readRow } from './read-row.ts';
import { readTables } from './read-tables.ts';
import { explainedRow, isSection, isTotal } from './row-kind.ts';
import type { Table, TableRow } from './table.ts';

type Walk = {
  sheet: string;
  columns: ReadonlyMap<string, WorkbookColumn>;
  near: IsoDate;
  /** The words of the recommendation that rows stand under, and where they were read. */
  under: { words: string; row: number } | null;
  rows: WorkbookRow[];
};

/**
 * What becomes of every row of a workbook: an action, a recommendation, words joined to the action above, or an
 * explanation. Looks at nothing but the workbook. Every row that has a word is in the answer once.
 * `near` settles dates without a year.
 */
export function planWorkbook(grid: WorkbookGrid, choices: ColumnChoices, near: IsoDate): WorkbookPlan {
  const shown = grid.sheets.filter(({ isHidden }) => !isHidden);
  const read = shown.map((sheet) => ({ sheet, ...readTables(sheet) }));
  const columns = guessColumns(
    read.flatMap(({ tables }) => tables),
    choices,
    near,
  );
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const rows = read.flatMap(({ sheet, tables, outside }) => {
    const walk: Walk = { sheet: sheet.name, columns: byKey, near, under: null, rows: [] };
    for (const { row, reason } of outside) walk.rows.push(explainedRow(sheet.name, row, reason));
    for (const table of tables) walkTable(walk, table);
    return walk.rows.sort((one, other) => one.row - other.row);
  });
  const hidden = grid.sheets.filter(({ isHidden }) => isHidden).map(hiddenWords);
  const blank = shown.reduce((sum, sheet) => sum + sheet.blankRows, 0);
  const explained = rows.filter(({ kind }) => kind === 'EXPLAINED' || kind === 'PROBLEM').length + blank;
  const total = rows.length + blank;
  return {
    columns,
    rows,
    totals: { rows: total, imported: total - explained, explained, blank },
    notes: [...grid.notes, ...hidden],
  };
}

function hiddenWords({ name, rows }: WorkbookGrid['sheets'][number]): string {
  const count = rows.length === 1 ? '1 row' : `${rows.length} rows`;
  return `The sheet “${name}” is hidden in the workbook; its ${count} are left out. Show it in the workbook to bring it in.`;
}

function walkTable(walk: Walk, table: Table): void {
  const hasTitle = table.headings.some(({ key }) => walk.columns.get(key)?.field === 'title');
  for (const row of table.rows) {
    const cells = cellsOfRow(table, row, walk.columns);
    const worded = cells.filter(({ cell }) => cell.text.trim() !== '');
    const own = worded.filter(({ cell }) => !cell.isCopied);
    if (own.length === 0)
      walk.rows.push(explainedRow(walk.sheet, row, 'Nothing of its own: part of a merged cell.'));
    else if (isTotal(worded)) walk.rows.push(explainedRow(walk.sheet, row, 'A line of totals.'));
    else if (isSection(own, row, { hasTitle })) openSection(walk, row, own);
    else walk.rows.push(rowOf(walk, row, cells, hasTitle));
  }
}

/** A row that names the recommendation that the rows below stand under. */
function openSection(walk: Walk, row: TableRow, cells: readonly ReadCell[]): void {
  const words = cells.map(({ cell }) => cell.text.replace(/\s+/g, ' ').trim()).join(' ');
  walk.under = { words, row: row.number };
  walk.rows.push({
    ...explainedRow(walk.sheet, row, 'Names the recommendation of the rows below it.'),
    kind: 'RECOMMENDATION',
    recommendation: words,
  });
}

function rowOf(walk: Walk, row: TableRow, cells: readonly ReadCell[], hasTitle: boolean): WorkbookRow {
  const { action, reasons, problems } = readRow(cells, walk.near);
  const base = {
    sheet: walk.sheet,
    row: row.number,
    cells: cells
      .filter(({ cell }) => cell.text.trim() !== '')
      .map(({ heading, cell }) => ({ heading, text: cell.text.trim() })),
    reasons: row.isHidden ? ['This row is hidden in the workbook.', ...reasons] : reasons,
    problems,
  };
  if (action.recommendation !== '') walk.under = { words: action.recommendation, row: row.number };
  else if (walk.under) {
    action.recommendation = walk.under.words;
    if (hasTitle) base.reasons.push(`Stands under the recommendation named in row ${walk.under.row}.`);
  }
  const isCopied = cells.some(({ field, cell }) => field === 'title' && cell.isCopied);
  if (action.title !== '' && !isCopied) {
    const kind = problems.length > 0 ? 'PROBLEM' : 'ACTION';
    return { ...base, kind, action, recommendation: '' };
  }
  const named = cells.find(
    ({ field, cell }) => field === 'recommendation' && !cell.isCopied && cell.text.trim() !== '',
  );
  if (named && action.title === '') {
    const recommendation = named.cell.text.replace(/\s+/g, ' ').trim();
    return { ...base, kind: 'RECOMMENDATION', action: null, recommendation, problems: [] };
  }
  return joined(walk, base, isCopied);
}

/** A row without a deed of its own goes on with the action above; its words are kept there. */
function joined(
  walk: Walk,
  base: Omit<WorkbookRow, 'kind' | 'action' | 'recommendation'>,
  isCopied: boolean,
): WorkbookRow {
  const nothing = { ...base, problems: [], action: null, recommendation: '' };
  const above = walk.rows.findLast(({ action, row }) => action !== null && row < base.row);
  if (!above?.action || (above.kind !== 'ACTION' && above.kind !== 'PROBLEM')) {
    return {
      ...nothing,
      kind: 'EXPLAINED',
      reasons: ['Says nothing that will be done, and stands under no action.'],
    };
  }
  const isBroken = walk.rows.some(({ row, kind }) => row > above.row && row < base.row && kind !== 'JOINED');
  if (isBroken) return { ...nothing, kind: 'EXPLAINED', reasons: ['Says nothing that will be done.'] };
  const words = isCopied
    ? base.cells.filter(({ text }) => !above.cells.some((cell) => cell.text === text))
    : base.cells;
  above.action.kept.push(...words);
  return { ...nothing, kind: 'JOINED', reasons: [`Its words are kept with the action of row ${above.row}.`] };
}
