import type {
  Acceptance,
  AskState,
  DeliveryStatus,
  DigestPart,
  DueDateApproval,
  DueDateRequestState,
  EvidenceForm,
  EvidenceKind,
  EvidenceState,
  Grade,
  InspectionKind,
  InspectionOutcome,
  ItemCategory,
  Knot,
  MeasureAssurance,
  MeasureDirection,
  MeasureFrequency,
  MeasureMovement,
  MeasureSignal,
  PackAudience,
  PackState,
  PlanKind,
  Priority,
  Rag,
  ReadinessGroup,
  RecommendationStatus,
  Role,
  Sensitivity,
  SufficiencyState,
  SustainState,
  TeamKind,
} from './tuples.ts';

/** The words on screen and on paper for each closed list. */
export const GRADE_LABELS: Record<Grade, string> = {
  OUTSTANDING: 'Outstanding',
  GOOD: 'Good',
  REQUIRES_IMPROVEMENT: 'Requires improvement to be good',
  INADEQUATE: 'Inadequate',
};

export const INSPECTION_KIND_LABELS: Record<InspectionKind, string> = {
  ILACS_STANDARD: 'ILACS standard inspection',
  ILACS_SHORT: 'ILACS short inspection',
  FOCUSED_VISIT: 'Focused visit',
  MONITORING_VISIT: 'Monitoring visit',
  JTAI: 'Joint targeted area inspection',
  SEND_AREA: 'SEND area inspection',
  SIF: 'Single inspection framework (before 2018)',
  PEER_REVIEW: 'Peer review',
  INTERNAL_AUDIT: 'Internal audit',
};

/** What a plan answers, as a list of plans names it. */
export const PLAN_KIND_LABELS: Record<PlanKind, string> = {
  INSPECTION: 'Inspection of children’s services',
  SEND_AREA: 'SEND area inspection',
  JTAI: 'Joint targeted area inspection',
  PEER_REVIEW: 'Peer review',
  INTERNAL_AUDIT: 'Internal audit',
};

/** The outcomes of an area SEND inspection in the words of the inspectorates, and the opinions of an internal audit. */
export const INSPECTION_OUTCOME_LABELS: Record<InspectionOutcome, string> = {
  SEND_POSITIVE:
    'The local area partnership’s SEND arrangements typically lead to positive experiences and outcomes for children and young people with SEND. The local area partnership is taking action where improvements are needed.',
  SEND_INCONSISTENT:
    'The local area partnership’s arrangements lead to inconsistent experiences and outcomes for children and young people with SEND. The local area partnership must work jointly to make improvements.',
  SEND_WIDESPREAD_FAILINGS:
    'There are widespread and/or systemic failings leading to significant concerns about the experiences and outcomes of children and young people with SEND, which the local area partnership must address urgently.',
  ASSURANCE_SUBSTANTIAL: 'Substantial assurance',
  ASSURANCE_REASONABLE: 'Reasonable (moderate) assurance',
  ASSURANCE_LIMITED: 'Limited assurance',
  ASSURANCE_NONE: 'No assurance',
};

/** The same, short enough for a list. */
export const INSPECTION_OUTCOME_SHORT: Record<InspectionOutcome, string> = {
  SEND_POSITIVE: 'Typically positive experiences',
  SEND_INCONSISTENT: 'Inconsistent experiences',
  SEND_WIDESPREAD_FAILINGS: 'Widespread or systemic failings',
  ASSURANCE_SUBSTANTIAL: 'Substantial assurance',
  ASSURANCE_REASONABLE: 'Reasonable assurance',
  ASSURANCE_LIMITED: 'Limited assurance',
  ASSURANCE_NONE: 'No assurance',
};

export const ITEM_CATEGORY_LABELS: Record<ItemCategory, string> = {
  PRIORITY_ACTION: 'Area for priority action',
  IMPROVEMENT: 'Area for improvement',
  CONSIDERATION: 'Area for consideration',
  HIGH: 'High priority',
  MEDIUM: 'Medium priority',
  LOW: 'Low priority',
};

export const DELIVERY_STATUS_LABELS: Record<DeliveryStatus, string> = {
  NOT_STARTED: 'Not started',
  IN_PROGRESS: 'In progress',
  AWAITING_EVIDENCE_CHECK: 'Complete, awaiting evidence check',
  CLOSED: 'Closed (evidenced and embedded)',
  REOPENED: 'Reopened',
  CANCELLED: 'Cancelled',
};

export const RAG_LABELS: Record<Rag, string> = {
  RED: 'Off track',
  AMBER: 'At risk',
  GREEN: 'On track',
  BLUE: 'Complete and embedded',
  NONE: 'Not rated',
};
export const RAG_LETTERS: Record<Rag, string> = { RED: 'R', AMBER: 'A', GREEN: 'G', BLUE: 'B', NONE: '–' };

export const PRIORITY_LABELS: Record<Priority, string> = {
  URGENT: 'Urgent',
  HIGH: 'High',
  MEDIUM: 'Medium',
  LOW: 'Low',
};

export const EVIDENCE_KIND_LABELS: Record<EvidenceKind, string> = {
  AUDIT: 'Audit',
  DATA: 'Data',
  OBSERVATION: 'Observation',
  CHILD_OR_FAMILY_VOICE: 'Child or family voice',
  STAFF_VOICE: 'Staff voice',
  DOCUMENT: 'Document',
  MINUTES: 'Minutes',
};

/** Kinds that can show a difference for children rather than activity. */
export const IMPACT_EVIDENCE_KINDS: readonly EvidenceKind[] = [
  'AUDIT',
  'DATA',
  'OBSERVATION',
  'CHILD_OR_FAMILY_VOICE',
];

export const EVIDENCE_STATE_LABELS: Record<EvidenceState, string> = {
  SUBMITTED: 'Waiting for check',
  ACCEPTED: 'Accepted',
  RETURNED: 'Returned',
  WITHDRAWN: 'Withdrawn',
};

export const SENSITIVITY_LABELS: Record<Sensitivity, string> = {
  OFFICIAL: 'OFFICIAL',
  OFFICIAL_SENSITIVE: 'OFFICIAL-SENSITIVE',
};

export const ROLE_LABELS: Record<Role, string> = {
  ADMINISTRATOR: 'Administrator',
  PROGRAMME_LEAD: 'Programme lead',
  MANAGER: 'Manager',
  CONTRIBUTOR: 'Contributor',
  PARTNER: 'Partner',
  VERIFIER: 'Verifier',
  VIEWER: 'Viewer',
};

export const TEAM_KIND_LABELS: Record<TeamKind, string> = {
  INTERNAL: 'Team of the trust',
  PARTNER_AGENCY: 'Partner agency',
};

export const PACK_STATE_LABELS: Record<PackState, string> = {
  QUEUED: 'Waiting to start',
  BUILDING: 'Building',
  READY: 'Ready',
  FAILED: 'Could not be built',
  CANCELLED: 'Cancelled',
};

export const KNOT_LABELS: Record<Knot, string> = {
  SAID: 'Said',
  DONE: 'Done',
  PROVED: 'Proved',
  CHANGED: 'Changed',
};

/** The months in order, as dates name them. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "2026-03-12" → "12 March 2026". Returns the text unchanged when it is no date. */
export function formatDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name && year && day ? `${day} ${name} ${year}` : date;
}

/** "2026-03" or a date in it → "March 2026". */
export function formatMonth(month: string): string {
  const [year, number] = month.split('-').map(Number);
  const name = MONTHS[(number ?? 0) - 1];
  return name && year ? `${name} ${year}` : month;
}

/** "2026-03-12" → "12 Mar 2026", for dense tables. */
export function formatShortDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name && year && day ? `${day} ${name.slice(0, 3)} ${year}` : date;
}

export const ACCEPTANCE_LABELS: Record<Acceptance, string> = {
  NONE: 'Not given to a team',
  OFFERED: 'Waiting for the team',
  ACCEPTED: 'Accepted by the team',
  QUERIED: 'Team asked back',
};

export const DUE_DATE_APPROVAL_LABELS: Record<DueDateApproval, string> = {
  NONE: 'Nobody',
  LEAD: 'The programme lead',
  BOARD: 'The board',
};

export const DUE_DATE_REQUEST_STATE_LABELS: Record<DueDateRequestState, string> = {
  PENDING: 'Waiting for an answer',
  AGREED: 'Agreed',
  REFUSED: 'Refused',
  WITHDRAWN: 'Withdrawn',
};

export const MEASURE_DIRECTION_LABELS: Record<MeasureDirection, string> = {
  HIGHER_IS_BETTER: 'Higher is better',
  LOWER_IS_BETTER: 'Lower is better',
};

export const MEASURE_FREQUENCY_LABELS: Record<MeasureFrequency, string> = {
  WEEKLY: 'Weekly',
  MONTHLY: 'Monthly',
  QUARTERLY: 'Quarterly',
  YEARLY: 'Yearly',
};

export const MEASURE_MOVEMENT_LABELS: Record<MeasureMovement, string> = {
  TOWARDS: 'Moving towards its target',
  AWAY: 'Moving away from its target',
  STEADY: 'Steady',
  NO_FIGURES: 'Too few figures to say',
};

export const MEASURE_SIGNAL_LABELS: Record<MeasureSignal, string> = {
  TOO_FEW: 'Too few figures to tell change from noise',
  COMMON_CAUSE: 'No more than noise',
  IMPROVEMENT: 'Improvement beyond noise',
  CONCERN: 'Concern beyond noise',
};

export const MEASURE_ASSURANCE_LABELS: Record<MeasureAssurance, string> = {
  NOT_KNOWN: 'Not known yet',
  PASSES: 'Meets the target each time as things are',
  HIT_AND_MISS: 'Hit and miss as things are',
  FAILS: 'Will not meet the target as things are',
};

export const DIGEST_PART_LABELS: Record<DigestPart, string> = {
  DUE: 'Due soon',
  OVERDUE: 'Overdue',
  UPDATE_WANTED: 'Update wanted before the review',
  EVIDENCE_ASKED: 'Evidence you are asked for',
  RETURNED_EVIDENCE: 'Returned evidence',
  EVIDENCE_QUESTION: 'Questions about evidence, to answer',
  MENTIONS: 'Where you were named',
};

export const EVIDENCE_FORM_LABELS: Record<EvidenceForm, string> = {
  FILE: 'File',
  LINK: 'Link',
  NOTE: 'Note',
};

export const ASK_STATE_LABELS: Record<AskState, string> = {
  OPEN: 'Asked for',
  DONE: 'Brought',
  WITHDRAWN: 'No longer asked for',
};

export const RECOMMENDATION_STATUS_LABELS: Record<RecommendationStatus, string> = {
  OPEN: 'Open',
  CLOSED: 'Closed',
  REOPENED: 'Reopened',
};

export const SUSTAIN_STATE_LABELS: Record<SustainState, string> = {
  WAITING: 'To be checked',
  SUSTAINED: 'It lasts',
  NOT_SUSTAINED: 'It did not last',
};

export const PACK_AUDIENCE_LABELS: Record<PackAudience, string> = {
  INSPECTOR: 'Inspectorate',
  BOARD: 'Improvement board',
  PUBLIC: 'Public',
};

export const SUFFICIENCY_LABELS: Record<SufficiencyState, string> = {
  SUFFICIENT: 'Sufficient',
  STALE: 'Stale',
  THIN: 'Thin',
  NONE: 'None',
};

export const READINESS_GROUP_LABELS: Record<ReadinessGroup, string> = {
  MISSING: 'Missing',
  STALE: 'Out of date',
  UNVERIFIED: 'Not verified',
  UNSCREENED: 'Not screened',
  CONTRADICTORY: 'Contradictory',
};
