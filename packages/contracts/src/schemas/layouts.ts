import { z } from 'zod';
import { DELIVERY_STATUSES, RAGS } from '../words/index.ts';
import { actionFilter } from './action-filter.ts';
import { actionRow } from './actions.ts';
import { id, isoDate, isoDateOut, teamRef } from './base.ts';

/** What the actions of a plan can be laid out by, one column or group for each value. */
export const BOARD_GROUPS = [
  'status',
  'rag',
  'team',
  'owner',
  'priority',
  'acceptance',
  'recommendation',
] as const;
export type BoardGroup = (typeof BOARD_GROUPS)[number];

const number = z.int().min(0).max(2_147_483_647);

/** The last card that is there: soonest due first, without a date last, then by reference. */
const cardCursor = z.object({ dueDate: isoDate.nullable(), recommendationNumber: number, number });

export const boardInput = z.object({
  planId: id,
  filter: actionFilter.default({}),
  by: z.enum(BOARD_GROUPS),
});
export const boardColumnInput = boardInput.extend({
  /** As `actions.board` gave it. */
  key: z.string().max(60),
  /** Null: from the first card on. */
  after: cardCursor.nullable(),
});

const cardCursorOut = cardCursor.extend({ dueDate: isoDateOut.nullable() });

/** Some cards of one column, and where to go on; null after the last. */
export const boardCards = z.object({ rows: z.array(actionRow), next: cardCursorOut.nullable() });

export const boardColumn = z.object({
  /** A value of the closed list, an id, "post:…" or "person:…"; '' for none. */
  key: z.string(),
  /** The team, the post, the person or the words of the recommendation; '' where a closed list has its own words. */
  name: z.string(),
  /** Whoever holds the post today; null for everything else. */
  holder: z.string().nullable(),
  /** Of the recommendation; null for everything else. */
  number: z.int().nullable(),
  count: z.int(),
  /** The first cards; null beyond the first columns, until they are asked for. */
  cards: boardCards.nullable(),
});

/** `total` counts what the filter lets through; `all` what the person may see of the plan. */
export const boardOutput = z.object({ columns: z.array(boardColumn), total: z.int(), all: z.int() });

const rowCursor = z.object({ recommendationNumber: number, number });

export const timelineInput = z.object({
  planId: id,
  filter: actionFilter.default({}),
  /** Rows at once. */
  limit: z.int().min(1).max(300).default(300),
  after: rowCursor.nullable().default(null),
});

export const timelineMilestone = z.object({
  id: z.string(),
  title: z.string(),
  dueDate: isoDateOut,
  doneOn: isoDateOut.nullable(),
});

/** What must be finished first. */
export const timelineDependency = z.object({
  actionId: z.string(),
  reference: z.string(),
  dueDate: isoDateOut.nullable(),
  /** Closed or cancelled: it holds nothing up any more. */
  isOver: z.boolean(),
  /** Open and past its due date. */
  isLate: z.boolean(),
});

/** One bar of the timeline, with every fact that the bar says without words. */
export const timelineRow = z.object({
  id: z.string(),
  recommendationId: z.string(),
  recommendationNumber: z.int(),
  number: z.int(),
  reference: z.string(),
  title: z.string(),
  team: teamRef.nullable(),
  owner: z.string().nullable(),
  status: z.enum(DELIVERY_STATUSES),
  declaredRag: z.enum(RAGS),
  startDate: isoDateOut.nullable(),
  dueDate: isoDateOut.nullable(),
  originalDueDate: isoDateOut.nullable(),
  /** The date that somebody asks for; null when no request waits for an answer. */
  pendingDueDate: isoDateOut.nullable(),
  timesMoved: z.int(),
  daysOverdue: z.int(),
  percentComplete: z.int(),
  milestones: z.array(timelineMilestone),
  waitsFor: z.array(timelineDependency),
  /** Destroyed by two people: the title is empty. */
  isRedacted: z.boolean(),
  version: z.int(),
});

export const timelineOutput = z.object({
  rows: z.array(timelineRow),
  /** The recommendations of these rows, in order, each in its own words. */
  recommendations: z.array(
    z.object({ id: z.string(), number: z.int(), reference: z.string(), quote: z.string() }),
  ),
  next: rowCursor.nullable(),
  total: z.int(),
  all: z.int(),
  /** First and last day of everything that the filter lets through; null when nothing has a date. */
  span: z.object({ from: isoDateOut, to: isoDateOut }).nullable(),
});

export type BoardInput = z.infer<typeof boardInput>;
export type BoardColumnInput = z.infer<typeof boardColumnInput>;
export type BoardCards = z.infer<typeof boardCards>;
export type BoardOut = z.infer<typeof boardOutput>;
export type TimelineInput = z.infer<typeof timelineInput>;
export type TimelineRow = z.infer<typeof timelineRow>;
export type TimelineOut = z.infer<typeof timelineOutput>;
