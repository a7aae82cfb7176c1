import type {
  Acceptance,
  DeliveryStatus,
  IsoDate,
  KnotState,
  MeasureMovement,
  MovedBy,
  Rag,
  RecommendationStatus,
  SufficiencyState,
  SustainState,
} from '@gt/contracts/words';

/** One action as the position counts it, of the plan as it is now or as a snapshot kept it. */
export type PositionAction = {
  id: string;
  reference: string;
  recommendationId: string;
  /** Further recommendations that it answers: it counts for each of them. */
  alsoServesIds: readonly string[];
  teamId: string | null;
  status: DeliveryStatus;
  /** The colour that is shown, since when, and what the rule says. */
  rag: Rag;
  ragSince: IsoDate | null;
  calculatedRag: Rag;
  hasOwner: boolean;
  acceptance: Acceptance;
  dueDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  timesMoved: number;
  movedBy: MovedBy | null;
  /** Whether words are owed at all, and whether they have been for too long. */
  owesWords: boolean;
  silent: boolean;
  /** Anything on record is linked; of that, what was returned. */
  hasEvidence: boolean;
  returnedEvidence: number;
  /** Days of its open milestones. */
  openMilestones: readonly IsoDate[];
  /** Somebody waits for an answer about its due date. */
  dateAsked: boolean;
};

export type PositionCheck = { months: number; dueDate: IsoDate; state: SustainState };

export type PositionRecommendation = {
  id: string;
  reference: string;
  quote: string;
  leadPost: string | null;
  knots: readonly { state: KnotState; words: string }[];
  /** The answer of the evidence test, in words and as a state; the state was not kept at first. */
  evidence: string;
  sufficiency: SufficiencyState | null;
  /** Codes of the breaks of its thread. */
  gaps: readonly string[];
  status: RecommendationStatus;
  checks: readonly PositionCheck[];
  /** Actions that answer it, those of other plans too, and of those the closed ones; null: only the plan's are known. */
  work: { live: number; closed: number } | null;
};

export type PositionMeasure = {
  id: string;
  reference: string;
  recommendationId: string;
  name: string;
  movement: MeasureMovement;
  isMet: boolean;
  isLate: boolean;
  /** Why it moves away or is late, in words; '' when neither. */
  words: string;
};

/** One earlier snapshot by its totals: how each recommendation stood then, by id. */
export type EarlierPosition = {
  snapshotId: string;
  asAt: IsoDate;
  /** The review that it was frozen with. */
  reviewNumber: number | null;
  colours: ReadonlyMap<string, Rag>;
};

export type PositionFacts = {
  asAt: IsoDate;
  /**
   * Whether everything above is known: not of a snapshot of the first format. What is not known then is told as not
   * recorded, and never as a number.
   */
  isFull: boolean;
  silentDays: number | null;
  recommendations: readonly PositionRecommendation[];
  actions: readonly PositionAction[];
  teams: readonly { id: string; name: string }[];
  measures: readonly PositionMeasure[];
  /** Items of evidence of the whole plan, each once; null: not recorded then. */
  evidence: { known: number; accepted: number; expired: number; submitted: number } | null;
  /** Snapshots before the day that is told of, the newest first. */
  earlier: readonly EarlierPosition[];
  /** Decisions of reviews that are open. */
  decisions: readonly { reference: string; text: string; dueDate: IsoDate | null }[];
  asks: readonly { id: string; recommendationId: string; post: string; dueDate: IsoDate }[];
};
