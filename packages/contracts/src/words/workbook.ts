import type { IsoDate } from './ids.ts';
import type { DeclarableRag, DeliveryStatus, Priority } from './tuples.ts';

/** One cell as a reader sees it: its words, its day when it is a day, its fill as RRGGBB, the words of notes on it. */
export type GridCell = { text: string; date?: IsoDate; fill?: string; note?: string };
/** `number` is the row's own number in the sheet, from 1. */
export type GridRow = { number: number; cells: (GridCell | null)[]; isHidden?: boolean };
/** Rows from 1 and columns from 0, both ends included. */
export type GridMerge = { top: number; left: number; bottom: number; right: number };
export type GridSheet = {
  name: string;
  isHidden: boolean;
  rows: GridRow[];
  merges: GridMerge[];
  /** Rows between the first and the last with nothing in them; they are not in `rows`. */
  blankRows: number;
};
/** A workbook, a text file of separated cells or a pasted table, flat: no formula, no pictures. */
export type WorkbookGrid = { sheets: GridSheet[]; notes: string[] };
export type GridResult = { ok: true; grid: WorkbookGrid } | { ok: false; message: string };

/** More than this is refused with the figure, never cut. */
export const WORKBOOK_LIMITS = { rows: 5_000, columns: 80, sheets: 40, letters: 32_767 } as const;

/** What a column of the workbook becomes. KEEP: its words stay with the action, under the heading. */
export const WORKBOOK_FIELDS = [
  'reference',
  'version',
  'recommendation',
  'title',
  'detail',
  'team',
  'owner',
  'lead',
  'startDate',
  'dueDate',
  'status',
  'rag',
  'percentComplete',
  'priority',
  'successMeasure',
  'progress',
  'KEEP',
  'LEAVE_OUT',
] as const;
export type WorkbookField = (typeof WORKBOOK_FIELDS)[number];

export const WORKBOOK_FIELD_LABELS: Record<WorkbookField, string> = {
  reference: 'Reference',
  version: 'Version (from our own export)',
  recommendation: 'Recommendation',
  title: 'What will be done',
  detail: 'Detail',
  team: 'Team',
  owner: 'Owner',
  lead: 'Accountable lead',
  startDate: 'Start date',
  dueDate: 'Due date',
  status: 'Status',
  rag: 'Rating (RAG)',
  percentComplete: 'Percent complete',
  priority: 'Priority',
  successMeasure: 'Success measure',
  progress: 'Progress so far',
  KEEP: 'Keep its words with the action',
  LEAVE_OUT: 'Leave out',
};

/** How sure the guess is: known heading, likely from what stands under it, or no guess. */
export const WORKBOOK_CONFIDENCES = ['CHOSEN', 'REMEMBERED', 'SURE', 'LIKELY', 'NONE'] as const;
export type WorkbookConfidence = (typeof WORKBOOK_CONFIDENCES)[number];

/** One heading of the workbook, wherever it stands, and what it is taken for. */
export type WorkbookColumn = {
  /** The heading without case and signs: what the choice is remembered by. */
  key: string;
  heading: string;
  field: WorkbookField;
  confidence: WorkbookConfidence;
  why: string;
  samples: string[];
};

export const WORKBOOK_ROW_KINDS = ['ACTION', 'RECOMMENDATION', 'JOINED', 'EXPLAINED', 'PROBLEM'] as const;
export type WorkbookRowKind = (typeof WORKBOOK_ROW_KINDS)[number];

export type DraftAction = {
  /** As it stands in the workbook, such as "R3.A2"; '' without one. */
  reference: string;
  version: number | null;
  /** The words of the recommendation it stands under; '' when the workbook names none. */
  recommendation: string;
  title: string;
  detail: string;
  teams: string[];
  owners: string[];
  leads: string[];
  startDate: IsoDate | null;
  dueDate: IsoDate | null;
  status: DeliveryStatus | null;
  rag: DeclarableRag | null;
  /** Where the rating was read: a word, or the fill of a cell. */
  ragReason: string;
  percentComplete: number | null;
  priority: Priority | null;
  successMeasure: string;
  progress: string;
  /** What no field takes, in the order of the sheet. */
  kept: { heading: string; text: string }[];
  /** Fields that the workbook has a cell with words for: only these change an action that is there already. */
  given: WorkbookField[];
};

export type RowProblem = { field: WorkbookField; text: string; message: string };

/** What becomes of one row of the workbook before anything of the plan is looked at. */
export type WorkbookRow = {
  sheet: string;
  row: number;
  kind: WorkbookRowKind;
  /** The row's own cells, heading by heading, for showing it beside what it becomes. */
  cells: { heading: string; text: string }[];
  action: DraftAction | null;
  /** The recommendation that the row itself names, when it is one. */
  recommendation: string;
  /** Sentences: why it is not imported, or what was assumed. */
  reasons: string[];
  problems: RowProblem[];
};

export type WorkbookPlan = {
  columns: WorkbookColumn[];
  rows: WorkbookRow[];
  /** Rows in = imported + explained, blank rows among the explained. */
  totals: { rows: number; imported: number; explained: number; blank: number };
  notes: string[];
};
