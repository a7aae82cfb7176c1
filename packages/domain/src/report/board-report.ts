import {
  formatDate,
  type ReportBlock,
  type ReportContent,
  type ReportSection,
  type ReportTable,
} from '@gt/contracts/words';
import type { BoardFacts } from './board-facts.ts';
import { decisionsSection, exceptionsSection, movedSection, summarySection } from './board-sections.ts';
import {
  childrenSection,
  datesSection,
  measuresSection,
  positionSection,
  risksSection,
} from './board-standing-sections.ts';
import type { Room } from './section-parts.ts';

/** A board reads four pages at the most. */
export const MOST_PAGES = 4;
const LEAST: Room = { rows: 3, words: 60 };
/** What is tried, from the most to the least, until the paper fits. */
const TRIED: readonly Room[] = [
  { rows: 12, words: 160 },
  { rows: 10, words: 150 },
  { rows: 8, words: 140 },
  { rows: 7, words: 120 },
  { rows: 6, words: 110 },
  { rows: 5, words: 100 },
  { rows: 4, words: 80 },
  LEAST,
];
/** Lines of a page as it is set, with room for what the estimate does not know. */
const LINES_A_PAGE = 58;
const CHARACTERS_A_LINE = 100;
/** Heading, caption and head row of a table, with the space around them. */
const TABLE_FRAME = 4;
const HEADING = 2;
const TITLE_LINES = 7;

/**
 * The highlight report for the board: exceptions first, what moved and why, decisions needed, measures, what changed
 * for children, what is in the way, dates that slipped, and the position of each recommendation. It fits four pages:
 * where there is more, the worst are shown and the rest is counted ("And 12 more, see the plan.").
 * Source: one page, exceptions first: what moved, what is stuck, what must be decided; members do not trust a bare
 * colour: show reason, distance from target, weeks at this colour.
 */
export function boardReport(facts: BoardFacts): ReportContent {
  for (const room of TRIED) {
    const content = write(facts, room);
    if (pagesOf(content) <= MOST_PAGES) return content;
  }
  return write(facts, LEAST);
}

function write(facts: BoardFacts, room: Room): ReportContent {
  const since = facts.previousAsAt ? `, since ${formatDate(facts.previousAsAt)}` : '';
  return {
    formatVersion: 1,
    subtitle: `${facts.plan.name}, as at ${formatDate(facts.asAt)}${since}`,
    facts: [
      { label: 'Council', value: facts.plan.councilName },
      { label: 'Trust', value: facts.plan.trustName },
    ].filter(({ value }) => value !== ''),
    sections: [
      summarySection(facts),
      exceptionsSection(facts, room),
      movedSection(facts, room),
      decisionsSection(facts, room),
      measuresSection(facts, room),
      childrenSection(facts, room),
      risksSection(facts, room),
      datesSection(facts, room),
      positionSection(facts),
    ],
  };
}

/** How many pages a paper will take, give or take half of one; whole pages, at least one. */
export function pagesOf({ sections, facts }: Pick<ReportContent, 'sections' | 'facts'>): number {
  const lines = sections
    .filter(({ isIncluded }) => isIncluded)
    .reduce((sum, section) => sum + linesOfSection(section), TITLE_LINES + facts.length);
  return Math.max(1, Math.ceil(lines / LINES_A_PAGE));
}

const linesOfSection = ({ blocks }: ReportSection) =>
  HEADING + blocks.reduce((sum, block) => sum + linesOf(block), 0);

function linesOf(block: ReportBlock): number {
  if (block.kind === 'TABLE') return linesOfTable(block);
  if (block.text.trim() === '') return 0;
  return block.text.split('\n').reduce((sum, line) => sum + linesFor(line.length, CHARACTERS_A_LINE), 1);
}

function linesOfTable({ columns, rows, note }: ReportTable): number {
  const whole = columns.reduce((sum, { width }) => sum + width, 0) || 1;
  const shares = columns.map(({ width }) => (width / whole) * CHARACTERS_A_LINE * 1.05);
  const ofRows = rows.map((cells) =>
    Math.max(
      ...cells.map(
        ({ text, rag, bar }, at) =>
          linesFor(text.length + (rag ? 12 : 0), shares[at] ?? CHARACTERS_A_LINE) + (bar && text ? 1 : 0),
      ),
    ),
  );
  return TABLE_FRAME + ofRows.reduce((sum, lines) => sum + lines + 0.4, 0) + (note ? 1 : 0);
}

const linesFor = (length: number, width: number) => Math.max(1, Math.ceil(length / Math.max(6, width - 3)));
