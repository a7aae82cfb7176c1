import type { JudgementArea } from './frameworks.ts';
import type { IsoDate } from './ids.ts';
import type { Grade } from './tuples.ts';

/**
 * What the reader takes from a published inspection report. A draft: a person checks and corrects it
 * before anything is stored. What the report does not print is `null`, never guessed.
 */
export type ReportDraft = {
  kind: PaperKind;
  /** Short name as the inspectorate's register writes it ("Birmingham"); null when no title was found. */
  authority: string | null;
  /** The words of the title it was taken from ("Birmingham City Council"). */
  authorityPrinted: string | null;
  /** Verbatim ("3 December 2018 to 14 December 2018"). */
  inspectionDateText: string | null;
  startDate: IsoDate | null;
  endDate: IsoDate | null;
  /** Verbatim first line, with the suffix if it stands there ("…, His Majesty’s Inspector"). */
  leadInspector: string | null;
  publicationDate: IsoDate | null;
  /** The day a letter was written; null for a report. */
  letterDate: IsoDate | null;
  urn: string | null;
  inspectionType: ReportInspectionType | null;
  /** Key of a row of FRAMEWORKS, decided by the judgement areas printed; null when none fits. */
  frameworkKey: string | null;
  /** The same in words, for people. */
  reportFormat: string;
  pageCount: number;
  /** In the order printed. */
  grades: ReportGrade[];
  /** The heading the items stand under; null when the report has none. */
  improvementHeading: { text: string; page: number } | null;
  items: ReportItem[];
  paragraphs: ReportParagraph[];
  warnings: ReportWarning[];
};

/** What kind of paper was read; OTHER is a report whose framework is not known here. */
export const PAPER_KINDS = ['ILACS', 'SIF', 'FOCUSED_VISIT', 'MONITORING_VISIT', 'JTAI', 'OTHER'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export type ReportInspectionType = 'standard' | 'short';

export type ReportGrade = {
  area: JudgementArea;
  /** The row's words as printed. */
  areaText: string;
  grade: Grade;
  /** The grade's words ("Requires improvement to be good"). */
  gradeText: string;
  page: number;
};

/** One "what needs to improve" item (or numbered recommendation of the older framework), verbatim. */
export type ReportItem = {
  /** 1-based position in the list. */
  ref: number;
  text: string;
  page: number;
  /** Set when the item has sub-bullets: the words before them. */
  leadIn: string | null;
  subItems: string[];
  /** Whether it stands under a heading of priority or immediate action. */
  isPriority: boolean;
  textWithoutFrameworkRef: string;
  /** "outcome 1" to "outcome 4", "enabler 1" to "enabler 3", or a principle in its words; often several. */
  nationalFrameworkRefs: string[];
  /** Numbered paragraphs which bear on the item, strongest first, with the words they share. */
  bearing: ReportBearing[];
};

export type ReportBearing = { paragraph: number; page: number; sharedWords: string[] };

export type ReportParagraph = {
  number: number;
  /** Page on which the paragraph begins, from 1. */
  page: number;
  section: string | null;
  text: string;
};

export const REPORT_WARNING_CODES = [
  'NO_IMPROVEMENT_HEADING',
  'IMPROVEMENT_IS_PROSE',
  'PRIORITY_ACTION_IS_PROSE',
  'NOT_READ',
  'AUTHORITY_NOT_FOUND',
  'DATES_NOT_READ',
  'LEAD_INSPECTOR_NOT_FOUND',
  'GRADES_INCOMPLETE',
  'UNKNOWN_JUDGEMENT_AREA',
  'PARAGRAPH_NUMBERS_SKIP',
] as const;
export type ReportWarningCode = (typeof REPORT_WARNING_CODES)[number];

export type ReportWarning = {
  code: ReportWarningCode;
  /** One sentence for a person. */
  message: string;
  page: number | null;
  /** The section's own words when it is prose rather than a list. */
  prose: string | null;
};

export const REPORT_FAILURE_REASONS = [
  'NOT_A_PDF',
  'EMPTY_FILE',
  'ENCRYPTED',
  'NO_TEXT',
  'TOO_MANY_PAGES',
  'NOT_AN_INSPECTION_REPORT',
  'TOO_SLOW',
  'TOO_MUCH_MEMORY',
  'DAMAGED',
] as const;
export type ReportFailureReason = (typeof REPORT_FAILURE_REASONS)[number];

export type ReportFailure = {
  ok: false;
  reason: ReportFailureReason;
  /** Says what is wrong, the limit, and the way on. */
  message: string;
  /** Set where the pages can be shown, so that a person can mark them. */
  pageCount: number | null;
};

/** One stretch of a page's words; the place is in shares of the page, from its top left. */
export type PageLine = { text: string; left: number; top: number; width: number; height: number };

/** The words of one page in reading order; none on a page that is a picture. */
export type PageWords =
  | { ok: true; pages: number; ratio: number; lines: PageLine[] }
  | { ok: false; sentence: string };

export type ReportResult = { ok: true; draft: ReportDraft } | ReportFailure;
