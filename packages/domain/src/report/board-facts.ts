import type { DeliveryStatus, IsoDate, MeasureMovement, Rag } from '@gt/contracts/words';

/** An action as it was in the snapshot, with how it stood in the one before. */
export type BoardAction = {
  id: string;
  reference: string;
  title: string;
  recommendationId: string;
  team: string;
  /** Title of the owner's post; '' when it has none. */
  owner: string;
  status: DeliveryStatus;
  /** The colour that is shown: blue when closed. */
  rag: Rag;
  declaredRag: Rag;
  calculatedRag: Rag;
  ragReason: string;
  /** Whole weeks at the colour that is shown. */
  weeksAtColour: number;
  dueDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  timesMoved: number;
  /** Null when the action was not in the snapshot before. */
  before: { rag: Rag; status: DeliveryStatus; dueDate: IsoDate | null } | null;
  /** Of the latest update up to the snapshot, in the owner's own words; '' where there are none. */
  happened: string;
  inTheWay: string;
  /** Whose word the newest move of the date stands on: "The board of 5 March 2026", "Programme lead". */
  dateAgreedBy: string;
};

export type BoardRecommendation = {
  id: string;
  reference: string;
  quote: string;
  /** The answer of the evidence test: "Proved", "Missing: data, child or family voice". */
  evidence: string;
};

export type BoardMeasure = {
  reference: string;
  name: string;
  unit: string;
  baseline: number | null;
  baselineDate: IsoDate | null;
  target: number | null;
  targetDate: IsoDate | null;
  latest: { value: number; date: IsoDate } | null;
  movement: MeasureMovement;
  /** The distance in words. */
  distance: string;
  isMet: boolean;
};

export type BoardDecision = {
  reference: string;
  text: string;
  owner: string;
  dueDate: IsoDate | null;
};

export type BoardDateRequest = {
  reference: string;
  title: string;
  fromDate: IsoDate | null;
  toDate: IsoDate;
  reason: string;
};

/** What changed for children since the last snapshot: said in an update, or shown by accepted evidence. */
export type BoardDifference = { reference: string; words: string; source: 'UPDATE' | 'EVIDENCE' };

/** Everything a board report is written from. */
export type BoardFacts = {
  plan: { name: string; councilName: string; trustName: string };
  asAt: IsoDate;
  /** Null for the first snapshot of a plan. */
  previousAsAt: IsoDate | null;
  /** How many actions the snapshot before had at each colour, as they were counted then. */
  coloursBefore: Readonly<Record<Rag, number>> | null;
  recommendations: readonly BoardRecommendation[];
  actions: readonly BoardAction[];
  measures: readonly BoardMeasure[];
  /** Open decisions of reviews. */
  decisions: readonly BoardDecision[];
  /** Dates that wait for the board's word. */
  dateRequests: readonly BoardDateRequest[];
  differences: readonly BoardDifference[];
};
