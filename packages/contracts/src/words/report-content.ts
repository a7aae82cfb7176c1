import type { Rag } from './tuples.ts';

/** Longest wording of one part of a paper, in characters. */
export const REPORT_WORDS_MAX = 20_000;

/**
 * What a board report or a statement of action says, between the plan and the page: sections in order, each with
 * wording that may be changed until the paper is issued, and tables that may not. It is stored as it stands in
 * `report.content`, so it is plain data and names no record.
 */
export interface ReportContent {
  formatVersion: 1;
  /** Under the title: "Northmoor improvement plan, as at 12 March 2026". */
  subtitle: string;
  /** Name and value, at the head of the first page: council, trust, inspection, dates. */
  facts: ReportFact[];
  sections: ReportSection[];
  /** Names and small numbers that stay in a public edition, each with the reason somebody gave. */
  allowed?: { words: string; why: string }[];
  /** What a public edition does not say, as it was shown to whoever issued it; never printed. */
  leftOut?: { what: string; heading: string; words: string; why: string }[];
}

export interface ReportFact {
  label: string;
  value: string;
}

export interface ReportSection {
  /** Stands for the section across versions: "exceptions", "measures", "recommendation-3". */
  key: string;
  heading: string;
  /** False for a section that this paper leaves out; it can be taken in again. */
  isIncluded: boolean;
  blocks: ReportBlock[];
}

export type ReportBlock = ReportWords | ReportTable;

/** Wording. A blank line parts paragraphs; lines that begin with "- " are a list. */
export interface ReportWords {
  kind: 'WORDS';
  /** Unique within the paper. */
  key: string;
  text: string;
  /** As it was written from the snapshot: what is shown beside an edit, and what "regenerate" compares with. */
  written: string;
  /** Words for inside: the public edition leaves the block out. */
  isInternal: boolean;
  /** Somebody else's words, such as the inspectorate's: printed as they are and never changed. */
  isFixed?: boolean;
}

/** A table as the snapshot has it. */
export interface ReportTable {
  kind: 'TABLE';
  /** Unique within the paper. */
  key: string;
  caption: string;
  columns: ReportColumn[];
  rows: ReportCell[][];
  /** Beneath the table, such as "And 12 more, see the plan."; '' prints none. */
  note: string;
}

export interface ReportColumn {
  header: string;
  /** Share of the width; the shares of a table need not add up to anything. */
  width: number;
  /** The public edition leaves the column out. */
  isInternal: boolean;
}

export interface ReportCell {
  text: string;
  /** Shown as a badge with its word before the text. */
  rag?: Rag;
  /** A bar of colours above the text, which says the same in words. */
  bar?: ReportBar;
  /** The cell stands on counts of people: the public edition puts small ones out of sight. */
  figure?: ReportFigure;
}

/** Counts by colour, drawn as one bar; `whole` is what the full width of the cell stands for. */
export interface ReportBar {
  parts: { rag: Rag; count: number }[];
  whole: number;
}

/**
 * The counts a cell stands on. Cells with the same `group` explain one another: when one of them is too small to be
 * shown, what would give it away is hidden too.
 */
export interface ReportFigure {
  group: string;
  unit: string;
  /** VALUE: a count as it is; DERIVED: a sentence that counts of its group could be worked out from. */
  role: 'VALUE' | 'DERIVED';
  value: number | null;
}
