import { z } from 'zod';
import {
  DONE_STATES,
  IMPACT_STATES,
  KNOT_STATES,
  KNOTS,
  MOVED_BY,
  RAGS,
  THREAD_BREAKS,
  UPCOMING_KINDS,
} from '../words/index.ts';
import { actionFilter } from './action-filter.ts';
import { id, isoDate, isoDateOut } from './base.ts';
import { snapshotHead } from './snapshots.ts';

/** Why an action, a recommendation or a measure is on the list of what needs attention, worst first. */
export const ATTENTION_KINDS = [
  'OVERDUE',
  'RAG_MISMATCH',
  'RETURNED_EVIDENCE',
  'MEASURE_AWAY',
  'MEASURE_LATE',
  'NO_OWNER',
  'SILENT',
  'NO_ACTION',
] as const;

export const attentionItem = z.object({
  kind: z.enum(ATTENTION_KINDS),
  /** "R3.A2", "R3" or "M4". */
  reference: z.string(),
  title: z.string(),
  /** What is wrong, in one phrase: "Overdue by 6 days; moved twice, was due 31 January 2026". */
  words: z.string(),
  /** What to open. Both null for an item about the recommendation itself. */
  recommendationId: z.string(),
  actionId: z.string().nullable(),
  measureId: z.string().nullable(),
});

/** Now, or as the last snapshot on a day or before it kept the plan. */
export const positionInput = z.object({ planId: id, at: isoDate.optional() });

/** A number and the filter of the list that shows exactly what it counts; null where it was not recorded then. */
export const positionFigure = z.object({
  key: z.string(),
  value: z.int().nullable(),
  filter: actionFilter,
});

const actionNamed = z.object({ actionId: z.string(), reference: z.string(), title: z.string() });
const recommendationNamed = z.object({ id: z.string(), reference: z.string() });

const delivery = z.object({
  done: z.enum(DONE_STATES),
  impact: z.enum(IMPACT_STATES),
  doneWords: z.string(),
  evidenced: z.enum(['YES', 'PARTLY', 'NO']),
  evidencedWords: z.string(),
  /** Null: not recorded then. */
  sustained: z.enum(['YES', 'WAITING', 'NO']).nullable(),
  sustainedWords: z.string(),
  measureWords: z.string(),
});

export const positionRecommendation = z.object({
  id: z.string(),
  reference: z.string(),
  quote: z.string(),
  lead: z.string().nullable(),
  /** The worst that an owner declares, and the worst by the rule. */
  colour: z.enum(RAGS),
  calculated: z.enum(RAGS),
  /** Its colour in the review before; null where there was none, or it was not in it. */
  was: z.enum(RAGS).nullable(),
  move: z.enum(['BETTER', 'WORSE', 'SAME']).nullable(),
  moveWords: z.string(),
  /** Which week at its colour this is; 0 when it was never rated. */
  weeks: z.int(),
  /** The action that its colour comes from, and what was said of it. */
  why: actionNamed.extend({ words: z.string() }).nullable(),
  counts: z.array(z.object({ rag: z.enum(RAGS), figure: positionFigure })),
  actions: positionFigure,
  closed: positionFigure,
  overdue: positionFigure,
  thread: z.object({
    knots: z.array(z.object({ knot: z.enum(KNOTS), state: z.enum(KNOT_STATES), words: z.string() })),
    words: z.string(),
  }),
  delivery,
});

export const positionTeam = z.object({
  /** Null: actions without a team. */
  id: z.string().nullable(),
  name: z.string().nullable(),
  open: positionFigure,
  overdue: positionFigure,
  red: positionFigure,
  amber: positionFigure,
  silent: positionFigure,
  notTakenOn: positionFigure,
  returned: positionFigure,
  inTime: positionFigure,
});

const slips = z.object({
  moved: positionFigure,
  movedTwice: positionFigure,
  byLead: positionFigure,
  byBoard: positionFigure,
  pastOriginal: positionFigure,
  /** Of those whose date is later than their first: how many, the middle one and the most, in days. */
  later: z.int(),
  middleDays: z.int(),
  mostDays: z.int(),
  /** The five that moved furthest. */
  worst: z.array(
    actionNamed.extend({
      days: z.int(),
      timesMoved: z.int(),
      movedBy: z.enum(MOVED_BY).nullable(),
      originalDueDate: isoDateOut,
      dueDate: isoDateOut,
    }),
  ),
});

const upcoming = z.object({
  due: z.array(z.object({ days: z.int(), due: positionFigure, milestones: positionFigure })),
  /** The nearest of what falls within four weeks, and how many there are of each kind. */
  items: z.array(
    z.object({
      date: isoDateOut,
      kind: z.enum(UPCOMING_KINDS),
      reference: z.string(),
      words: z.string(),
      actionId: z.string().nullable(),
      recommendationId: z.string().nullable(),
      askId: z.string().nullable(),
    }),
  ),
  total: z.int(),
  checks: z.int().nullable(),
  asks: z.int().nullable(),
});

/** What must be decided, and by whom it waits. */
const decisions = z.object({
  open: z.int(),
  items: z.array(z.object({ reference: z.string(), text: z.string(), dueDate: isoDateOut.nullable() })),
  dateAsked: positionFigure,
  dates: z.array(actionNamed),
  /** Recommendations with all actions closed and their evidence test met, not closed themselves. */
  mayBeClosed: z.array(recommendationNamed),
});

const evidenceTotals = z.object({
  known: z.int(),
  accepted: z.int(),
  /** Accepted once and not valid any more: not among `known`. */
  expired: z.int(),
  submitted: z.int(),
});

export const positionOut = z.object({
  planId: z.string(),
  asAt: isoDateOut,
  /** The snapshot that all of this comes from; null: the plan as it is now. */
  snapshot: snapshotHead.nullable(),
  /** False where the snapshot is of the format that did not keep everything yet. */
  isFull: z.boolean(),
  silentDays: z.int().nullable(),
  /** The position in plain words. */
  sentences: z.array(z.string()),
  /** What movement is told against: "the review of 22 November 2026". */
  previous: z.object({ snapshotId: z.string(), asAt: isoDateOut, words: z.string() }).nullable(),
  totals: z.object({
    actions: positionFigure,
    open: positionFigure,
    closed: positionFigure,
    cancelled: positionFigure,
    overdue: positionFigure,
    /** Past the first date ever agreed, whether or not it was moved since. */
    pastOriginal: positionFigure,
    dueIn14Days: positionFigure,
    withoutEvidence: positionFigure,
    silent: positionFigure,
    /** Actions whose declared colour is better or worse than the rule's. */
    mismatch: positionFigure,
    red: positionFigure,
    amber: positionFigure,
    green: positionFigure,
    unrated: positionFigure,
    dateAsked: positionFigure,
  }),
  evidence: evidenceTotals.nullable(),
  /** What needs attention first. */
  recommendations: z.array(positionRecommendation),
  breaks: z.array(
    z.object({
      at: z.enum(THREAD_BREAKS),
      /** Null: not recorded then. */
      recommendations: z.array(recommendationNamed).nullable(),
      actions: positionFigure.nullable(),
    }),
  ),
  slips,
  teams: z.array(positionTeam),
  upcoming,
  decisions,
  /** How many measures go which way; the exceptions are at most five. */
  measures: z.object({
    total: z.int(),
    towards: z.int(),
    steady: z.int(),
    away: z.int(),
    noFigures: z.int(),
    met: z.int(),
    late: z.int(),
    exceptions: z.array(attentionItem),
  }),
  attention: z.array(attentionItem),
  /** How many need attention in all; the list holds at most ten. */
  attentionTotal: z.int(),
});

export type PositionInput = z.infer<typeof positionInput>;
export type PositionOut = z.infer<typeof positionOut>;
export type PositionFigure = z.infer<typeof positionFigure>;
export type AttentionItem = z.infer<typeof attentionItem>;
