import type {
  AgendaSection,
  Attendance,
  DecisionState,
  DeliveryStatus,
  IsoDate,
  MeetingKind,
  Rag,
  ReviewItemState,
} from '@gt/contracts/words';

/** How an action stood: before the meeting, or when the review was frozen. */
export type MinutesStanding = { rag: Rag; status: DeliveryStatus; dueDate: IsoDate | null };

/** "Programme Lead", or a guest by post. */
export type MinutesAttendance = { name: string; attendance: Attendance; isChair: boolean };

/** Something this meeting decided. */
export type MinutesDecision = {
  /** Counts within the review. */
  number: number;
  text: string;
  /** Title of the post that carries it out; '' for nobody. */
  owner: string;
  dueDate: IsoDate | null;
};

/** An action made in this meeting. */
export type MinutesNewAction = { reference: string; title: string; owner: string; dueDate: IsoDate | null };

/** A decision of an earlier review that this one looked at. */
export type MinutesCarriedDecision = {
  /** "Review 3, decision 2". */
  reference: string;
  text: string;
  owner: string;
  dueDate: IsoDate | null;
  /** As this meeting left it; open ones are carried on. */
  state: DecisionState;
  /** What was said of it, or how it was settled. */
  note: string;
};

/** One action on the agenda, in the order in which it was looked at. */
export type MinutesItem = {
  reference: string;
  title: string;
  /** Title of the owner's post; '' for nobody. */
  owner: string;
  section: AgendaSection;
  /** WAITING was not reached. */
  state: ReviewItemState;
  /** Null for an action that was not there when the agenda was made. */
  before: MinutesStanding | null;
  /** Null for an action that has been deleted since. */
  now: MinutesStanding | null;
  /** Reasons given in the meeting for a new colour or date; '' for none. */
  why: string;
  /** What was said. */
  note: string;
  decisions: readonly MinutesDecision[];
  newActions: readonly MinutesNewAction[];
};

export type MinutesCorrection = { text: string; by: string; on: IsoDate };

/** Everything the minutes of a frozen review are written from. */
export type MinutesFacts = {
  planId: string;
  reviewId: string;
  /** The snapshot frozen with the review. */
  snapshotId: string | null;
  plan: { name: string; councilName: string; trustName: string };
  review: {
    number: number;
    meeting: MeetingKind;
    /** What it was of: '' for the whole plan, "R3 Effectiveness of the fostering service", "Fostering". */
    of: string;
    heldOn: IsoDate;
    movedFrom: IsoDate | null;
    chair: string;
    /** By the clock in London, "10:02"; null when it is not known. */
    begun: string | null;
    ended: string | null;
    /** The chair's closing words. */
    summary: string;
  };
  attendance: readonly MinutesAttendance[];
  /** Decisions that were open when the review was prepared. */
  carried: readonly MinutesCarriedDecision[];
  items: readonly MinutesItem[];
  /** Decisions and new actions that belong to no item. */
  decisions: readonly MinutesDecision[];
  newActions: readonly MinutesNewAction[];
  /** The meeting after this one, where it is known. */
  next: { heldOn: IsoDate; startTime: string } | null;
  /** Empty when the review is frozen. */
  corrections: readonly MinutesCorrection[];
};
