import { joinLines } from '@gt/domain/wording';
import type { DocLine } from '../layout/read-lines.ts';

type Part = { mark: string; lines: string[]; textX: number };
/** One item of a list as it stands on the page. */
export type Entry = {
  page: number;
  mark: string;
  lines: string[];
  markX: number;
  textX: number;
  subs: Part[];
  after: string[];
};

export type ListRead = {
  entries: Entry[];
  /** The lines taken, in order. */
  used: DocLine[];
  /** What stands before the first item; the whole section where there is none. */
  intro: DocLine[];
};

/** How an item ends that a list under it completes. */
const LEADS_IN = /([:;,–-]|\b(including|such as|that|to|for))$/iu;
/** A sentence that begins another group of the same list ("The partnership should also:"). */
const LEADS_ON = /\b(should|must|needs?|required?|action|improve|ensure)\b.*:$/iu;
/** Lines this close (in ems) run on; a wider gap begins something new. */
const RUN_ON = 1.5;

/** Reads a list, bulleted or numbered, from the head of a section; it ends where something else begins. */
export function listEntries(section: readonly DocLine[], numberedBefore: number): ListRead {
  const entries: Entry[] = [];
  const intro: DocLine[] = [];
  const used: DocLine[] = [];
  let kind: 'bullet' | 'number' | null = null;
  for (let at = 0; at < section.length; at += 1) {
    const line = section[at];
    if (!line) break;
    const { start } = line;
    const current = entries.at(-1);
    if (current && isSub(line, current)) addSub(line, current);
    else if (
      start.kind !== 'text' &&
      (kind === null || kind === start.kind) &&
      isMember(line, current, entries.length, numberedBefore)
    ) {
      kind = start.kind;
      entries.push(newEntry(line));
    } else if (start.kind === 'number' && kind === 'bullet') break;
    else if (!current) intro.push(line);
    else if (runsOn(line, current)) addText(line, current);
    else {
      const lead = leadLines(section, at);
      if (lead === 0) break;
      used.push(...section.slice(at, at + lead));
      at += lead - 1;
      continue;
    }
    used.push(line);
  }
  return { entries: entries.filter(hasText), used, intro };
}

/** How many lines from here make a sentence that leads on to more items; 0 for anything else. */
function leadLines(section: readonly DocLine[], at: number): number {
  const words: string[] = [];
  for (const line of section.slice(at, at + 4)) {
    if (line.start.kind !== 'text') break;
    words.push(line.line.text);
  }
  const next = section[at + words.length];
  return next?.start.kind === 'bullet' && LEADS_ON.test(joinLines(words)) ? words.length : 0;
}

/** Numbers must count on, from one or from the part before; a bullet must stand where the list's bullets stand. */
function isMember(line: DocLine, current: Entry | undefined, count: number, before: number): boolean {
  const { start } = line;
  if (start.kind === 'number') {
    if (!current) return start.number === 1 || start.number === before + 1;
    return start.number === numberOf(current) + 1 && start.markX <= current.markX + 8;
  }
  if (start.kind === 'text') return false;
  if (count === 0 || !current || start.mark === current.mark) return true;
  // A dash with one space behind it, in a list of other marks, is a dash at the head of a wrapped line.
  if (start.gap < 0.55 && /^[-\u2010-\u2015\u2212]$/.test(start.mark)) return false;
  return start.markX <= current.markX + 4;
}

function numberOf(entry: Entry): number {
  return Number(entry.mark);
}

function newEntry(line: DocLine): Entry {
  const { start } = line;
  const markX = start.kind === 'text' ? start.textX : start.markX;
  const mark = start.kind === 'bullet' ? start.mark : start.kind === 'number' ? String(start.number) : '';
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

/** At the head of a page there is no line above to measure from: there a small letter or an open sentence runs on. */
function runsOn(line: DocLine, current: Entry): boolean {
  const { x, text } = line.line;
  if (x >= current.textX - 6) return true;
  if (x < current.markX - 2) return false;
  if (line.leading !== null) return line.leading < RUN_ON;
  return line.start.kind === 'text' && /^\p{Ll}/u.test(text) && !/[.!?]$/.test(lastWords(current));
}

function lastWords(entry: Entry): string {
  return entry.after.at(-1) ?? entry.subs.at(-1)?.lines.at(-1) ?? entry.lines.at(-1) ?? '';
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
