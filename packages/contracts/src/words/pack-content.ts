import type { IsoDate } from './ids.ts';
import type {
  DeliveryStatus,
  EvidenceKind,
  EvidenceState,
  KnotState,
  PackAudience,
  Priority,
  Rag,
} from './tuples.ts';

/** Longest cover note of a pack, in characters. */
export const COVER_NOTE_MAX = 4_000;

/**
 * Everything an evidence pack says, as plain data frozen at one moment. The api gathers it, the pack
 * writer prints it, and neither asks the database again. Text is the authors' own, verbatim; the writer
 * makes it safe for each format. Instants are ISO 8601 in UTC; files are named by lower-case SHA-256.
 */
export interface PackContent {
  packId: string;
  planTitle: string;
  /** The council that holds the statutory duty, and the trust that delivers (null when it delivers itself). */
  council: string;
  trust: string | null;
  /** Handling caveat for top and bottom of each page, e.g. "OFFICIAL-SENSITIVE"; '' prints none. */
  marking: string;
  /** What the pack covers in words, e.g. "Whole plan, 3 recommendations". */
  scope: string;
  audience: PackAudience;
  /** What whoever asked says to the reader, at the start; '' for nothing. */
  coverNote: string;
  /** Which day it tells of, as a sentence: "As the plan stood when review 7 was frozen on 12 March 2026." */
  asAt: string;
  generatedAt: string;
  /** Post of whoever asked for it: "Programme Lead, holder 1". */
  generatedBy: string;
  inspection: PackInspection;
  clocks: PackClock[];
  recommendations: PackRecommendation[];
  /** Evidence in the pack, each item once however many recommendations it serves. */
  evidence: PackEvidence[];
  /** What was in scope and is not in the pack, decided by the caller. The writer adds what it cannot read. */
  omissions: PackOmission[];
  audit: PackAuditCheckpoint;
}

export interface PackInspection {
  /** In words: "ILACS standard inspection". */
  kind: string;
  startedOn: IsoDate | null;
  endedOn: IsoDate | null;
  publishedOn: IsoDate | null;
  receivedOn: IsoDate | null;
  leadInspector: string | null;
  /** In words, in the order of the report: area "Impact of leaders", grade "Good". */
  judgements: { area: string; grade: string }[];
}

/** A statutory period, e.g. 70 working days from receipt. */
export interface PackClock {
  label: string;
  dueOn: IsoDate;
  submittedOn: IsoDate | null;
  /** Where it stands, in words: "Submitted 4 working days early". */
  stateText: string;
}

export interface PackRecommendation {
  /** "R3". */
  ref: string;
  /** Short name for headings and folders: "Effectiveness of the fostering service". */
  title: string;
  /** The item exactly as the report prints it. */
  quote: string;
  /** Pages of the report where it is printed, and the numbered paragraphs that bear on it. */
  pages: number[];
  paragraphs: string[];
  /** What the report calls it: "Area for priority action"; left out where it does not tell items apart. */
  category?: string;
  /** "Focused visit of 12 March 2026"; left out where the plan has one inspection. */
  inspection?: string;
  /** What management answered; left out where no answer is asked for. */
  response?: string;
  /** Judgement areas in words; the index groups by the first, and repeats under the others. */
  areas: string[];
  /** Notes such as "raised before in 2016"; '' when none. */
  lineage: string;
  /** Accountable post, '' when nobody is yet. */
  lead: string;
  goodLooksLike: string;
  closureTest: string;
  /** Exactly what is still missing for closure, each a full phrase; empty when nothing is. */
  missing: string[];
  /** In words: "In progress". */
  status: string;
  rag: PackRag;
  thread: PackThread;
  actions: PackAction[];
  /** Actions that stand elsewhere and answer it as well, of this plan or another one. */
  alsoAnsweredBy?: PackServing[];
  measures: PackMeasure[];
  /** How it was closed; null while it is open. */
  signOff: PackSignOff | null;
}

/** An action as a recommendation tells of it that it answers beside its own. */
export interface PackServing {
  /** "R5.A1", "R3.A2 of ILACS 2018". */
  ref: string;
  title: string;
  team: string;
  owner: string;
  status: DeliveryStatus;
  rag: Rag;
  dueOn: IsoDate | null;
}

/** Who closed a recommendation, on which answers, and whether it lasted. */
export interface PackSignOff {
  on: IsoDate;
  by: string;
  /** The questions of closing with their answers. */
  answers: { question: string; answer: string }[];
  /** "Looked at after 3 months, on 12 June 2026: it lasts." */
  checks: string[];
}

/** The four knots of the thread, each with its state and the words printed beneath it. */
export interface PackThread {
  said: PackKnot;
  done: PackKnot;
  proved: PackKnot;
  changed: PackKnot;
}
export interface PackKnot {
  state: KnotState;
  words: string;
}

/** RAG as the owner declared it and as the rule calculates it, each with its reason. */
export interface PackRag {
  declared: Rag;
  declaredReason: string;
  calculated: Rag;
  calculatedReason: string;
}

export interface PackAction {
  /** "R3.A2". */
  ref: string;
  title: string;
  detail: string;
  team: string;
  /** Post and holder: "Head of Fostering, holder 1"; '' when nobody. */
  owner: string;
  /** The post alone: "Head of Fostering"; '' when no post owns it. */
  ownerPost: string;
  partner: string;
  priority: Priority;
  status: DeliveryStatus;
  /** Why it was cancelled or reopened; '' otherwise. */
  statusReason: string;
  successMeasure: string;
  percent: number | null;
  startOn: IsoDate | null;
  originalDueOn: IsoDate | null;
  dueOn: IsoDate | null;
  closedOn: IsoDate | null;
  revisions: PackDateRevision[];
  rag: PackRag;
  /** Newest first. */
  updates: PackUpdate[];
}

/** One move of a due date. `by` is the post that approved it. */
export interface PackDateRevision {
  from: IsoDate | null;
  to: IsoDate | null;
  on: IsoDate;
  by: string;
  reason: string;
}

export interface PackUpdate {
  on: IsoDate;
  /** Post of the author, naming whom they wrote for: "Service Manager, holder 1, for Head of Fostering". */
  by: string;
  happened: string;
  difference: string;
  inTheWay: string;
  next: string;
  rag: Rag;
  ragReason: string;
  percent: number | null;
}

/** One measure in words, its unit with each figure; '' where there is none. */
export interface PackMeasure {
  /** "M4". */
  ref: string;
  title: string;
  definition: string;
  /** "210 households on 31 March 2025". */
  baseline: string;
  /** "240 households by 31 March 2027". */
  target: string;
  /** "219 households on 31 January 2026". */
  latest: string;
  /** "21 households short of the target of 240 households". */
  distance: string;
  /** "Moving towards its target". */
  movement: string;
  /** What the latest figure is compared with, and what came of it. */
  movementReason: string;
  /** "Last figure is of 30 September 2026; October’s is 9 days late". */
  late: string;
  unit: string;
  /** What the chart draws and measures.csv lists, oldest first. */
  figures: { on: IsoDate; value: number }[];
  targetValue: number | null;
}

/**
 * What screening said of a file, as a pack tells it. ALLOWED: something was found, justified, and allowed by a
 * verifier. LOOKED_AT: it could not be screened, and a verifier answers for it. NOT_NEEDED: the pack's own papers,
 * whose words were screened as they were typed.
 */
export const PACK_SCREENINGS = ['NOTHING_FOUND', 'POSSIBLE', 'ALLOWED', 'LOOKED_AT', 'NOT_NEEDED'] as const;
export type PackScreening = (typeof PACK_SCREENINGS)[number];
export const PACK_SCREENING_LABELS: Record<PackScreening, string> = {
  NOTHING_FOUND: 'Nothing found',
  POSSIBLE: 'Only possible findings',
  ALLOWED: 'Found, justified and allowed',
  LOOKED_AT: 'Could not be screened; a verifier looked at it',
  NOT_NEEDED: 'Made by the product',
};

/** Where an evidence file stands in the pack: OFFICIAL-SENSITIVE ones stand in a separable appendix. */
export type PackPlace = 'MAIN' | 'APPENDIX';

export interface PackEvidence {
  /** "E12". */
  ref: string;
  title: string;
  kind: EvidenceKind;
  shows: string;
  source: string;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  state: EvidenceState;
  /** Its state in a full phrase, who and when: "Accepted by Verifier, holder 1, on 5 March 2026"; '' prints the state alone. */
  verification: string;
  /** "OFFICIAL" or "OFFICIAL-SENSITIVE". */
  sensitivity: string;
  /** Whether it shows a difference for children. */
  showsImpact: boolean;
  /** That difference in words; '' for none. Absent where the request was frozen before packs told of it. */
  difference?: string;
  uploadedOn: IsoDate;
  /** Post of whoever uploaded it, and of whoever accepted it. */
  uploaderPost: string;
  verifierPost: string;
  screening: PackScreening;
  /** What a reader must know of it: "Superseded by E14." or "It was valid until 3 March 2026."; '' for nothing. */
  warning: string;
  /** The ordinary folders, or the appendix that can be taken out of the unpacked pack. */
  place: PackPlace;
  sha256: string;
  fileName: string;
  /** Bytes, as recorded at upload. */
  size: number;
  /** "R3", in plan order; the first is the folder it is stored in. */
  recommendationRefs: string[];
  actionRefs: string[];
}

/** Why something in scope is not in a pack. The last three: its file could not be given, so the pack is partial. */
export const OMISSION_CODES = [
  'REDACTED',
  'DELETED',
  'UNLINKED',
  'WITHDRAWN',
  'UNVERIFIED',
  'RETURNED',
  'LINK_ONLY',
  'NO_FILE',
  'UNSCREENED',
  'UNJUSTIFIED',
  'SENSITIVE',
  'PUBLIC_EDITION',
  'BEYOND_CUT_OFF',
  'MISSING_FILE',
  'CHANGED_FILE',
  'UNREADABLE_FILE',
] as const;
export type OmissionCode = (typeof OMISSION_CODES)[number];
export const OMISSION_LABELS: Record<OmissionCode, string> = {
  REDACTED: 'Redacted',
  DELETED: 'Deleted',
  UNLINKED: 'No longer linked',
  WITHDRAWN: 'Withdrawn',
  UNVERIFIED: 'Not verified',
  RETURNED: 'Returned',
  LINK_ONLY: 'Link only',
  NO_FILE: 'No file',
  UNSCREENED: 'Not screened',
  UNJUSTIFIED: 'Finding not justified',
  SENSITIVE: 'OFFICIAL-SENSITIVE',
  PUBLIC_EDITION: 'Public edition',
  BEYOND_CUT_OFF: 'Beyond the cut-off',
  MISSING_FILE: 'Missing from storage',
  CHANGED_FILE: 'Changed in storage',
  UNREADABLE_FILE: 'Unreadable in storage',
};

/** Something in scope that is not in the pack, and why. */
export interface PackOmission {
  what: 'EVIDENCE' | 'TEXT';
  code: OmissionCode;
  /** Reference of the item: "E12" or "R3.A2". */
  ref: string;
  title: string;
  /** A sentence a director can say aloud to an inspector. */
  reason: string;
  recommendationRefs: string[];
}

/** The last sealed audit row when the pack was frozen, so that a later rewrite of history shows. */
export interface PackAuditCheckpoint {
  sequence: number;
  hash: string;
  at: string;
}
