import type { WorkbookField } from './workbook.ts';

/** What a name in the workbook is taken for. */
export type NameChoice =
  | { to: 'TEAM' | 'POST' | 'USER'; id: string }
  | { to: 'NEW_TEAM' }
  | { to: 'NEW_POST'; teamId: string }
  | { to: 'NOBODY' };

/** What is done with a row that the plan has already. */
export const DUPLICATE_POLICIES = ['SKIP', 'UPDATE', 'STOP'] as const;
export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number];

/** What is done with a row that has a date which is no day. */
export const PROBLEM_POLICIES = ['LEAVE_OUT', 'WITHOUT'] as const;
export type ProblemPolicy = (typeof PROBLEM_POLICIES)[number];

/** Fields of an action that is there already which a workbook may change. */
export const UPDATABLE_FIELDS = [
  'title',
  'detail',
  'team',
  'owner',
  'lead',
  'startDate',
  'dueDate',
  'status',
  'priority',
  'successMeasure',
] as const satisfies readonly WorkbookField[];
export type UpdatableField = (typeof UPDATABLE_FIELDS)[number];

/** Everything a person chose for one workbook; kept with it until it is brought in. */
export type WorkbookChoices = {
  columns: Record<string, WorkbookField>;
  /** By the name without case. */
  names: Record<string, NameChoice>;
  /** By the words without case: an id of the plan's own recommendation, or NEW. */
  recommendations: Record<string, string>;
  /** For rows that name none. */
  recommendationForOthers: string | null;
  duplicates: DuplicatePolicy;
  problems: ProblemPolicy;
  updates: UpdatableField[];
  /** Rows that the person leaves out, as "sheet 12". */
  leftOut: string[];
  /** What looks like somebody's data was looked at. */
  hasLookedAtFindings: boolean;
};

export const NO_WORKBOOK_CHOICES: WorkbookChoices = {
  columns: {},
  names: {},
  recommendations: {},
  recommendationForOthers: null,
  duplicates: 'SKIP',
  problems: 'LEAVE_OUT',
  updates: ['title', 'detail', 'startDate', 'dueDate', 'priority', 'successMeasure'],
  leftOut: [],
  hasLookedAtFindings: false,
};

/** What becomes of a row with this plan and these choices, in the order in which a person should look at them. */
export const ROW_OUTCOMES = [
  'PROBLEM',
  'STALE',
  'DUPLICATE',
  'UPDATE',
  'CREATE',
  'RECOMMENDATION',
  'JOINED',
  'UNCHANGED',
  'LEFT_OUT',
  'EXPLAINED',
] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export const ROW_OUTCOME_LABELS: Record<RowOutcome, string> = {
  PROBLEM: 'To mend',
  STALE: 'Changed since it was exported',
  DUPLICATE: 'In the plan already',
  UPDATE: 'Changes an action',
  CREATE: 'New action',
  RECOMMENDATION: 'Recommendation',
  JOINED: 'Kept with the action above',
  UNCHANGED: 'Same as in the plan',
  LEFT_OUT: 'Left out by you',
  EXPLAINED: 'No action',
};

/** Outcomes whose words come into the plan; all others are explained by their reasons. */
export const IMPORTED_OUTCOMES: readonly RowOutcome[] = ['UPDATE', 'CREATE', 'RECOMMENDATION', 'JOINED'];

export type CellChange = { field: UpdatableField; was: string; becomes: string };

export type JudgedRow = {
  sheet: string;
  row: number;
  outcome: RowOutcome;
  cells: { heading: string; text: string }[];
  /** What it becomes, field by field, in words. */
  becomes: { label: string; text: string }[];
  changes: CellChange[];
  /** The action it changes, or is the same as: "R3.A2". */
  reference: string | null;
  reasons: string[];
};

export type NameFound = {
  name: string;
  key: string;
  /** Rows that name it. */
  rows: number;
  /** Under which kind of heading it stands. */
  as: ('team' | 'owner' | 'lead')[];
  choice: NameChoice;
  /** How it was found: "Same title", "Initials of …", "Chosen by you". */
  why: string;
};

export type RecommendationFound = {
  words: string;
  key: string;
  rows: number;
  /** The plan's own, or null for a new one. */
  recommendationId: string | null;
  why: string;
};
