import type { Grade, ReportGrade } from '@gt/contracts/words';
import { joinLines } from '@gt/domain/wording';
import type { DocLine } from '../layout/read-lines.ts';
import { judgementArea } from './judgement-area.ts';

type Cell = { text: string; y: number; page: number };
type Group = { parts: string[]; top: number; bottom: number; page: number };

const FULL_GRADE = 'requires improvement to be good';
const GRADE_START = /^(outstanding|good|inadequate|requires\b)/iu;
const ROW_START =
  /^(?:\d(?:\.\d)?\.?\s+)?(?:the (?:impact|effectiveness|experiences?)|overall (?:effectiveness|judgement)|children (?:who|looked|in care)|adoption|experiences? and|leadership|care leavers)/iu;
const OVERALL =
  /children['’]s services (?:in .{2,60}? )?(?:are|is|requires?) (.*)$|overall judgement is (?:that .{2,80} (?:are|is|requires?) )?(.*)$/iu;

export type JudgementTable = {
  grades: ReportGrade[];
  /** Whether every row found its grade. */
  complete: boolean;
  /** Where the table ends, so that its numbered rows are not taken for paragraphs. */
  end: { page: number; y: number } | null;
};

/**
 * Reads the table of judgements: grades stand in a column to the right of the areas, both may wrap, and a
 * cell may be centred against the other. Rows are paired in order; if the counts differ, by height.
 */
export function judgementTable(lines: readonly DocLine[], titlePage: number): JudgementTable {
  const near = lines.filter((entry) => entry.line.page === titlePage || entry.line.page === titlePage + 1);
  const own = partCells(near);
  const overall = overallSentence(own.filter((entry) => entry.line.page === titlePage));
  const cells = gradeCells(own);
  const column = Math.min(...cells.map((cell) => cell.x));
  const grades = groupGrades(cells);
  const rows = groupRows(own, column, grades);
  const paired = rows.length === grades.length ? pairInOrder(rows, grades) : pairByHeight(rows, grades);
  const table = paired.flatMap(({ row, grade }) => toGrade(row, grade));
  const last = grades.at(-1);
  return {
    grades: [...overall, ...table],
    complete: grades.length > 0 && paired.length === Math.max(rows.length, grades.length),
    end: last ? { page: last.page, y: Math.min(last.bottom, rows.at(-1)?.bottom ?? last.bottom) } : null,
  };
}

/**
 * Words that fill a cell end closer to the next cell than any gap that parts a line elsewhere. Where the column of
 * grades begins is known from the rows that leave room; a line that holds a run there is parted there.
 */
function partCells(lines: readonly DocLine[]): DocLine[] {
  const starts = [
    ...gradeCells(lines).map((cell) => cell.x),
    ...lines.flatMap(({ line }) =>
      line.segments.filter(({ text }) => /^grade$/iu.test(text)).map((segment) => segment.x),
    ),
  ];
  if (starts.length === 0) return [...lines];
  const column = Math.min(...starts);
  return lines.map((entry) => {
    const { line } = entry;
    const joined = line.segments.find((segment) => segment.x < column - 8 && segment.right > column);
    if (!joined) return entry;
    const isRight = (run: { x: number }) => run.x > column - 8;
    const grade = wordsOf(line.runs.filter(isRight));
    const left = line.runs.filter((run) => !isRight(run));
    if (left.length === 0 || !isGradePiece(grade) || !joined.text.endsWith(grade)) return entry;
    const end = Math.max(...left.map((run) => run.x + run.width));
    const segments = [
      ...line.segments.filter((segment) => segment.right < joined.x),
      { x: joined.x, right: end, text: joined.text.slice(0, -grade.length).trim() },
      { x: column, right: joined.right, text: grade },
    ];
    return { ...entry, line: { ...line, segments } };
  });
}

function wordsOf(runs: readonly { text: string }[]): string {
  return runs
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Pieces of grades in a right-hand column: on a line's right side, and nothing but words of a grade. */
function gradeCells(lines: readonly DocLine[]): (Cell & { x: number })[] {
  return lines.flatMap(({ line }) =>
    line.segments
      .filter((segment) => segment.x > line.pageWidth * 0.4 && isGradePiece(segment.text))
      .map((segment) => ({ text: segment.text, x: segment.x, y: line.y, page: line.page })),
  );
}

function isGradePiece(text: string): boolean {
  const words = text.toLowerCase();
  return /^(outstanding|good|inadequate)$/.test(words) || (words.length >= 4 && FULL_GRADE.includes(words));
}

function groupGrades(cells: readonly Cell[]): Group[] {
  const groups: Group[] = [];
  for (const cell of cells) {
    const open = groups.at(-1);
    const joined = open ? joinLines([...open.parts, cell.text]).toLowerCase() : '';
    const continues =
      open && open.page === cell.page && FULL_GRADE.startsWith(joined) && joined.includes(' ');
    if (open && continues) extend(open, cell);
    else if (GRADE_START.test(cell.text)) groups.push(newGroup(cell));
  }
  return groups;
}

function groupRows(lines: readonly DocLine[], column: number, grades: readonly Group[]): Group[] {
  const last = grades.at(-1);
  const rows: Group[] = [];
  for (const { line } of lines) {
    if (isAbove(line, grades[0])) continue;
    const left = line.segments.filter((segment) => segment.x < column - 8);
    const text = left.map((segment) => segment.text).join(' ');
    if (text === '') continue;
    const crosses = left.some((segment) => segment.right > column);
    const cell = { text, y: line.y, page: line.page };
    const open = rows.at(-1);
    const isPast =
      last && (line.page > last.page || (line.page === last.page && line.y < last.bottom - 3 * line.size));
    if (crosses || isPast) {
      if (open) break;
    } else if (ROW_START.test(text) && !continuesRow(open, cell, line.size)) rows.push(newGroup(cell));
    else if (open) extend(open, cell);
  }
  return rows;
}

/** The title above the table also names children; a row begins at most two lines above its centred grade. */
function isAbove(line: { page: number; y: number; size: number }, first: Group | undefined): boolean {
  if (!first) return false;
  return line.page < first.page || (line.page === first.page && line.y > first.top + 2.8 * line.size);
}

/** "experiences and" may also begin a wrapped line: a row that is still short of its area goes on. */
function continuesRow(open: Group | undefined, cell: Cell, size: number): boolean {
  if (!open || open.page !== cell.page) return false;
  const isNear = open.bottom - cell.y < 1.6 * size;
  return isNear && /\b(of|and|with|who|in|the|for)$/iu.test(open.parts.at(-1) ?? '');
}

function pairInOrder(rows: Group[], grades: Group[]): { row: Group; grade: Group }[] {
  return rows.flatMap((row, index) => {
    const grade = grades[index];
    return grade ? [{ row, grade }] : [];
  });
}

function pairByHeight(rows: Group[], grades: Group[]): { row: Group; grade: Group }[] {
  return grades.flatMap((grade) => {
    const near = rows
      .filter((row) => row.page === grade.page)
      .toSorted((a, b) => Math.abs(middle(a) - middle(grade)) - Math.abs(middle(b) - middle(grade)))[0];
    return near ? [{ row: near, grade }] : [];
  });
}

function toGrade(row: Group, grade: Group): ReportGrade[] {
  const read = readGrade(joinLines(grade.parts));
  const areaText = joinLines(row.parts).replace(/^\d(\.\d)?\.?\s+/u, '');
  return read ? [{ area: judgementArea(areaText), areaText, ...read, page: row.page }] : [];
}

/** The older framework says the overall grade in a sentence above its table. */
function overallSentence(lines: readonly DocLine[]): ReportGrade[] {
  for (const [index, { line }] of lines.entries()) {
    for (const text of [line.text, joinLines([line.text, lines[index + 1]?.line.text ?? ''])]) {
      const match = OVERALL.exec(text);
      const words = (match?.[1] ?? match?.[2] ?? '').replace(/[.\s]+$/u, '');
      const read = readGrade(/^improvement/iu.test(words) ? `requires ${words}` : words);
      if (match && read) return [{ area: 'overall', areaText: text, ...read, page: line.page }];
    }
  }
  return [];
}

/** A grade's words to its code; the words are kept, with a capital. */
function readGrade(words: string): { grade: Grade; gradeText: string } | null {
  const text = words.toLowerCase().replace(/^require /u, 'requires ');
  const gradeText = text.charAt(0).toUpperCase() + text.slice(1);
  if (text === 'outstanding') return { grade: 'OUTSTANDING', gradeText };
  if (text === 'good') return { grade: 'GOOD', gradeText };
  if (text === 'inadequate') return { grade: 'INADEQUATE', gradeText };
  if (text === 'requires improvement' || text === FULL_GRADE)
    return { grade: 'REQUIRES_IMPROVEMENT', gradeText };
  return null;
}

function newGroup(cell: Cell): Group {
  return { parts: [cell.text], top: cell.y, bottom: cell.y, page: cell.page };
}
function extend(group: Group, cell: Cell): void {
  group.parts.push(cell.text);
  group.bottom = cell.y;
}
function middle(group: Group): number {
  return (group.top + group.bottom) / 2;
}
