import type { IsoDate } from './ids.ts';
import type {
  Acceptance,
  DeliveryStatus,
  EvidenceKind,
  KnotState,
  MeasureDirection,
  MeasureMovement,
  Priority,
  Rag,
  RecommendationStatus,
  SnapshotCause,
  SufficiencyState,
  SustainState,
} from './tuples.ts';

/**
 * How a whole plan stood at one moment, as plain data: what `snapshot.body` holds. Names are the plan's own. Numbers
 * and colours are as they were worked out then and are never worked out again. The texts of updates are not in it:
 * updates never change, so the id is enough. Lists are in order of reference, instants ISO 8601 in UTC.
 *
 * Format 2 keeps more, so that the whole position can be told as at that day; those fields are absent in format 1, and
 * whoever shows one of them says that it was not recorded then.
 */
export interface SnapshotContent {
  formatVersion: 1 | 2;
  plan: { id: string; name: string; councilName: string; trustName: string };
  /** The day in London. */
  asAt: IsoDate;
  takenAt: string;
  cause: SnapshotCause;
  /** The review that was frozen with it. */
  review: { id: string; number: number } | null;
  recommendations: SnapshotRecommendation[];
  actions: SnapshotAction[];
  measures: SnapshotMeasure[];
  /** Decisions of reviews that were open then. */
  decisions: SnapshotDecision[];
  /** Dates that waited for somebody's word then. */
  dateRequests: SnapshotDateRequest[];
  /** Format 2: after how many days without a word an action counted as silent. */
  silentDays?: number;
  /** Format 2: evidence that a post was asked for and had not brought. */
  asks?: SnapshotAsk[];
  /** Format 2: items of evidence of the whole plan, each once. */
  evidence?: { known: number; accepted: number; expired: number; submitted: number };
}

export interface SnapshotAsk {
  id: string;
  recommendationId: string;
  post: string;
  dueDate: IsoDate;
}

export interface SnapshotRecommendation {
  id: string;
  reference: string;
  quote: string;
  judgementAreas: string[];
  leadPost: string | null;
  /** Said, done, proved, changed. */
  knots: { state: KnotState; words: string }[];
  /** The answer of the evidence test in words: "Proved", "Missing: data". */
  evidence: string;
  /** Items on record, those accepted among them, and beside them those accepted and expired by then. */
  evidenceItems: number;
  acceptedEvidence: number;
  /** Absent in snapshots taken before expired items were told apart: there they are among the accepted ones. */
  expiredEvidence?: number;
  /** Kinds of the accepted items. */
  evidenceKinds: EvidenceKind[];
  /** Format 2: what the evidence test answered, and the codes of the breaks of the thread (domain/recommendation). */
  sufficiency?: SufficiencyState;
  gaps?: string[];
  /** Format 2: whether it was closed, since when, and the sustain checks of that closing. */
  status?: RecommendationStatus;
  closedOn?: IsoDate | null;
  checks?: SnapshotCheck[];
  /** Format 2: actions that answered it, those of other plans too, and of those the closed ones. */
  work?: { live: number; closed: number };
}

export interface SnapshotCheck {
  months: number;
  dueDate: IsoDate;
  state: SustainState;
}

export interface SnapshotAction {
  id: string;
  reference: string;
  recommendationId: string;
  title: string;
  teamId: string | null;
  team: string | null;
  /** Title of the owner's post, and whoever owned it by name. */
  ownerPost: string | null;
  owner: string | null;
  leadPost: string | null;
  partner: string | null;
  priority: Priority;
  status: DeliveryStatus;
  statusReason: string | null;
  /** The colour that is shown: blue when closed, otherwise the declared one. */
  rag: Rag;
  declaredRag: Rag;
  ragReason: string;
  /** The day since when it is at the colour that is shown; null when it was never rated. */
  ragSince: IsoDate | null;
  calculatedRag: Rag;
  /** Each part of the rule that fired, in words, worst first. */
  calculatedReasons: string[];
  mismatchReason: string;
  startDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  dueDate: IsoDate | null;
  timesMoved: number;
  /** On whose word the newest move of the date stands: "Improvement board of 5 March 2026"; '' when it never moved. */
  dateAgreedBy: string;
  percentComplete: number;
  createdOn: IsoDate;
  closedOn: IsoDate | null;
  lastUpdate: { id: string; at: string; sameAsLast: number | null } | null;
  milestones: { total: number; done: number; late: number };
  /** As for its recommendation. */
  evidenceItems: number;
  acceptedEvidence: number;
  expiredEvidence?: number;
  /** Format 2: items that waited for their check, and that were returned. */
  submittedEvidence?: number;
  returnedEvidence?: number;
  /** Format 2: further recommendations that it served. */
  alsoServesIds?: string[];
  /** Format 2: whether its team had taken it on. */
  acceptance?: Acceptance;
  /** Format 2: whether words were owed, and whether it had been silent for too long. */
  owesWords?: boolean;
  silent?: boolean;
  /** Format 2: measures that it was meant to move, and the days of its open milestones, earliest first. */
  measures?: number;
  openMilestones?: IsoDate[];
}

export interface SnapshotMeasure {
  id: string;
  reference: string;
  recommendationId: string;
  name: string;
  unit: string;
  direction: MeasureDirection;
  baseline: number | null;
  baselineDate: IsoDate | null;
  target: number | null;
  targetDate: IsoDate | null;
  latest: { value: number; date: IsoDate } | null;
  movement: MeasureMovement;
  /** Distance from the target in words. */
  distance: string;
  isMet: boolean;
  isLate: boolean;
}

export interface SnapshotDecision {
  id: string;
  /** "Review 7, decision 2". */
  reference: string;
  text: string;
  actionId: string | null;
  owner: string;
  dueDate: IsoDate | null;
}

export interface SnapshotDateRequest {
  actionId: string;
  fromDate: IsoDate | null;
  toDate: IsoDate;
  reason: string;
  askedBy: string;
}

/** Counts of one part of a plan, cancelled actions left out. */
export interface SnapshotCounts {
  actions: number;
  closed: number;
  overdue: number;
  /** By the colour that was shown. */
  rag: Record<Rag, number>;
}

/** What `snapshot.totals` holds: enough for lists and for the burn-up, so that no body is opened for them. */
export interface SnapshotTotals extends SnapshotCounts {
  /** Open and past its first date, however often that moved. */
  pastOriginal: number;
  cancelled: number;
  byStatus: Record<DeliveryStatus, number>;
  calculatedRag: Record<Rag, number>;
  /** Without any date. */
  undated: number;
  /** How many should have been closed by then: by their first dates, and by their dates as they were. */
  plannedByOriginal: number;
  plannedByDue: number;
  /** How many fall due in each month ("2026-04"), earliest first: by their first dates, and by their dates then. */
  months: { month: string; original: number; due: number }[];
  /** `colour` (format 2): the worst that was shown by an action that answered it, its own or another's. */
  recommendations: (SnapshotCounts & { id: string; reference: string; colour?: Rag })[];
  /** By name; the last one, with a null id, is of actions without a team. */
  teams: (SnapshotCounts & { id: string | null; name: string | null })[];
}

/** Ways in which an action can have moved between two snapshots, those that need attention first. */
export const MOVEMENT_KINDS = ['WORSE', 'SLIPPED', 'BETTER', 'CLOSED', 'STATUS', 'ADDED_OR_GONE'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];
