import {
  FIGURE_OUTCOMES,
  type FigureOutcome,
  type FigurePolicy,
  formatDate,
  type IsoDate,
  type MeasureFrequency,
  type WorkbookGrid,
} from '@gt/contracts/words';
import { countOf, grouped } from '../wording/index.ts';
import { type FigureCell, monthEndOf, readFigureTable } from './figure-table.ts';
import type { Figure } from './movement.ts';
import { isNoFigure, parseFigure } from './parse-figure.ts';
import { parseFigureDate } from './parse-figure-date.ts';
import { checkShare, isSmallShare, type Share, shareMismatch, shareValue, shareWords } from './share.ts';
import { isSmallCount, SMALL_COUNT_WARNING } from './small-numbers.ts';
import { checkFigureDate, MEASURE_LIMITS } from './validate-measure.ts';
import { valueWords } from './value-words.ts';

/** A measure that figures can be of, and those it has. */
export type FigureMeasure = {
  id: string;
  reference: string;
  name: string;
  unit: string;
  frequency: MeasureFrequency;
  /** Why this person may not enter figures of it; '' when they may. */
  mayNot: string;
  figures: readonly Figure[];
};

export type JudgedFigure = {
  sheet: string;
  row: number;
  across: string;
  /** The row or cell in the words of the file. */
  text: string;
  measureId: string | null;
  reference: string;
  unit: string;
  date: IsoDate | null;
  value: number | null;
  share: Share | null;
  comment: string;
  outcome: FigureOutcome;
  reason: string;
};

export type JudgedFigures = {
  rows: JudgedFigure[];
  counts: Record<FigureOutcome, number>;
  measures: number;
  /** Why nothing may be entered as it stands; '' when it may. */
  stop: string;
  /** "24 figures of 3 measures to add, 2 refused". */
  words: string;
};

type At = {
  measures: readonly FigureMeasure[];
  policy: FigurePolicy;
  today: IsoDate;
};

/** The most figures of one file: two hundred measures over eight years of months. */
const MOST_FIGURES = 20_000;

/**
 * Says of every figure in a file, and of every row without one, what would become of it, against the measures of the
 * plan and the figures they have. One bad cell stops no other; two figures of one measure for one day stop the second.
 * Rows of a file = figures entered + rows explained.
 * Example: "M4, 30/09/2026, 45 of 60" with the unit "%" → ADD 75.
 */
export function judgeFigures(grid: WorkbookGrid, at: At): JudgedFigures {
  const { cells, explained } = readFigureTable(grid);
  const byName = new Map(
    at.measures.flatMap((one) => [
      [keyOf(one.reference), one],
      [keyOf(one.name), one],
    ]),
  );
  const taken = new Map<string, FigureCell>();
  const judged = cells.map((cell) => judge(cell, byName.get(keyOf(cell.measure)), { ...at, taken }));
  const passed = explained.map(
    ({ sheet, row, text, reason }): JudgedFigure => ({
      ...EMPTY,
      sheet,
      row,
      text,
      outcome: 'PASSED',
      reason,
    }),
  );
  const rows = [...judged, ...passed].sort((a, b) => (a.sheet === b.sheet ? a.row - b.row : 0));
  const counts = Object.fromEntries(
    FIGURE_OUTCOMES.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
  ) as Record<FigureOutcome, number>;
  const entered = rows.filter(({ outcome }) => outcome === 'ADD' || outcome === 'CORRECT');
  const measures = new Set(entered.map(({ measureId }) => measureId)).size;
  return {
    rows,
    counts,
    measures,
    stop: stopWords(counts, at.policy, cells.length),
    words: wordsOf(counts, measures),
  };
}

const EMPTY = {
  across: '',
  measureId: null,
  reference: '',
  unit: '',
  date: null,
  value: null,
  share: null,
  comment: '',
} as const;

function judge(
  cell: FigureCell,
  measure: FigureMeasure | undefined,
  at: At & { taken: Map<string, FigureCell> },
): JudgedFigure {
  const base: JudgedFigure = {
    ...EMPTY,
    sheet: cell.sheet,
    row: cell.row,
    across: cell.across,
    text: textOf(cell),
    comment: cell.comment,
    measureId: measure?.id ?? null,
    reference: measure?.reference ?? '',
    unit: measure?.unit ?? '',
    outcome: 'REFUSED',
    reason: '',
  };
  const refused = (reason: string): JudgedFigure => ({ ...base, reason: sentence(reason) });
  if (!measure)
    return refused(
      cell.measure === ''
        ? 'no measure is named in this row or above it'
        : `no measure of this plan is called “${cell.measure}”. Use its reference, such as M4, or its whole name`,
    );
  if (measure.mayNot !== '') return refused(measure.mayNot.replace(/\.$/, ''));
  const date = dayOf(cell, measure.frequency);
  if (!date.ok) return refused(date.reason);
  const read = figureOf(cell, measure.unit);
  if (read.kind === 'NONE')
    return { ...base, date: date.date, outcome: 'NONE', reason: 'The file says that there is no figure.' };
  if (read.kind === 'NO') return refused(read.reason);
  if (cell.comment.length > MEASURE_LIMITS.comment) return refused('the comment is too long');
  const [problem] = checkFigureDate('date', date.date, formatDate(date.date), at.today);
  if (problem) return refused(problem.message);
  const notes = [date.note, read.note].filter((note) => note !== '').map(sentence);
  const figure = { ...base, date: date.date, value: read.value, share: read.share };
  return settle(figure, { ...at, measure, cell, notes });
}

function settle(
  row: JudgedFigure & { date: IsoDate; value: number },
  at: At & { taken: Map<string, FigureCell>; measure: FigureMeasure; cell: FigureCell; notes: string[] },
): JudgedFigure {
  const { measure, taken, policy, notes } = at;
  const key = `${measure.id} ${row.date}`;
  const earlier = taken.get(key);
  if (earlier)
    return {
      ...row,
      reason: `Row ${earlier.row}${earlier.sheet === '' ? '' : ` of “${earlier.sheet}”`} has a figure of ${measure.reference} for ${formatDate(row.date)} already.`,
    };
  taken.set(key, at.cell);
  const before = measure.figures.find(({ date }) => date === row.date);
  const small =
    isSmallCount(row.value, row.unit) || (row.share !== null && isSmallShare(row.share))
      ? [SMALL_COUNT_WARNING]
      : [];
  if (!before) return { ...row, outcome: 'ADD', reason: [...notes, ...small].join(' ') };
  if (before.value === row.value)
    return { ...row, outcome: 'SAME', reason: 'This figure is on record already.' };
  const onRecord = `On record is ${valueWords(before.value, row.unit)}`;
  return policy === 'CORRECT'
    ? { ...row, outcome: 'CORRECT', reason: [`${onRecord}.`, ...notes, ...small].join(' ') }
    : { ...row, outcome: 'KEPT', reason: `${onRecord}, and it stays.` };
}

/** The words of a date first: "Apr-25" is all of April, although the cell behind it is its first day. */
function dayOf(cell: FigureCell, frequency: MeasureFrequency) {
  const parsed = parseFigureDate(cell.date, frequency);
  const day = parsed.ok ? parsed.date : cell.day;
  if (day === null || day === undefined) return parsed;
  const isMonth = frequency !== 'WEEKLY' && cell.isHeading && day.endsWith('-01');
  if (!isMonth) return parsed.ok ? parsed : { ok: true as const, date: day, note: '' };
  const end = monthEndOf(day);
  return { ok: true as const, date: end, note: `Read as the month to ${formatDate(end)}` };
}

type Read =
  | { kind: 'FIGURE'; value: number; share: Share | null; note: string }
  | { kind: 'NONE' }
  | { kind: 'NO'; reason: string };

/** The figure itself, or what its two counts give; both together have to agree. */
function figureOf(cell: FigureCell, unit: string): Read {
  const counts = [cell.numerator, cell.denominator];
  const hasCounts = counts.some((text) => text !== '' && !isNoFigure(text));
  if (!hasCounts && (cell.value === '' || isNoFigure(cell.value))) return { kind: 'NONE' };
  const share = hasCounts ? readShare(cell, unit) : null;
  if (share && !share.ok) return { kind: 'NO', reason: share.reason };
  if (cell.value === '' || isNoFigure(cell.value)) {
    const value = share ? shareValue(share.share, unit) : null;
    if (share && value !== null)
      return {
        kind: 'FIGURE',
        value,
        share: share.share,
        note: `${shareWords(share.share)} is ${valueWords(value, unit)}`,
      };
    return { kind: 'NO', reason: 'two counts alone give no figure in this unit' };
  }
  const parsed = parseFigure(cell.value, unit);
  if (!parsed.ok) return { kind: 'NO', reason: parsed.reason };
  if (!share) return { kind: 'FIGURE', value: parsed.value, share: parsed.share, note: parsed.note };
  const mismatch = shareMismatch(parsed.value, share.share, unit);
  if (mismatch !== null) return { kind: 'NO', reason: `${mismatch}. Mend one of them` };
  const worked = shareValue(share.share, unit) ?? parsed.value;
  return { kind: 'FIGURE', value: worked, share: share.share, note: shareWords(share.share) };
}

function readShare(
  cell: FigureCell,
  unit: string,
): { ok: true; share: Share } | { ok: false; reason: string } {
  const [numerator, denominator] = [cell.numerator, cell.denominator].map((text) => {
    const parsed = text === '' ? null : parseFigure(text, '');
    return parsed?.ok ? parsed.value : null;
  });
  const typed = { numerator: numerator ?? null, denominator: denominator ?? null };
  const [problem] = checkShare(typed, unit);
  if (problem || typed.numerator === null || typed.denominator === null)
    return {
      ok: false,
      reason: `“${cell.numerator}” of “${cell.denominator}” are no two counts: ${problem?.message ?? 'both are needed'}`,
    };
  return { ok: true, share: { numerator: typed.numerator, denominator: typed.denominator } };
}

function stopWords(counts: Record<FigureOutcome, number>, policy: FigurePolicy, figures: number): string {
  if (figures > MOST_FIGURES)
    return `A file may hold at most ${grouped(MOST_FIGURES)} figures; this one holds ${grouped(figures)}. Bring it in in parts.`;
  if (counts.ADD + counts.CORRECT === 0 && !(policy === 'STOP' && counts.KEPT > 0))
    return 'No figure of this file would be entered as it stands.';
  return policy === 'STOP' && counts.KEPT > 0
    ? `${countOf(counts.KEPT, 'period')} of this file ${counts.KEPT === 1 ? 'has' : 'have'} another figure on record. Keep those or correct them, or mend the file.`
    : '';
}

function wordsOf(counts: Record<FigureOutcome, number>, measures: number): string {
  const parts = [
    counts.ADD > 0 ? `${countOf(counts.ADD, 'figure')} to add` : '',
    counts.CORRECT > 0 ? `${counts.CORRECT} to correct` : '',
    counts.KEPT > 0 ? `${counts.KEPT} on record with another figure` : '',
    counts.SAME > 0 ? `${counts.SAME} on record already` : '',
    counts.NONE > 0 ? `${counts.NONE} without a figure` : '',
    counts.REFUSED > 0 ? `${counts.REFUSED} refused` : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return 'No figure in this file';
  const of = measures > 0 ? `, of ${countOf(measures, 'measure')}` : '';
  return `${parts.join(', ')}${of}`;
}

/** A name without case, signs and double spaces. */
function keyOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\d%]+/gu, ' ')
    .trim();
}

function textOf({ measure, date, value, numerator, denominator, across }: FigureCell): string {
  const counts = numerator === '' && denominator === '' ? '' : `${numerator} of ${denominator}`;
  return [measure, across === '' ? date : across, value, counts]
    .filter((text) => text !== '')
    .join(' · ')
    .slice(0, 300);
}

function sentence(words: string): string {
  const upper = words.slice(0, 1).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(upper) ? upper : `${upper}.`;
}
