/**
 * The closed lists of the field. Each tuple equals one PostgreSQL enum (a test holds them together);
 * labels for people live in `labels.ts`.
 */

export const PLAN_KINDS = ['INSPECTION', 'SEND_AREA', 'JTAI', 'PEER_REVIEW', 'INTERNAL_AUDIT'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const INSPECTION_KINDS = [
  'ILACS_STANDARD',
  'ILACS_SHORT',
  'FOCUSED_VISIT',
  'MONITORING_VISIT',
  'JTAI',
  'SEND_AREA',
  'SIF',
  'PEER_REVIEW',
  'INTERNAL_AUDIT',
] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

export const GRADES = ['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'] as const;
export type Grade = (typeof GRADES)[number];

/** What was said of the whole, in the words of the framework: SEND area inspections and internal audits. */
export const INSPECTION_OUTCOMES = [
  'SEND_POSITIVE',
  'SEND_INCONSISTENT',
  'SEND_WIDESPREAD_FAILINGS',
  'ASSURANCE_SUBSTANTIAL',
  'ASSURANCE_REASONABLE',
  'ASSURANCE_LIMITED',
  'ASSURANCE_NONE',
] as const;
export type InspectionOutcome = (typeof INSPECTION_OUTCOMES)[number];

/** What a report calls an item, where its framework tells items apart. */
export const ITEM_CATEGORIES = [
  'PRIORITY_ACTION',
  'IMPROVEMENT',
  'CONSIDERATION',
  'HIGH',
  'MEDIUM',
  'LOW',
] as const;
export type ItemCategory = (typeof ITEM_CATEGORIES)[number];

export const DELIVERY_STATUSES = [
  'NOT_STARTED',
  'IN_PROGRESS',
  'AWAITING_EVIDENCE_CHECK',
  'CLOSED',
  'REOPENED',
  'CANCELLED',
] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** RAG as stored. BLUE follows from Closed and is never declared; NONE is "not started". */
export const RAGS = ['RED', 'AMBER', 'GREEN', 'BLUE', 'NONE'] as const;
export type Rag = (typeof RAGS)[number];
/** What an owner may declare. */
export const DECLARABLE_RAGS = ['RED', 'AMBER', 'GREEN'] as const;
export type DeclarableRag = (typeof DECLARABLE_RAGS)[number];

export const PRIORITIES = ['URGENT', 'HIGH', 'MEDIUM', 'LOW'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const EVIDENCE_KINDS = [
  'AUDIT',
  'DATA',
  'OBSERVATION',
  'CHILD_OR_FAMILY_VOICE',
  'STAFF_VOICE',
  'DOCUMENT',
  'MINUTES',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_STATES = ['SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

export const EVIDENCE_FORMS = ['FILE', 'LINK', 'NOTE'] as const;
export type EvidenceForm = (typeof EVIDENCE_FORMS)[number];

export const SCREENING_OUTCOMES = ['NOTHING_FOUND', 'FOUND', 'COULD_NOT_SCREEN'] as const;
export type ScreeningOutcome = (typeof SCREENING_OUTCOMES)[number];

/** What came of likely findings: justified by the uploader, then allowed or refused by a verifier. */
export const SCREENING_ANSWERS = ['NONE', 'JUSTIFIED', 'ALLOWED', 'REFUSED'] as const;
export type ScreeningAnswer = (typeof SCREENING_ANSWERS)[number];

/** A post is asked for evidence by a date. */
export const ASK_STATES = ['OPEN', 'DONE', 'WITHDRAWN'] as const;
export type AskState = (typeof ASK_STATES)[number];

export const RECOMMENDATION_STATUSES = ['OPEN', 'CLOSED', 'REOPENED'] as const;
export type RecommendationStatus = (typeof RECOMMENDATION_STATUSES)[number];

/** What a person decided on two recommendations of different inspections: the same concern, or not. */
export const LINEAGE_STATES = ['CONFIRMED', 'DISMISSED'] as const;
export type LineageState = (typeof LINEAGE_STATES)[number];

/** Whether a closed recommendation lasts, looked at after 3 and 6 months. */
export const SUSTAIN_STATES = ['WAITING', 'SUSTAINED', 'NOT_SUSTAINED'] as const;
export type SustainState = (typeof SUSTAIN_STATES)[number];

/** Whom a pack is for. */
export const PACK_AUDIENCES = ['INSPECTOR', 'BOARD', 'PUBLIC'] as const;
export type PackAudience = (typeof PACK_AUDIENCES)[number];

export const SENSITIVITIES = ['OFFICIAL', 'OFFICIAL_SENSITIVE'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export const TEAM_KINDS = ['INTERNAL', 'PARTNER_AGENCY'] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

export const ROLES = [
  'ADMINISTRATOR',
  'PROGRAMME_LEAD',
  'MANAGER',
  'CONTRIBUTOR',
  'PARTNER',
  'VERIFIER',
  'VIEWER',
] as const;
export type Role = (typeof ROLES)[number];

/** What a one-time link is for: to join, or to choose a new password. */
export const INVITATION_KINDS = ['JOIN', 'RESET'] as const;
export type InvitationKind = (typeof INVITATION_KINDS)[number];

export const PACK_STATES = ['QUEUED', 'BUILDING', 'READY', 'FAILED', 'CANCELLED'] as const;
export type PackState = (typeof PACK_STATES)[number];

export const REDACTION_STATES = ['REQUESTED', 'DONE', 'REFUSED'] as const;
export type RedactionState = (typeof REDACTION_STATES)[number];

/** What can be destroyed by two people: text of a record, or the bytes of an evidence file. */
export const REDACTABLE_ENTITIES = [
  'ACTION',
  'PROGRESS_UPDATE',
  'EVIDENCE',
  'EVIDENCE_VERSION',
  'RECOMMENDATION',
  'REPORT_PARAGRAPH',
  'COMMENT',
  'MEASURE',
  'MEASURE_COMMENT',
  'REVIEW',
  'REPORT',
  'LINE_OF_ENQUIRY',
  'PACK',
  'PLAN_DATE',
  'CLOCK_GATE',
  'WINDOW_ASSUMPTION',
  'EARLIER_INSPECTION',
  'EARLIER_RECOMMENDATION',
  'LINEAGE_LINK',
] as const;
export type RedactableEntity = (typeof REDACTABLE_ENTITIES)[number];

/** Whether a team has taken on what it was given. NONE: given to no team. */
export const ACCEPTANCES = ['NONE', 'OFFERED', 'ACCEPTED', 'QUERIED'] as const;
export type Acceptance = (typeof ACCEPTANCES)[number];

/** Whose word a change of due date needs. */
export const DUE_DATE_APPROVALS = ['NONE', 'LEAD', 'BOARD'] as const;
export type DueDateApproval = (typeof DUE_DATE_APPROVALS)[number];

export const DUE_DATE_REQUEST_STATES = ['PENDING', 'AGREED', 'REFUSED', 'WITHDRAWN'] as const;
export type DueDateRequestState = (typeof DUE_DATE_REQUEST_STATES)[number];

export const MEASURE_DIRECTIONS = ['HIGHER_IS_BETTER', 'LOWER_IS_BETTER'] as const;
export type MeasureDirection = (typeof MEASURE_DIRECTIONS)[number];

export const MEASURE_FREQUENCIES = ['WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'] as const;
export type MeasureFrequency = (typeof MEASURE_FREQUENCIES)[number];

/** Where the newest figures of a measure go. */
export const MEASURE_MOVEMENTS = ['TOWARDS', 'AWAY', 'STEADY', 'NO_FIGURES'] as const;
export type MeasureMovement = (typeof MEASURE_MOVEMENTS)[number];

/** What the newest figures say beyond chance. */
export const MEASURE_SIGNALS = ['TOO_FEW', 'COMMON_CAUSE', 'IMPROVEMENT', 'CONCERN'] as const;
export type MeasureSignal = (typeof MEASURE_SIGNALS)[number];

/** Whether a process that goes on as it is will meet its target. */
export const MEASURE_ASSURANCES = ['NOT_KNOWN', 'PASSES', 'HIT_AND_MISS', 'FAILS'] as const;
export type MeasureAssurance = (typeof MEASURE_ASSURANCES)[number];

export const NOTIFICATION_KINDS = [
  'OFFERED_TO_TEAM',
  'ASSIGNED_TO_YOU',
  'ACCEPTED',
  'QUERIED',
  'MENTIONED',
  'COMMENTED',
  'CHANGED',
  'DATE_REQUESTED',
  'DATE_DECIDED',
  'HANDED_OVER',
  'UPDATE_WANTED',
  'NUDGED',
  'EVIDENCE_RETURNED',
  'EVIDENCE_QUESTIONED',
  'EVIDENCE_ANSWERED',
  'SCREENING_FOUND',
  'SCREENING_DECIDED',
  'EVIDENCE_ASKED',
  'ASK_ANSWERED',
  'ASK_OVERDUE',
  'SUSTAIN_DUE',
  'REVIEW_READY',
  'REVIEW_FROZEN',
  'DECISION_GIVEN',
  'MADE_CHAIR',
  'DIGEST',
  'ROOM_ASKED',
  'GATE_NEAR',
  'WINDOW_NEAR',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export const MEETING_KINDS = ['REVIEW', 'BOARD'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** What a plan does with a meeting that falls on a bank holiday. */
export const HOLIDAY_RULES = ['PREVIOUS_WORKING_DAY', 'NEXT_WORKING_DAY'] as const;
export type HolidayRule = (typeof HOLIDAY_RULES)[number];

export const REVIEW_STATES = ['PREPARED', 'OPEN', 'FROZEN', 'CANCELLED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Why something is on the agenda of a review, in the agenda's order. */
export const AGENDA_SECTIONS = [
  'DECISIONS',
  'OVERDUE',
  'RED_AMBER',
  'MOVED_RAG',
  'SILENT',
  'COPY_PASTE',
  'ASKED',
  'CHANGED',
  'DUE_NEXT',
  'ADDED',
] as const;
export type AgendaSection = (typeof AGENDA_SECTIONS)[number];

export const REVIEW_ITEM_STATES = ['WAITING', 'DONE', 'PARKED'] as const;
export type ReviewItemState = (typeof REVIEW_ITEM_STATES)[number];

export const DECISION_STATES = ['OPEN', 'DONE', 'DROPPED'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export const ATTENDANCES = ['EXPECTED', 'PRESENT', 'APOLOGIES', 'ABSENT'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** A frozen review; a day on which one was due and none was frozen; or by hand. */
export const SNAPSHOT_CAUSES = ['REVIEW', 'SCHEDULE', 'BY_HAND'] as const;
export type SnapshotCause = (typeof SNAPSHOT_CAUSES)[number];

export const REPORT_KINDS = ['MINUTES', 'BOARD_REPORT', 'STATEMENT_OF_ACTION'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The public edition leaves out names, internal notes and small numbers. */
export const REPORT_EDITIONS = ['INTERNAL', 'PUBLIC'] as const;
export type ReportEdition = (typeof REPORT_EDITIONS)[number];

export const REPORT_STATES = ['DRAFT', 'ISSUING', 'ISSUED', 'FAILED'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_FORMATS = ['DOCX', 'PDF'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const APPROVAL_BODIES = ['COUNCIL', 'TRUST'] as const;
export type ApprovalBody = (typeof APPROVAL_BODIES)[number];

/** The parts of the one mail a day. */
export const DIGEST_PARTS = [
  'DUE',
  'OVERDUE',
  'UPDATE_WANTED',
  'EVIDENCE_ASKED',
  'RETURNED_EVIDENCE',
  'EVIDENCE_QUESTION',
  'MENTIONS',
] as const;
export type DigestPart = (typeof DIGEST_PARTS)[number];

/** Whether a link for a partner without an account works, and if not, why. */
export const UPDATE_LINK_STATES = ['WORKING', 'EXPIRED', 'REVOKED', 'REPLACED'] as const;
export type UpdateLinkState = (typeof UPDATE_LINK_STATES)[number];
/** How many days such a link may work, and does when nobody says. */
export const UPDATE_LINK_DAYS = { usual: 7, most: 30 } as const;

/** Where an inspector room stands: worked out from its dates. */
export const ROOM_STATES = ['NOT_YET', 'OPEN', 'ENDED', 'CLOSED'] as const;
export type RoomState = (typeof ROOM_STATES)[number];

/** What the access log of an inspector room tells of. */
export const ROOM_EVENTS = [
  'OPENED',
  'VISITOR_ADDED',
  'LINK_RENEWED',
  'VISITOR_REVOKED',
  'PACK_CHANGED',
  'CLOSED',
  'ENTERED',
  'WRONG_CODE',
  'LOCKED',
  'TURNED_AWAY',
  'LEFT',
  'PAGE',
  'FILE_VIEWED',
  'FILE_DOWNLOADED',
  'PACK_DOWNLOADED',
  'ASKED',
] as const;
export type RoomEvent = (typeof ROOM_EVENTS)[number];

/** How a database was begun. Sample data loads only into an empty database begun as SAMPLE. */
export const INSTALLATION_MODES = ['SAMPLE', 'REAL'] as const;
export type InstallationMode = (typeof INSTALLATION_MODES)[number];

/** The answer of an evidence test, best first. */
export const SUFFICIENCY_STATES = ['SUFFICIENT', 'STALE', 'THIN', 'NONE'] as const;
export type SufficiencyState = (typeof SUFFICIENCY_STATES)[number];

/** What an inspector would miss, by kind. */
export const READINESS_GROUPS = ['MISSING', 'STALE', 'UNVERIFIED', 'UNSCREENED', 'CONTRADICTORY'] as const;
export type ReadinessGroup = (typeof READINESS_GROUPS)[number];

/** The four knots of the thread, left to right. */
export const KNOTS = ['SAID', 'DONE', 'PROVED', 'CHANGED'] as const;
export type Knot = (typeof KNOTS)[number];

export const KNOT_STATES = ['WHOLE', 'PARTIAL', 'MISSING'] as const;
export type KnotState = (typeof KNOT_STATES)[number];

/** What may come at a time that nobody is told beforehand. */
export const WINDOW_KINDS = ['MONITORING_VISIT', 'REINSPECTION'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

/** What a person may put into the calendar of a plan. */
export const PLAN_DATE_KINDS = [
  'MONITORING_VISIT',
  'FOCUSED_VISIT',
  'ADVISER_VISIT',
  'SCRUTINY',
  'ANNUAL_CONVERSATION',
  'BOARD',
  'OTHER',
] as const;
export type PlanDateKind = (typeof PLAN_DATE_KINDS)[number];

/** What stands in the calendar, in the order in which a day shows it. */
export const CALENDAR_KINDS = [
  'CLOCK',
  'GATE',
  'VISIT',
  'BOARD',
  'REVIEW',
  'WINDOW',
  'OTHER_DATE',
  'DUE',
  'MILESTONE',
  'ASK',
  'SUSTAIN',
  'ROOM',
] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** Whose dates the calendar shows. */
export const CALENDAR_SCOPES = ['PLAN', 'TEAM', 'MINE'] as const;
export type CalendarScope = (typeof CALENDAR_SCOPES)[number];
