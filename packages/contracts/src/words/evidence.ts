/**
 * What a file shows, made safe to look at in a page: words and pictures that the server drew, never the file itself.
 * `notes` say what is not shown ("3 comments are not shown here").
 */
export type FilePreview =
  | { kind: 'TEXT'; parts: { heading: string; text: string }[]; isCut: boolean; notes: string[] }
  | { kind: 'TABLES'; tables: PreviewTable[]; notes: string[] }
  /** Pages, each fetched as a picture. */
  | { kind: 'PAGES'; pages: number; notes: string[] }
  | { kind: 'PICTURE'; width: number; height: number; notes: string[] }
  /** Why it cannot be shown. */
  | { kind: 'NONE'; sentence: string };

export type PreviewTable = {
  /** Of the sheet; empty for a table in text. */
  name: string;
  rows: string[][];
  /** There is more than is shown. */
  isCut: boolean;
};

/** So much of a file is shown in the page; the rest is in the file. */
export const PREVIEW_BOUNDS = {
  /** Characters of a text. */
  letters: 40_000,
  rows: 200,
  columns: 30,
  sheets: 12,
  /** Characters of a cell. */
  cellLetters: 300,
  /** Cells in all. */
  cells: 12_000,
  pages: 500,
} as const;

/** How many items are drawn for one dip check. */
export const SAMPLE_SIZES = { least: 1, usual: 5, most: 50 } as const;

/** Whether evidence still says how things are, as a list can be narrowed. */
export const EVIDENCE_STANDINGS = ['CURRENT', 'EXPIRED', 'SUPERSEDED'] as const;
export type EvidenceStandingFilter = (typeof EVIDENCE_STANDINGS)[number];

export const EVIDENCE_STANDING_LABELS: Record<EvidenceStandingFilter, string> = {
  CURRENT: 'Current',
  EXPIRED: 'Expired',
  SUPERSEDED: 'Superseded',
};

/** What is wrong between the rows that name a content and the files of the store. */
export const STORE_FINDINGS = ['MISSING', 'OTHER_CONTENT', 'NOT_DESTROYED', 'ORPHAN'] as const;
export type StoreFindingKind = (typeof STORE_FINDINGS)[number];

export const STORE_FINDING_LABELS: Record<StoreFindingKind, string> = {
  MISSING: 'On record, and not in the store',
  OTHER_CONTENT: 'In the store with other content than its name says',
  NOT_DESTROYED: 'Destroyed on record, and still in the store',
  ORPHAN: 'In the store, and named by no record',
};
