import type { DraftAction, IsoDate, RowProblem, WorkbookColumn, WorkbookField } from '@gt/contracts/words';
import { formatDate } from '@gt/contracts/words';
import { type DateReading, readDate } from './read-date.ts';
import { ragOf, ragOfFill, statusOfWords } from './read-rag.ts';
import { percentOf, priorityOf, splitOwners } from './read-values.ts';
import { shortTitle } from './short-title.ts';
import { columnLetters, type Table, type TableCell, type TableRow } from './table.ts';

/** One cell of a row with the heading it stands under and what that is taken for. */
export type ReadCell = {
  heading: string;
  field: WorkbookField;
  confidence: WorkbookColumn['confidence'];
  cell: TableCell;
};
export type ReadRow = { action: DraftAction; reasons: string[]; problems: RowProblem[] };

/** The cells of a row that have words or a fill, each under its heading; what no heading stands over is kept too. */
export function cellsOfRow(
  table: Table,
  row: TableRow,
  columns: ReadonlyMap<string, WorkbookColumn>,
): ReadCell[] {
  const headings = new Map(table.headings.map((heading) => [heading.column, heading]));
  return row.cells.flatMap((cell, at) => {
    if (!cell || (cell.text.trim() === '' && !cell.fill && !cell.note)) return [];
    const heading = headings.get(at);
    const column = heading && columns.get(heading.key);
    const { field, confidence } = column ?? { field: 'KEEP' as const, confidence: 'NONE' as const };
    return [{ heading: heading?.heading ?? `Column ${columnLetters(at)}`, field, confidence, cell }];
  });
}

const SINGLE: readonly WorkbookField[] = [
  'reference',
  'version',
  'title',
  'startDate',
  'dueDate',
  'status',
  'rag',
  'percentComplete',
  'priority',
  'recommendation',
];
const STRENGTH = ['CHOSEN', 'REMEMBERED', 'SURE', 'LIKELY', 'NONE'] as const;

/**
 * What one row says, field by field. Of two columns for one field the revised or surer one counts and the other's
 * words are kept; every cell that no field takes, and every word that a date or a rating leaves over, is kept.
 */
export function readRow(cells: readonly ReadCell[], near: IsoDate): ReadRow {
  const reasons: string[] = [];
  const problems: RowProblem[] = [];
  const kept: DraftAction['kept'] = [];
  const keep = ({ heading, cell }: ReadCell) => {
    if (cell.text.trim() !== '') kept.push({ heading, text: cell.text.trim() });
  };
  const one = takeSingles(cells, keep);
  const textOf = (field: WorkbookField) => one.get(field)?.cell.text.trim() ?? '';
  const listOf = (field: WorkbookField) =>
    cells.filter((cell) => cell.field === field && cell.cell.text.trim() !== '');
  const joined = (field: WorkbookField) => joinTexts(listOf(field));
  for (const cell of cells) if (cell.field === 'KEEP') keep(cell);
  for (const { heading, cell } of cells)
    if (cell.note && !cell.isCopied) kept.push({ heading: `Note on ${heading}`, text: cell.note });

  const dateOf = (field: 'startDate' | 'dueDate'): IsoDate | null => {
    const found = one.get(field);
    if (!found || found.cell.text.trim() === '') return null;
    const reading: DateReading = found.cell.date
      ? { kind: 'DATE', date: found.cell.date, note: '' }
      : readDate(found.cell.text, near);
    if (reading.kind === 'NO_SUCH_DAY') {
      problems.push({ field, text: found.cell.text.trim(), message: reading.message });
      return null;
    }
    if (reading.note) reasons.push(reading.note);
    if (reading.kind === 'WORDS' || /kept as words|words are kept/.test(reading.note)) keep(found);
    return reading.kind === 'DATE' ? reading.date : null;
  };
  const startDate = dateOf('startDate');
  const dueDate = dateOf('dueDate');
  if (startDate && dueDate && dueDate < startDate) {
    const message = `The due date ${formatDate(dueDate)} is before the start ${formatDate(startDate)}.`;
    problems.push({ field: 'dueDate', text: textOf('dueDate'), message });
  }
  const rated = ratingOf(one, cells, keep, reasons);
  const { title, rest } = shortTitle(textOf('title'));
  if (rest !== '')
    reasons.push('What will be done is longer than a title may be: all of it stands in the detail.');
  const action: DraftAction = {
    reference: textOf('reference'),
    version: /^\d{1,9}$/.test(textOf('version')) ? Number(textOf('version')) : null,
    recommendation: textOf('recommendation'),
    title,
    detail: [rest, joined('detail')].filter(Boolean).join('\n\n'),
    teams: listOf('team').flatMap(({ cell }) => splitOwners(cell.text)),
    owners: listOf('owner').flatMap(({ cell }) => splitOwners(cell.text)),
    leads: listOf('lead').flatMap(({ cell }) => splitOwners(cell.text)),
    startDate,
    dueDate,
    ...rated,
    percentComplete: figureOf(one.get('percentComplete'), percentOf, keep, reasons),
    priority: figureOf(one.get('priority'), priorityOf, keep, reasons),
    successMeasure: joined('successMeasure'),
    progress: joined('progress'),
    kept,
    given: [...new Set(cells.flatMap(({ field, cell }) => (cell.text.trim() === '' ? [] : [field])))],
  };
  if (rated.rag) action.given = [...new Set([...action.given, 'rag' as const])];
  return { action, reasons, problems };
}

/** The one cell for each field that takes one; the words of the others are kept. */
function takeSingles(
  cells: readonly ReadCell[],
  keep: (cell: ReadCell) => void,
): Map<WorkbookField, ReadCell> {
  const one = new Map<WorkbookField, ReadCell>();
  for (const field of SINGLE) {
    const [first, ...others] = cells.filter((cell) => cell.field === field).sort((a, b) => rank(a) - rank(b));
    if (first) one.set(field, first);
    for (const other of others) keep(other);
  }
  return one;
}

const rank = ({ heading, confidence, cell }: ReadCell) =>
  (cell.text.trim() === '' ? 100 : 0) +
  (/revised|current|new\b/i.test(heading) ? -10 : 0) +
  STRENGTH.indexOf(confidence);

/** Several columns for one text: each part under its own heading. */
function joinTexts(cells: readonly ReadCell[]): string {
  const [only] = cells;
  if (cells.length <= 1) return only?.cell.text.trim() ?? '';
  return cells.map(({ heading, cell }) => `${heading}: ${cell.text.trim()}`).join('\n');
}

type Rated = Pick<DraftAction, 'status' | 'rag' | 'ragReason'>;

/** Status and rating, each by its own column; a fill of the status says the rating where no column does. */
function ratingOf(
  one: ReadonlyMap<WorkbookField, ReadCell>,
  cells: readonly ReadCell[],
  keep: (cell: ReadCell) => void,
  reasons: string[],
): Rated {
  const [ragCell, statusCell] = [one.get('rag'), one.get('status')];
  const ragWords = ragCell?.cell.text.trim() ?? '';
  const statusWords = statusCell?.cell.text.trim() ?? '';
  let status = statusWords === '' ? null : statusOfWords(statusWords);
  if (statusWords !== '' && status === null) {
    reasons.push(`“${statusWords.slice(0, 60)}” is no status we know; the words are kept.`);
    if (statusCell) keep(statusCell);
  }
  const filled = cells.find(
    ({ field, cell }) => field !== 'rag' && ['status', 'progress'].includes(field) && ragOfFill(cell.fill),
  );
  const rating = ragOf(ragCell?.cell ?? null) ?? (filled ? ragOf({ text: '', ...fillOf(filled) }) : null);
  if (ragWords !== '' && !rating) {
    if (/^(?:not (?:yet )?started|n\/a|-+|none|grey|white)$/i.test(ragWords))
      status ??= /start/i.test(ragWords) ? 'NOT_STARTED' : null;
    else reasons.push(`“${ragWords.slice(0, 60)}” is no rating we know; the words are kept.`);
    if (ragCell) keep(ragCell);
  } else if (ragCell && ragWords.length > 12) keep(ragCell);
  if (rating?.colour === 'BLUE') {
    reasons.push(
      'Blue follows from closing and is never declared: it comes in as complete, awaiting evidence check.',
    );
    return { status: status === 'CANCELLED' ? status : 'AWAITING_EVIDENCE_CHECK', rag: null, ragReason: '' };
  }
  if (status === 'AWAITING_EVIDENCE_CHECK') {
    reasons.push('Complete is not closed: it comes in as complete, awaiting evidence check.');
  }
  const colour = rating && status !== 'CANCELLED' ? rating.colour : null;
  return { status, rag: colour, ragReason: colour && rating ? `From ${rating.by}.` : '' };
}

const fillOf = ({ cell }: ReadCell) => (cell.fill === undefined ? {} : { fill: cell.fill });

function figureOf<T>(
  found: ReadCell | undefined,
  read: (text: string) => T | null,
  keep: (cell: ReadCell) => void,
  reasons: string[],
): T | null {
  const text = found?.cell.text.trim() ?? '';
  if (!found || text === '') return null;
  const value = read(text);
  if (value === null) {
    reasons.push(`“${text.slice(0, 60)}” under “${found.heading}” could not be read; the words are kept.`);
    keep(found);
  }
  return value;
}
