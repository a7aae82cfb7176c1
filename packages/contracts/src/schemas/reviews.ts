import { z } from 'zod';
import {
  AGENDA_SECTIONS,
  ATTENDANCES,
  DECISION_STATES,
  DECLARABLE_RAGS,
  DELIVERY_STATUSES,
  MEETING_KINDS,
  RAGS,
  REVIEW_ITEM_STATES,
  REVIEW_STATES,
} from '../words/index.ts';
import {
  id,
  idempotencyKey,
  instant,
  isoDate,
  isoDateOut,
  personRef,
  postRef,
  requiredText,
  text,
  version,
} from './base.ts';

/** Longest note on one action, closing words and decision, in characters. */
export const REVIEW_NOTE_MAX = 20_000;
export const REVIEW_SUMMARY_MAX = 20_000;
export const DECISION_MAX = 2_000;
/** The most people and guests of one meeting. */
const ATTENDANCES_MAX = 100;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, like 10:00 or 14:30.');
const seconds = z.int().min(0).max(86_400);

/** One meeting, as lists show it. */
export const reviewRow = z.object({
  id: z.string(),
  planId: z.string(),
  number: z.int(),
  meeting: z.enum(MEETING_KINDS),
  /** What it is about: at most one is set, and neither for the whole plan. */
  recommendationId: z.string().nullable(),
  teamId: z.string().nullable(),
  /** "Whole plan", "R3 Effectiveness of the fostering service", "Fostering". */
  scope: z.string(),
  heldOn: isoDateOut,
  /** "moved from Monday 6 April, Easter Monday"; null when it keeps its day. */
  moved: z.string().nullable(),
  startTime: z.string(),
  minutesPlanned: z.int(),
  state: z.enum(REVIEW_STATES),
  chair: personRef.nullable(),
  openedAt: instant.nullable(),
  frozenAt: instant.nullable(),
  frozenBy: personRef.nullable(),
  cancelledReason: z.string(),
  items: z.int(),
  itemsDone: z.int(),
  itemsParked: z.int(),
  decisions: z.int(),
  snapshotId: z.string().nullable(),
  /** The paper of its minutes; null until it is frozen. */
  minutesReportId: z.string().nullable(),
  redactedAt: instant.nullable(),
  version,
});

export const reviewListInput = z.object({
  planId: id,
  page: z
    .object({ offset: z.int().min(0).max(100_000).default(0), limit: z.int().min(1).max(100).default(30) })
    .default({ offset: 0, limit: 30 }),
});
export const reviewListOut = z.object({
  /** The newest day first; those that are open or prepared before those that are over. */
  reviews: z.array(reviewRow),
  total: z.int(),
  /** Whether this person may prepare one, and for which teams: null means any scope. */
  mayRunFor: z.array(z.string()).nullable(),
});

/** How an action stood in the last snapshot before this review; null in an item when it was in none. */
export const beforeOut = z.object({
  asAt: isoDateOut,
  rag: z.enum(RAGS),
  status: z.enum(DELIVERY_STATUSES),
  dueDate: isoDateOut.nullable(),
  percentComplete: z.int(),
});

/** One thing on the agenda: an action, or a decision that was carried over. */
export const agendaItem = z.object({
  id: z.string(),
  section: z.enum(AGENDA_SECTIONS),
  /** Every section that it belongs to, in the agenda's order. */
  sections: z.array(z.enum(AGENDA_SECTIONS)),
  position: z.int(),
  state: z.enum(REVIEW_ITEM_STATES),
  actionId: z.string().nullable(),
  decisionId: z.string().nullable(),
  /** "R3.A2"; of a decision "Review 7, decision 2". */
  reference: z.string(),
  title: z.string(),
  /** The owner's post, and the team; '' where there is none. */
  owner: z.string(),
  team: z.string(),
  /** The colour that is shown now, or as it was frozen, and the one that follows from the rule. */
  rag: z.enum(RAGS),
  calculatedRag: z.enum(RAGS),
  /** How it stands beside that, and the version that a rating carries; all null of a decision. */
  status: z.enum(DELIVERY_STATUSES).nullable(),
  dueDate: isoDateOut.nullable(),
  actionVersion: version.nullable(),
  before: beforeOut.nullable(),
  note: z.string(),
  secondsSpent: z.int(),
  doneAt: instant.nullable(),
  redactedAt: instant.nullable(),
  version,
});

export const reviewDecisionOut = z.object({
  id: z.string(),
  reviewId: z.string(),
  /** "Review 7, decision 2" */
  reference: z.string(),
  actionId: z.string().nullable(),
  actionReference: z.string().nullable(),
  text: z.string(),
  ownerPost: postRef.nullable(),
  dueDate: isoDateOut.nullable(),
  state: z.enum(DECISION_STATES),
  settledNote: z.string(),
  settledAt: instant.nullable(),
  createdBy: personRef,
  createdAt: instant,
  redactedAt: instant.nullable(),
  version,
});

export const attendanceOut = z.object({
  id: z.string(),
  /** Null for a guest without an account, who is named by post. */
  userId: z.string().nullable(),
  name: z.string(),
  attendance: z.enum(ATTENDANCES),
  isChair: z.boolean(),
  /** A member who has left since: "has left; name somebody else in the plan's settings". */
  hasLeft: z.boolean(),
});

/** A visible note to a frozen review, which itself stays as it was. */
export const reviewCorrectionOut = z.object({
  id: z.string(),
  text: z.string(),
  author: personRef,
  createdAt: instant,
  redactedAt: instant.nullable(),
});

/** An action that was made in this meeting. */
export const actionArising = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  /** The owner's post; '' for nobody. */
  owner: z.string(),
  dueDate: isoDateOut.nullable(),
});

/** What everybody in the meeting shares, apart from the agenda. */
export const reviewHead = reviewRow.extend({
  planName: z.string(),
  /** Marks the moment, and means nothing else: `reviews.changes` answers what changed after it. */
  cursor: z.string(),
  /** Grows: of two answers the one with the higher number is the newer. */
  asOf: z.int(),
  currentItemId: z.string().nullable(),
  summary: z.string(),
  decisionsMade: z.array(reviewDecisionOut),
  actionsArising: z.array(actionArising),
  attendances: z.array(attendanceOut),
  corrections: z.array(reviewCorrectionOut),
  /** What this person may do here: lead the meeting at all, drive it now, take the chair. */
  mayRun: z.boolean(),
  isChair: z.boolean(),
  mayChair: z.boolean(),
});

export const reviewOut = reviewHead.extend({ agenda: z.array(agendaItem) });

export const reviewIdInput = z.object({ reviewId: id });
export const reviewChangesInput = z.object({ reviewId: id, since: z.string().regex(/^[\d:,]{1,4000}$/) });
/** `agenda` holds the items that changed; when `isWhole` is true it holds all of them, in their new order. */
export const reviewChangesOut = reviewHead.extend({ agenda: z.array(agendaItem), isWhole: z.boolean() });

/** What the meeting wants to know of one action beside what its panel shows (actions.get, updates.list). */
export const reviewItemInput = z.object({ reviewId: id, itemId: id });
export const reviewItemOut = z.object({
  item: agendaItem,
  /** Days and weeks of the colour: "4th week off track". */
  ragWords: z.string(),
  /** What moved since the last snapshot, a sentence each, the most telling first. */
  movement: z.array(z.string()),
  /** What the evidence still lacks: "Nothing shows a difference for children". */
  evidenceGaps: z.array(z.string()),
  /** Why declared and calculated colour differ, if they do. */
  mismatch: z.object({ sentence: z.string(), explanation: z.string() }).nullable(),
  /** Percent of the last update that repeats the one before, when that is worth saying; null otherwise. */
  sameAsLast: z.int().nullable(),
  /** What was said of it in the review before, and decisions on it that are still open. */
  lastNote: z.object({ reviewNumber: z.int(), heldOn: isoDateOut, note: z.string() }).nullable(),
  openDecisions: z.array(reviewDecisionOut),
  /** The decision itself, of an item that is one. */
  decision: reviewDecisionOut.nullable(),
});

/** Prepares a review: the next of the plan's rhythm when no day is given. */
export const reviewPrepareInput = z.object({
  planId: id,
  meeting: z.enum(MEETING_KINDS).default('REVIEW'),
  recommendationId: id.nullable().default(null),
  teamId: id.nullable().default(null),
  heldOn: isoDate.optional(),
  startTime: time.optional(),
  idempotencyKey,
});
const write = z.object({ reviewId: id, version });
export const reviewEditInput = write.extend({
  heldOn: isoDate,
  startTime: time,
  minutesPlanned: z.int().min(5, 'At least 5 minutes.').max(480, 'At most 480 minutes.'),
});
export const reviewCancelInput = write.extend({ reason: requiredText(500, 'The reason') });
/** Opens it, with whoever opens it in the chair. The agenda is made anew as things stand. */
export const reviewOpenInput = write;

/** The chair walks on. `seconds` were spent on the item that is left. */
export const reviewGoToInput = z.object({
  reviewId: id,
  itemId: id,
  left: z.object({ itemId: id, seconds }).nullable().default(null),
});
export const reviewChairInput = z.object({ reviewId: id, userId: id });
/** All items of the agenda, in the order that the chair wants. */
export const reviewReorderInput = write.extend({ itemIds: z.array(id).min(1).max(5_000) });
export const reviewAddItemInput = z.object({ reviewId: id, actionId: id });
export const reviewRemoveItemInput = z.object({ itemId: id, version });

/** The note as it is typed; other parts stay when left out. */
export const reviewSaveItemInput = z.object({
  itemId: id,
  version,
  note: text(REVIEW_NOTE_MAX, 'The note').optional(),
  state: z.enum(REVIEW_ITEM_STATES).optional(),
});

/** One key's worth of meeting: note, state and, with a colour, the rating of the action, in one go. */
export const reviewRecordInput = z.object({
  itemId: id,
  version,
  note: text(REVIEW_NOTE_MAX, 'The note'),
  state: z.enum(REVIEW_ITEM_STATES),
  seconds: seconds.default(0),
  rating: z
    .object({
      actionVersion: version,
      rag: z.enum(DECLARABLE_RAGS),
      ragReason: text(2_000, 'Reason for the rating'),
      mismatchReason: text(5_000, 'Explanation').optional(),
    })
    .nullable()
    .default(null),
});
export const reviewItemWritten = z.object({
  item: agendaItem,
  /** The action's new version, when it was rated. */
  action: z.object({ id: z.string(), version }).nullable(),
});

export const decisionMakeInput = z.object({
  reviewId: id,
  actionId: id.nullable().default(null),
  text: requiredText(DECISION_MAX, 'The decision'),
  ownerPostId: id.nullable().default(null),
  dueDate: isoDate.nullable().default(null),
  idempotencyKey,
});
const decisionWrite = z.object({ decisionId: id, version });
export const decisionEditInput = decisionWrite.extend({
  text: requiredText(DECISION_MAX, 'The decision'),
  ownerPostId: id.nullable(),
  dueDate: isoDate.nullable(),
});
/** Open again, done or no longer needed; `reviewId` is the review in which it was settled. */
export const decisionSettleInput = decisionWrite.extend({
  state: z.enum(DECISION_STATES),
  note: text(2_000, 'The note').default(''),
  reviewId: id.nullable().default(null),
});

/** The whole list of who is there; rows without an account name a guest by post. */
export const attendanceSetInput = write.extend({
  attendances: z
    .array(
      z.object({
        userId: id.nullable(),
        name: requiredText(200, 'The name'),
        attendance: z.enum(ATTENDANCES),
      }),
    )
    .max(ATTENDANCES_MAX, `A meeting holds up to ${ATTENDANCES_MAX} people.`),
});
export const reviewSummaryInput = write.extend({ summary: text(REVIEW_SUMMARY_MAX, 'The closing words') });

/** Ends it for good: snapshot, minutes, and the next review with what is carried over. */
export const reviewFreezeInput = write;
export const reviewFrozen = z.object({
  id: z.string(),
  version,
  snapshotId: z.string(),
  minutesReportId: z.string(),
  nextReviewId: z.string().nullable(),
  /** Who ended it and when: somebody else, if two did at the same moment. */
  sentence: z.string(),
});
export const reviewCorrectInput = z.object({
  reviewId: id,
  text: requiredText(5_000, 'The correction'),
  idempotencyKey,
});
export const reviewWritten = z.object({ id: z.string(), version });

export type ReviewRow = z.infer<typeof reviewRow>;
export type ReviewListOut = z.infer<typeof reviewListOut>;
export type ReviewHead = z.infer<typeof reviewHead>;
export type ReviewOut = z.infer<typeof reviewOut>;
export type ReviewChangesOut = z.infer<typeof reviewChangesOut>;
export type ReviewItemOut = z.infer<typeof reviewItemOut>;
export type ActionArising = z.infer<typeof actionArising>;
export type AgendaItem = z.infer<typeof agendaItem>;
export type ReviewBefore = z.infer<typeof beforeOut>;
export type ReviewDecisionOut = z.infer<typeof reviewDecisionOut>;
export type AttendanceOut = z.infer<typeof attendanceOut>;
export type ReviewPrepareInput = z.infer<typeof reviewPrepareInput>;
export type ReviewEditInput = z.infer<typeof reviewEditInput>;
export type ReviewRecordInput = z.infer<typeof reviewRecordInput>;
export type ReviewSaveItemInput = z.infer<typeof reviewSaveItemInput>;
export type ReviewItemWritten = z.infer<typeof reviewItemWritten>;
export type DecisionMakeInput = z.infer<typeof decisionMakeInput>;
export type DecisionSettleInput = z.infer<typeof decisionSettleInput>;
export type AttendanceSetInput = z.infer<typeof attendanceSetInput>;
export type ReviewFrozen = z.infer<typeof reviewFrozen>;
