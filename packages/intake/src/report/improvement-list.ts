import type { ReportItem } from '@gt/contracts/words';
import { joinLines } from '@gt/domain/wording';
import type { DocLine } from '../layout/read-lines.ts';
import { frameworkRefs } from './framework-refs.ts';
import { type ImprovementHeading, improvementHeading, isInnerHeading } from './improvement-heading.ts';
import { type Entry, type ListRead, listEntries } from './list-entries.ts';
import { unmarkedList } from './unmarked-list.ts';

export type DraftItem = Omit<ReportItem, 'bearing'>;
export type ImprovementList = {
  heading: { text: string; page: number } | null;
  items: DraftItem[];
  /** The section's words when it holds no list. */
  prose: string | null;
  /** An area for priority action that is set out as prose. */
  priorityProse: { text: string; page: number } | null;
  /** The lines of the sections, headings included. */
  lines: ReadonlySet<DocLine>;
};

type Section = {
  kind: ImprovementHeading['kind'];
  heading: { text: string; page: number };
  entries: { entry: Entry; isPriority: boolean }[];
  prose: string;
  /** A part of it that is urgent and set out as prose. */
  urgent: string;
  used: DocLine[];
};

/** A numbered "list" of paragraphs as long as these is the report's own running text. */
const PROSE_WORDS = 75;

/**
 * Finds what must improve, in whichever framework's words: areas for priority action, and the first section of
 * improvements that holds a list (a contents page names it too). The list of a safeguarding board is not the
 * authority's, and nothing after it is read.
 */
export function improvementList(lines: readonly DocLine[]): ImprovementList {
  const found = sectionsOf(lines);
  const listed = found.filter((section) => section.entries.length > 0);
  const improve = listed.find((section) => section.kind === 'improve');
  const chosen = listed.filter((section) => section === improve || section.kind === 'priority');
  const shown =
    improve ?? found.find(({ kind, prose }) => kind === 'improve' && prose !== '') ?? chosen[0] ?? found[0];
  const urgent = found.find((section) => section.urgent !== '');
  return {
    heading: shown?.heading ?? null,
    items: chosen
      .flatMap((section) => section.entries)
      .map(({ entry, isPriority }, index) => toItem(entry, index, isPriority)),
    prose: shown && shown.entries.length === 0 && shown.prose !== '' ? shown.prose : null,
    priorityProse: urgent ? { text: urgent.urgent, page: urgent.heading.page } : null,
    lines: new Set(chosen.length > 0 ? chosen.flatMap((section) => section.used) : shown?.used),
  };
}

function sectionsOf(lines: readonly DocLine[]): Section[] {
  const found: Section[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const heading = improvementHeading(lines, at);
    if (heading === null) continue;
    if (heading.kind === 'board') {
      if (readSection(lines, at, heading).entries.length > 0) break;
      continue;
    }
    const section = readSection(lines, at, heading);
    found.push(section);
    // What stands inside a list that was read is no section of its own.
    const last = section.used.at(-1);
    if (section.entries.length > 0 && last) at = Math.max(at, lines.indexOf(last));
  }
  return found;
}

function readSection(lines: readonly DocLine[], at: number, heading: ImprovementHeading): Section {
  const first = lines[at];
  const used = lines.slice(at, at + heading.lines);
  const entries: Section['entries'] = [];
  const prose: string[] = [];
  const urgent: string[] = [];
  for (const part of partsAfter(lines, at + heading.lines, heading)) {
    const read = listEntries(part.lines, entries.length);
    const list = isRunningText(read) ? [] : read.entries;
    const items = list.length > 0 ? list : read.entries.length > 0 ? [] : unmarkedList(part.lines);
    entries.push(...items.map((entry) => ({ entry, isPriority: part.isPriority })));
    const said = (read.entries.length > 0 ? read.intro : part.lines).map(({ line }) => line.text);
    if (items.length === 0) (part.isPriority ? urgent : prose).push(...said);
    used.push(...part.heading, ...(items.length > 0 && list.length === 0 ? part.lines : read.used));
  }
  return {
    kind: heading.kind,
    heading: { text: heading.text, page: first?.line.page ?? 1 },
    entries,
    prose: entries.length === 0 ? joinLines(prose) : '',
    urgent: joinLines(urgent),
    used,
  };
}

type PartOfSection = { heading: DocLine[]; isPriority: boolean; lines: DocLine[] };

/** The lines up to the next heading, parted at headings that stand inside a section. */
function partsAfter(
  lines: readonly DocLine[],
  from: number,
  { kind, text: name }: ImprovementHeading,
): PartOfSection[] {
  const parts: PartOfSection[] = [{ heading: [], isPriority: kind === 'priority', lines: [] }];
  for (const [index, entry] of lines.slice(from).entries()) {
    const isInner = isInnerHeading(entry);
    // A page may carry the section's name at its head.
    if (entry.leading === null && improvementHeading([entry], 0)?.text === name) continue;
    if (isInner) {
      const words = improvementHeading(lines, from + index);
      if (kind === 'priority' && words?.kind === 'improve') break;
      parts.push({ heading: [entry], isPriority: words?.kind === 'priority', lines: [] });
    } else if (entry.isHeading) break;
    else parts.at(-1)?.lines.push(entry);
  }
  return parts;
}

function isRunningText({ entries }: ListRead): boolean {
  const numbered = entries.filter((entry) => /^\d+$/.test(entry.mark));
  if (numbered.length === 0) return false;
  const words = numbered.map((entry) => joinLines(entry.lines).split(' ').length);
  return words.reduce((sum, count) => sum + count, 0) / words.length > PROSE_WORDS;
}

/** A mark of a symbol font has no sign of its own in text: a plain bullet stands for it. */
function printable(mark: string): string {
  return /[\uE000-\uF8FF\uFFFD]/.test(mark) ? '\u2022' : mark;
}

function toItem(entry: Entry, index: number, isPriority: boolean): DraftItem {
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
    isPriority,
    ...frameworkRefs(text),
  };
}
