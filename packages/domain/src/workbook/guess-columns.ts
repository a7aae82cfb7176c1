import type { IsoDate, WorkbookColumn, WorkbookField } from '@gt/contracts/words';
import { WORKBOOK_FIELD_LABELS } from '@gt/contracts/words';
import { followsFromOthers, guessHeading } from './guess-heading.ts';
import { readDate } from './read-date.ts';
import { ragOf } from './read-rag.ts';
import { percentOf } from './read-values.ts';
import type { Table, TableCell } from './table.ts';

/** What a person chose, and what was chosen for the same heading before; both by the heading's key. */
export type ColumnChoices = {
  chosen: Readonly<Record<string, WorkbookField>>;
  remembered: Readonly<Record<string, WorkbookField>>;
};

type Seen = { key: string; heading: string; cells: TableCell[] };
/** So many cells of a column are looked at. */
const LOOKED_AT = 60;
const SAMPLES = 3;
const SAMPLE_LETTERS = 80;
/** A column whose cells are longer than this on average holds sentences. */
const SENTENCE = 36;

/**
 * What each heading of the workbook is taken for: as chosen, else as remembered, else as its words say, else as what
 * stands under it says. A heading that nothing speaks for keeps its words with the action.
 */
export function guessColumns(
  tables: readonly Table[],
  { chosen, remembered }: ColumnChoices,
  near: IsoDate,
): WorkbookColumn[] {
  const seen = [...gather(tables).values()];
  const keys = new Set(seen.map(({ key }) => key));
  const isOwnExport = keys.has('version') && keys.has('ref') && keys.has('action');
  const columns = seen.map((column): WorkbookColumn => {
    const base = { key: column.key, heading: column.heading, samples: samplesOf(column) };
    const [byPerson, before] = [chosen[column.key], remembered[column.key]];
    if (byPerson) return { ...base, field: byPerson, confidence: 'CHOSEN', why: 'Chosen here.' };
    if (before) {
      return { ...base, field: before, confidence: 'REMEMBERED', why: 'Chosen for this heading before.' };
    }
    if (isOwnExport && followsFromOthers(column.key)) {
      const why = 'Follows from other columns of our own export, so nothing is taken from it.';
      return { ...base, field: 'LEAVE_OUT', confidence: 'SURE', why };
    }
    return { ...base, ...guessed(column, near) };
  });
  return withTitle(columns, seen);
}

type Guessed = Pick<WorkbookColumn, 'field' | 'confidence' | 'why'>;

function guessed(column: Seen, near: IsoDate): Guessed {
  const byHeading = guessHeading(column.heading);
  const isLong = average(column) > SENTENCE;
  if (byHeading) {
    const label = WORKBOOK_FIELD_LABELS[byHeading.field].toLowerCase();
    // "Current status" is a word in one plan and a page of narrative in the next.
    if (byHeading.field === 'status' && isLong) {
      return { field: 'progress', confidence: 'LIKELY', why: 'Sentences stand under this heading.' };
    }
    if (byHeading.field === 'progress' && mostly(column, (cell) => percentOf(cell.text) !== null)) {
      return { field: 'percentComplete', confidence: 'LIKELY', why: 'Figures in per cent stand under it.' };
    }
    return { ...byHeading, why: `The heading says ${label}.` };
  }
  return byWhatStandsUnder(column, near);
}

function byWhatStandsUnder(column: Seen, near: IsoDate): Guessed {
  const likely = (field: WorkbookField, why: string): Guessed => ({ field, confidence: 'LIKELY', why });
  const isDay = (cell: TableCell) => cell.date !== undefined || readDate(cell.text, near).kind === 'DATE';
  const isRag = (cell: TableCell) => ragOf(cell) !== null && cell.text.length <= 20;
  if (mostly(column, isRag)) return likely('rag', 'Ratings stand under it, as words or colours.');
  if (/date|when|due|by\b/i.test(column.heading) && mostly(column, isDay)) {
    return likely('dueDate', 'Dates stand under it.');
  }
  return { field: 'KEEP', confidence: 'NONE', why: 'No field goes by this name: its words are kept.' };
}

/** Without any column for what will be done, the one with the longest words is it, unless it names recommendations. */
function withTitle(columns: WorkbookColumn[], seen: readonly Seen[]): WorkbookColumn[] {
  const has = (field: WorkbookField) => columns.some((column) => column.field === field);
  if (has('title') || has('recommendation')) return columns;
  const [longest] = seen
    .filter(({ key }) => columns.some((column) => column.key === key && column.confidence === 'NONE'))
    .sort((one, other) => average(other) - average(one));
  const swap =
    columns.find(({ field }) => field === 'detail')?.key ??
    (longest && average(longest) > 15 ? longest.key : null);
  return columns.map((column) =>
    column.key === swap
      ? {
          ...column,
          field: 'title',
          confidence: 'LIKELY',
          why: 'No heading says what will be done; these are the longest words.',
        }
      : column,
  );
}

function gather(tables: readonly Table[]): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const { headings, rows } of tables) {
    for (const { key, heading, column } of headings) {
      const entry = seen.get(key) ?? { key, heading, cells: [] };
      seen.set(key, entry);
      for (const row of rows) {
        if (entry.cells.length >= LOOKED_AT) break;
        const cell = row.cells[column];
        if (cell && !row.isWide && (cell.text.trim() !== '' || cell.fill)) entry.cells.push(cell);
      }
    }
  }
  // A column without heading and without words is no column.
  for (const [key, { cells }] of seen) {
    if (/^column [a-z]{1,3}$/.test(key) && cells.every(({ text }) => text.trim() === '')) seen.delete(key);
  }
  return seen;
}

function average({ cells }: Seen): number {
  const filled = cells.filter(({ text }) => text.trim() !== '');
  return filled.length === 0 ? 0 : filled.reduce((sum, { text }) => sum + text.length, 0) / filled.length;
}

function mostly({ cells }: Seen, is: (cell: TableCell) => boolean): boolean {
  const filled = cells.filter(({ text }) => text.trim() !== '');
  const asked = filled.length > 0 ? filled : cells;
  return asked.length > 0 && asked.filter(is).length >= asked.length * 0.6;
}

function samplesOf({ cells }: Seen): string[] {
  const texts = cells.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  return [...new Set(texts)]
    .slice(0, SAMPLES)
    .map((text) => (text.length > SAMPLE_LETTERS ? `${text.slice(0, SAMPLE_LETTERS)}…` : text));
}
