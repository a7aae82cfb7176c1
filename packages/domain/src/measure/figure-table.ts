import { type IsoDate, isIsoDate, type WorkbookGrid } from '@gt/contracts/words';
import { parseFigureDate } from './parse-figure-date.ts';
import { endOfMonth } from './reporting-period.ts';

type GridRow = WorkbookGrid['sheets'][number]['rows'][number];
type GridCell = GridRow['cells'][number];

/** What a column of a file of figures holds. */
export type FigureColumn = 'measure' | 'date' | 'value' | 'numerator' | 'denominator' | 'comment';

/** One figure as it stands in a file, before it is read: whose it is and of when, in the words of the file. */
export type FigureCell = {
  sheet: string;
  row: number;
  /** The heading of its column, where the days stand across; '' where each row is a figure. */
  across: string;
  measure: string;
  date: string;
  /** The day behind the words, where the cell was a date. */
  day: IsoDate | null;
  /** It heads a column, where a first of the month stands for the month. */
  isHeading: boolean;
  value: string;
  numerator: string;
  denominator: string;
  comment: string;
};

/** A row that holds no figure, and why. */
export type ExplainedRow = { sheet: string; row: number; text: string; reason: string };

/** Rows in which the headings are looked for. */
const HEADING_ROWS = 20;

const HEADINGS: Record<FigureColumn, RegExp> = {
  measure:
    /^(ref(erence)?|measure( name| ref(erence)?)?|indicator( name)?|kpi|pi|performance (measure|indicator)|name|metric)$/,
  date: /^(date|period( end(ing)?)?|month( end(ing)?)?|quarter|year|week( end(ing)?)?|as at|of|reporting period)$/,
  value: /^(value|figure|actual|result|outturn|performance|score|percent(age)?|%|rate)$/,
  numerator: /^(numerator|num|count|number|how many|n)$/,
  denominator: /^(denominator|den|denom|out of|total|cohort|d)$/,
  comment: /^(comments?|commentary|notes?|narrative)$/,
};

/**
 * Finds the figures in a file, sheet by sheet, in either shape that councils keep them in: a row for each figure, with
 * headings for measure, date and figure (or the two counts); or a row for each measure, with the days across. What is
 * no figure is explained, row by row, so that nothing is lost in silence.
 * Example: headings "Measure, Month, Actual" and a row "M4, Mar 2026, 82.5%" are one figure of M4.
 */
export function readFigureTable({ sheets }: WorkbookGrid): {
  cells: FigureCell[];
  explained: ExplainedRow[];
} {
  const cells: FigureCell[] = [];
  const explained: ExplainedRow[] = [];
  for (const sheet of sheets) {
    const found = headingsIn(sheet.rows);
    let measure = '';
    for (const [index, row] of sheet.rows.entries()) {
      const at = { sheet: sheets.length > 1 ? sheet.name : '', row: row.number };
      const explain = (reason: string) => explained.push({ ...at, text: rowText(row), reason });
      if (!found)
        explain('No heading on this sheet says which column holds the measure, and which the date.');
      else if (index < found.index) explain('It stands above the headings.');
      else if (index === found.index) explain('These are the headings.');
      else {
        const own = measureIn(row, found);
        measure = own === '' ? measure : own;
        const read = found.kind === 'LONG' ? long(row, found, measure) : across(row, found, measure);
        if (read.length === 0) explain('There is no figure in this row.');
        cells.push(...read.map((cell) => ({ ...at, ...cell })));
      }
    }
  }
  return { cells, explained };
}

type Long = { kind: 'LONG'; index: number; measures: number[]; at: Partial<Record<FigureColumn, number>> };
type Across = {
  kind: 'ACROSS';
  index: number;
  measures: number[];
  days: { at: number; text: string; day: IsoDate | null }[];
};

function headingsIn(rows: readonly GridRow[]): Long | Across | null {
  for (const [index, row] of rows.slice(0, HEADING_ROWS).entries()) {
    const names = row.cells.map((cell) => headingOf(cell));
    const at = (column: FigureColumn) => names.flatMap((name, place) => (name === column ? [place] : []));
    const measures = at('measure');
    const [date] = at('date');
    const hasFigure = at('value').length > 0 || (at('numerator').length > 0 && at('denominator').length > 0);
    if (measures.length > 0 && date !== undefined && hasFigure) {
      const columns = (['date', 'value', 'numerator', 'denominator', 'comment'] as const).map(
        (column) => [column, at(column)[0]] as const,
      );
      return { kind: 'LONG', index, measures, at: Object.fromEntries(columns) };
    }
    const days = row.cells.flatMap((cell, place) => {
      const text = textOf(cell);
      const day = cell?.date ?? null;
      return day !== null || parseFigureDate(text, 'MONTHLY').ok ? [{ at: place, text, day }] : [];
    });
    const first = days[0];
    if (days.length >= 2 && first && first.at > 0) {
      const before = measures.filter((place) => place < first.at);
      return { kind: 'ACROSS', index, measures: before.length > 0 ? before : [0], days };
    }
  }
  return null;
}

function headingOf(cell: GridCell | undefined): FigureColumn | null {
  const text = textOf(cell)
    .toLowerCase()
    .replace(/[.:*_]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [column] = Object.entries(HEADINGS).find(([, words]) => words.test(text)) ?? [];
  return (column as FigureColumn | undefined) ?? null;
}

/** A reference goes before a name; a row that leaves both empty belongs to the measure above it. */
function measureIn(row: GridRow, { measures }: Long | Across): string {
  const words = measures.map((place) => textOf(row.cells[place])).filter((text) => text !== '');
  return words.find((text) => /^m\d{1,9}$/i.test(text)) ?? words[0] ?? '';
}

type Read = Omit<FigureCell, 'sheet' | 'row'>;

function long(row: GridRow, { at }: Long, measure: string): Read[] {
  const text = (column: FigureColumn) => {
    const place = at[column];
    return place === undefined ? '' : textOf(row.cells[place]);
  };
  const read: Read = {
    across: '',
    measure,
    date: text('date'),
    day: row.cells[at.date ?? -1]?.date ?? null,
    isHeading: false,
    value: text('value'),
    numerator: text('numerator'),
    denominator: text('denominator'),
    comment: text('comment'),
  };
  const isEmpty = read.value === '' && read.numerator === '' && read.denominator === '';
  return isEmpty ? [] : [read];
}

function across(row: GridRow, { days }: Across, measure: string): Read[] {
  return days.flatMap(({ at, text, day }): Read[] => {
    const value = textOf(row.cells[at]);
    if (value === '') return [];
    const empty = { numerator: '', denominator: '', comment: '' };
    return [{ across: text, measure, date: text, day, isHeading: true, value, ...empty }];
  });
}

const textOf = (cell: GridCell | undefined) => cell?.text.replace(/\s+/g, ' ').trim() ?? '';

export function rowText(row: GridRow): string {
  return row.cells
    .map(textOf)
    .filter((text) => text !== '')
    .join(' · ')
    .slice(0, 300);
}

/** The last day of the month in which `day` lies. */
export function monthEndOf(day: IsoDate): IsoDate {
  return isIsoDate(day) ? endOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7))) : day;
}
