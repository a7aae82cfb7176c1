import type { ReportItem } from '@gt/contracts/words';
import { joinLines } from '../layout/join-lines.ts';
import type { DocLine } from '../layout/read-lines.ts';
import { frameworkRefs } from './framework-refs.ts';

export type DraftItem = Omit<ReportItem, 'bearing'>;
export type ImprovementList = {
  heading: { text: string; page: number } | null;
  items: DraftItem[];
  /** The section's words when it holds no list. */
  prose: string | null;
  /** The lines of the section, heading included. */
  lines: ReadonlySet<DocLine>;
};

const HEADING =
  /^(what (does|do|did) .{0,80}\bneeds? to improve|what needs? to (improve|be improved)( in .{0,80})?|recommendations?|areas? for (improvement|development))$/i;
/** Headings inside the section of the older framework; they part the list, they do not end it. */
const INNER =
  /^(priority and immediate action|immediate action|areas? for (improvement|development|priority action))$/i;
/** How an item ends that a list under it completes. */
const LEADS_IN = /([:;,–-]|\b(including|such as|that|to|for))$/iu;
/** Lines this close (in ems) run on; a wider gap begins something new. */
const RUN_ON = 1.5;

type Part = { mark: string; lines: string[]; textX: number };
type Entry = {
  page: number;
  mark: string;
  lines: string[];
  markX: number;
  textX: number;
  subs: Part[];
  after: string[];
};

/**
 * Finds the section that says what must improve, in whichever framework's words, and reads its list. Where
 * several headings fit (a contents page names it too), the first that holds a list counts.
 */
export function improvementList(lines: readonly DocLine[]): ImprovementList {
  const found = lines.flatMap((entry, index) =>
    isSectionHeading(entry, lines[index + 1]) ? [readSection(lines, entry, index)] : [],
  );
  const empty: ImprovementList = { heading: null, items: [], prose: null, lines: new Set() };
  return found.find((list) => list.items.length > 0) ?? found.find((list) => list.prose) ?? found[0] ?? empty;
}

function readSection(lines: readonly DocLine[], heading: DocLine, index: number): ImprovementList {
  const { entries, prose, used } = readEntries(sectionAfter(lines, index));
  return {
    heading: { text: heading.line.text, page: heading.line.page },
    items: entries.filter(hasText).map(toItem),
    prose: prose === '' ? null : prose,
    lines: new Set([heading, ...used]),
  };
}

/** The words of a heading without question mark, colon or footnote figure. */
function plain(text: string): string {
  return text
    .replace(/(?<=[\p{L}?:.])[\d\u00B9\u00B2\u00B3]{1,2}$/u, '')
    .replace(/[\s?:.]+$/u, '')
    .trim();
}

function isSectionHeading(entry: DocLine, next: DocLine | undefined): boolean {
  if (!HEADING.test(plain(entry.line.text)) || /\.{3}/.test(entry.line.text)) return false;
  if (entry.line.segments.length > 1) return false;
  // A line of a contents list is followed by other contents lines; the heading is followed by its section.
  if (entry.isHeading) return true;
  return entry.start.kind === 'text' && next !== undefined && (next.leading ?? RUN_ON) >= RUN_ON * 0.8;
}

function sectionAfter(lines: readonly DocLine[], at: number): DocLine[] {
  const section: DocLine[] = [];
  for (const entry of lines.slice(at + 1)) {
    const isInner = INNER.test(plain(entry.line.text));
    if (entry.isHeading && !isInner) break;
    if (!isInner) section.push(entry);
  }
  return section;
}

function readEntries(section: readonly DocLine[]): { entries: Entry[]; prose: string; used: DocLine[] } {
  const entries: Entry[] = [];
  const intro: string[] = [];
  const used: DocLine[] = [];
  let kind: 'bullet' | 'number' | null = null;
  for (const line of section) {
    const { start } = line;
    const current = entries.at(-1);
    if (current && isSub(line, current)) addSub(line, current);
    else if (
      start.kind !== 'text' &&
      (kind === null || kind === start.kind) &&
      isMember(line, current, entries)
    ) {
      kind = start.kind;
      entries.push(newEntry(line));
    } else if (start.kind === 'number' && kind === 'bullet') break;
    else if (!current) intro.push(line.line.text);
    else if (runsOn(line, current)) addText(line, current);
    else break;
    used.push(line);
  }
  return { entries, prose: entries.length === 0 ? joinLines(intro) : '', used };
}

/** Numbers must count on; a bullet must stand where the list's bullets stand. */
function isMember(line: DocLine, current: Entry | undefined, entries: readonly Entry[]): boolean {
  if (line.start.kind === 'number') {
    const expected = entries.length + 1;
    return current
      ? line.start.number === expected && line.start.markX <= current.markX + 8
      : line.start.number === 1;
  }
  if (line.start.kind === 'text') return false;
  const isSameKind = line.start.kind === 'bullet' && line.start.mark === current?.mark;
  return !current || isSameKind || line.start.markX <= current.markX + 4;
}

function newEntry(line: DocLine): Entry {
  const { start } = line;
  const markX = start.kind === 'text' ? start.textX : start.markX;
  const mark = start.kind === 'bullet' ? start.mark : '';
  return { page: line.line.page, mark, lines: [start.text], markX, textX: start.textX, subs: [], after: [] };
}

/**
 * A sub-bullet stands further in than its item's own mark. The same mark further in is a sub-bullet only after
 * words that lead in to a list, since margins wander within a report. A dash with no wide gap may be a
 * wrapped dash.
 */
function isSub(line: DocLine, current: Entry): boolean {
  const { start } = line;
  if (start.kind !== 'bullet' || start.markX <= current.markX + 4) return false;
  if (start.mark === current.mark && current.subs.length === 0 && !LEADS_IN.test(joinLines(current.lines)))
    return false;
  const alignsWithText = Math.abs(start.markX - (current.subs.at(-1)?.textX ?? current.textX)) <= 3;
  return !(alignsWithText && start.gap < 0.55);
}

function addSub(line: DocLine, current: Entry): void {
  if (line.start.kind !== 'bullet') return;
  current.subs.push({ mark: line.start.mark, lines: [line.start.text], textX: line.start.textX });
}

function runsOn(line: DocLine, current: Entry): boolean {
  if (line.line.x >= current.textX - 6) return true;
  return line.leading !== null && line.leading < RUN_ON && line.line.x >= current.markX - 2;
}

/** Text after sub-bullets belongs to the last of them, unless it steps back out to the item's own margin. */
function addText(line: DocLine, current: Entry): void {
  const sub = current.subs.at(-1);
  if (!sub) current.lines.push(line.line.text);
  else if (line.line.x < sub.textX - 4 && line.line.x <= current.textX + 4)
    current.after.push(line.line.text);
  else sub.lines.push(line.line.text);
}

/** A bullet with nothing behind it is a slip of the typist. */
function hasText(entry: Entry): boolean {
  return joinLines([...entry.lines, ...entry.subs.flatMap((sub) => sub.lines)]) !== '';
}

/** A mark of a symbol font has no sign of its own in text: a plain bullet stands for it. */
function printable(mark: string): string {
  return /[\uE000-\uF8FF\uFFFD]/.test(mark) ? '\u2022' : mark;
}

function toItem(entry: Entry, index: number): DraftItem {
  const leadIn = joinLines(entry.lines);
  const subItems = entry.subs.map((sub) => joinLines(sub.lines));
  const marked = entry.subs.map((sub, at) => `${printable(sub.mark)} ${subItems[at]}`);
  const text = [leadIn, ...marked, joinLines(entry.after)].filter((part) => part !== '').join(' ');
  return {
    ref: index + 1,
    text,
    page: entry.page,
    leadIn: subItems.length > 0 ? leadIn : null,
    subItems,
    ...frameworkRefs(text),
  };
}
