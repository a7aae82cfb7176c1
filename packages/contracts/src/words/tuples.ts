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
] as const;
export type RedactableEntity = (typeof REDACTABLE_ENTITIES)[number];

/** How a database was begun. Sample data loads only into an empty database begun as SAMPLE. */
export const INSTALLATION_MODES = ['SAMPLE', 'REAL'] as const;
export type InstallationMode = (typeof INSTALLATION_MODES)[number];

/** The four knots of the thread, left to right. */
export const KNOTS = ['SAID', 'DONE', 'PROVED', 'CHANGED'] as const;
export type Knot = (typeof KNOTS)[number];

export const KNOT_STATES = ['WHOLE', 'PARTIAL', 'MISSING'] as const;
export type KnotState = (typeof KNOT_STATES)[number];
