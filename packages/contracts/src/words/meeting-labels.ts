import type {
  AgendaSection,
  ApprovalBody,
  Attendance,
  DecisionState,
  HolidayRule,
  MeetingKind,
  ReportEdition,
  ReportKind,
  ReportState,
  ReviewItemState,
  ReviewState,
  SnapshotCause,
} from './tuples.ts';

/** The words of meetings and of the papers that come of them, for each closed list. */
export const MEETING_KIND_LABELS: Record<MeetingKind, string> = {
  REVIEW: 'Weekly review',
  BOARD: 'Improvement board',
};

export const HOLIDAY_RULE_LABELS: Record<HolidayRule, string> = {
  PREVIOUS_WORKING_DAY: 'The working day before',
  NEXT_WORKING_DAY: 'The working day after',
};

export const REVIEW_STATE_LABELS: Record<ReviewState, string> = {
  PREPARED: 'Prepared',
  OPEN: 'Being held',
  FROZEN: 'Frozen',
  CANCELLED: 'Not held',
};

export const AGENDA_SECTION_LABELS: Record<AgendaSection, string> = {
  DECISIONS: 'Decisions carried over',
  OVERDUE: 'Overdue',
  RED_AMBER: 'Red and amber',
  MOVED_RAG: 'Moved colour',
  SILENT: 'Silent',
  COPY_PASTE: 'Same words as last time',
  ASKED: 'Evidence asked for',
  CHANGED: 'Changed',
  DUE_NEXT: 'Due next',
  ADDED: 'Added for this review',
};

export const REVIEW_ITEM_STATE_LABELS: Record<ReviewItemState, string> = {
  WAITING: 'To do',
  DONE: 'Done',
  PARKED: 'Parked',
};

export const DECISION_STATE_LABELS: Record<DecisionState, string> = {
  OPEN: 'Open',
  DONE: 'Done',
  DROPPED: 'No longer needed',
};

export const ATTENDANCE_LABELS: Record<Attendance, string> = {
  EXPECTED: 'Expected',
  PRESENT: 'Present',
  APOLOGIES: 'Apologies',
  ABSENT: 'Absent',
};

export const SNAPSHOT_CAUSE_LABELS: Record<SnapshotCause, string> = {
  REVIEW: 'Frozen with a review',
  SCHEDULE: 'Taken on the day of a review that was not frozen',
  BY_HAND: 'Taken by hand',
};

export const REPORT_KIND_LABELS: Record<ReportKind, string> = {
  MINUTES: 'Minutes',
  BOARD_REPORT: 'Board report',
  STATEMENT_OF_ACTION: 'Statement of action',
};

export const REPORT_EDITION_LABELS: Record<ReportEdition, string> = {
  INTERNAL: 'Full edition',
  PUBLIC: 'Public edition',
};

export const REPORT_STATE_LABELS: Record<ReportState, string> = {
  DRAFT: 'Draft',
  ISSUING: 'Being issued',
  ISSUED: 'Issued',
  FAILED: 'Could not be issued',
};

export const APPROVAL_BODY_LABELS: Record<ApprovalBody, string> = {
  COUNCIL: 'The council',
  TRUST: 'The trust',
};
