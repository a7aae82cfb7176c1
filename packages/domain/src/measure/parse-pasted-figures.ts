import { formatDate, type IsoDate, type MeasureFrequency } from '@gt/contracts/words';
import { countOf, grouped } from '../wording/index.ts';
import type { Figure } from './movement.ts';
import { isNoFigure, parseFigure } from './parse-figure.ts';
import { parseFigureDate } from './parse-figure-date.ts';
import { isSmallShare, type Share } from './share.ts';
import { isSmallCount, SMALL_COUNT_WARNING } from './small-numbers.ts';
import { checkFigureDate, MEASURE_LIMITS } from './validate-measure.ts';
import { valueWords } from './value-words.ts';

/** The most rows of one paste: weekly figures of nearly ten years. */
export const PASTE_LIMIT = 500;

/**
 * What becomes of a pasted row. ADD: a new figure. CORRECT: another value than the figure on record for that day,
 * which stays and is marked replaced. SAME: on record already. NONE: it says that there is no figure. HEADING: column
 * names. REFUSED: with the reason.
 */
export const PASTE_OUTCOMES = ['ADD', 'CORRECT', 'SAME', 'NONE', 'HEADING', 'REFUSED'] as const;
export type PasteOutcome = (typeof PASTE_OUTCOMES)[number];

export type PastedRow = {
  /** Counted from 1, blank lines too, as the person sees them. */
  line: number;
  text: string;
  outcome: PasteOutcome;
  date: IsoDate | null;
  value: number | null;
  /** The two counts it was worked out from, when they were pasted. */
  share: Share | null;
  /** From a third column, when there is one. */
  comment: string;
  /** Why it is refused, what it corrects, or how it was read; a full sentence or ''. */
  reason: string;
};

/**
 * Reads two columns copied from a spreadsheet, a date and a figure a row (and a comment in a third), and says of each
 * row what would become of it. Blank lines are passed over; one bad row stops no other.
 * Throws RangeError beyond PASTE_LIMIT rows: ask `pasteProblem` first.
 * Example: "31/03/2026\t78.4%\n31/04/2024\t71%" → ADD 78.4, REFUSED "31/04/2024 is no date: April has 30 days."
 */
export function parsePastedFigures(
  text: string,
  measure: { unit: string; frequency: MeasureFrequency; figures: readonly Figure[] },
  today: IsoDate,
): PastedRow[] {
  if (pasteProblem(text)) throw new RangeError('more rows than one paste may have');
  const onRecord = new Map(measure.figures.map(({ date, value }) => [date, value]));
  const lineOf = new Map<IsoDate, number>();
  const rows: PastedRow[] = [];
  for (const [index, raw] of linesOf(text).entries()) {
    if (raw.trim() === '') continue;
    const read = readRow(raw, index + 1, rows.length === 0, measure);
    const row = read.outcome === 'ADD' ? settle(read, { onRecord, lineOf, unit: measure.unit, today }) : read;
    if (row.date && row.outcome !== 'REFUSED' && row.outcome !== 'NONE') lineOf.set(row.date, row.line);
    rows.push(row);
  }
  return rows;
}

/** Why a paste cannot be looked at row by row at all; null when it can. */
export function pasteProblem(text: string): string | null {
  const rows = linesOf(text).filter((line) => line.trim() !== '').length;
  if (rows === 0) return 'Paste two columns: the date and the figure';
  return rows > PASTE_LIMIT
    ? `Paste at most ${grouped(PASTE_LIMIT)} rows at once; these are ${grouped(rows)}`
    : null;
}

/** "11 figures to add, 1 to correct, 1 row refused". */
export function pasteWords(rows: readonly Pick<PastedRow, 'outcome'>[]): string {
  const count = (outcome: PasteOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const parts = [
    count('ADD') > 0 ? `${countOf(count('ADD'), 'figure')} to add` : '',
    count('CORRECT') > 0 ? `${countOf(count('CORRECT'), 'figure')} to correct` : '',
    count('SAME') > 0 ? `${countOf(count('SAME'), 'figure')} on record already` : '',
    count('NONE') > 0 ? `${countOf(count('NONE'), 'row')} without a figure` : '',
    count('REFUSED') > 0 ? `${countOf(count('REFUSED'), 'row')} refused` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'No figure in these rows' : parts.join(', ');
}

const linesOf = (text: string) => text.replace(/\r\n?/g, '\n').split('\n');

/** Cells by tab or semicolon; else what reads as a date at the start, and the rest. */
function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t');
  if (line.includes(';')) return line.split(';');
  const clean = line.trim();
  const start = /^("?[^,"]*?\d{2,4}"?)\s*(?:,|\s|:)\s*(.*)$/u;
  for (let from = clean; ; ) {
    // The longest beginning that still is a date: "31 March 2026 78" has one at "31 March 2026".
    const cut = from.search(/[\s,:]+\S*$/u);
    if (cut <= 0) break;
    from = clean.slice(0, cut);
    if (parseFigureDate(from.replace(/[,:]$/, ''), 'MONTHLY').ok) {
      return [from.replace(/[,:]$/, ''), clean.slice(cut).replace(/^[\s,:]+/, '')];
    }
  }
  const found = start.exec(clean);
  return found ? [found[1] ?? '', found[2] ?? ''] : [clean];
}

function readRow(
  raw: string,
  line: number,
  isFirst: boolean,
  measure: { unit: string; frequency: MeasureFrequency },
): PastedRow {
  const cells = cellsOf(raw).map((cell) => cell.trim());
  const [first = '', second = '', third = '', ...more] = cells;
  const text = cells.filter((cell) => cell !== '').join(' · ');
  const row = { line, text, date: null, value: null, share: null, comment: third };
  const refused = (reason: string): PastedRow => ({
    ...row,
    outcome: 'REFUSED',
    reason: upperFirst(`${reason}.`),
  });
  const date = parseFigureDate(first, measure.frequency);
  const figure = parseFigure(second, measure.unit);
  if (isFirst && !date.ok && !figure.ok && !/\d/.test(text)) {
    return {
      ...row,
      outcome: 'HEADING',
      reason: 'Looks like the names of the columns, so it is passed over.',
    };
  }
  if (!date.ok) return refused(date.reason);
  if (isNoFigure(second))
    return {
      ...row,
      date: date.date,
      outcome: 'NONE',
      reason: `“${second}”: no figure, so none is entered.`,
    };
  if (!figure.ok) return refused(figure.reason);
  if (more.some((cell) => cell !== ''))
    return refused('there are more columns than date, figure and comment');
  if (third.length > MEASURE_LIMITS.comment) {
    return refused(`the comment must be ${grouped(MEASURE_LIMITS.comment)} characters or fewer`);
  }
  const notes = [date.note, figure.note].filter((note) => note !== '').map((note) => `${note}.`);
  return {
    ...row,
    date: date.date,
    value: figure.value,
    share: figure.share,
    outcome: 'ADD',
    reason: notes.join(' '),
  };
}

function settle(
  row: PastedRow,
  at: {
    onRecord: ReadonlyMap<IsoDate, number>;
    lineOf: ReadonlyMap<IsoDate, number>;
    unit: string;
    today: IsoDate;
  },
): PastedRow {
  const { date, value } = row;
  if (date === null || value === null) return row;
  const [problem] = checkFigureDate('date', date, formatDate(date), at.today);
  if (problem) return { ...row, outcome: 'REFUSED', reason: `${problem.message}.` };
  const earlier = at.lineOf.get(date);
  if (earlier !== undefined) {
    return { ...row, outcome: 'REFUSED', reason: `${formatDate(date)} stands in line ${earlier} already.` };
  }
  const before = at.onRecord.get(date);
  const join = (sentence: string) => [sentence, row.reason].filter((part) => part !== '').join(' ');
  if (before === value) return { ...row, outcome: 'SAME', reason: 'This figure is on record already.' };
  if (before !== undefined) {
    return { ...row, outcome: 'CORRECT', reason: join(`On record is ${valueWords(before, at.unit)}.`) };
  }
  const isSmall = isSmallCount(value, at.unit) || (row.share !== null && isSmallShare(row.share));
  return isSmall ? { ...row, reason: join(SMALL_COUNT_WARNING) } : row;
}

function upperFirst(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
