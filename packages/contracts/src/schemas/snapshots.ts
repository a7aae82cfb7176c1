import { z } from 'zod';
import { DELIVERY_STATUSES, MOVEMENT_KINDS, RAGS, SNAPSHOT_CAUSES } from '../words/index.ts';
import { id, idempotencyKey, instant, isoDateOut, personRef } from './base.ts';

const ragCounts = z.record(z.enum(RAGS), z.int());

/** One snapshot without what it holds. */
export const snapshotHead = z.object({
  id: z.string(),
  planId: z.string(),
  number: z.int(),
  asAt: isoDateOut,
  takenAt: instant,
  takenBy: personRef.nullable(),
  cause: z.enum(SNAPSHOT_CAUSES),
  review: z.object({ id: z.string(), number: z.int() }).nullable(),
  /** "As at 12 March 2026, frozen with review 7". */
  words: z.string(),
  /** When words in it were destroyed for the last time. */
  redactedAt: instant.nullable(),
  /** Of its text as it was taken, and since words in it were destroyed. */
  sha256: z.string(),
  redactedSha256: z.string().nullable(),
  /** Cancelled actions left out. */
  actions: z.int(),
  closed: z.int(),
  overdue: z.int(),
  rag: ragCounts,
});

export const snapshotListInput = z.object({
  planId: id,
  page: z
    .object({ offset: z.int().min(0).max(100_000).default(0), limit: z.int().min(1).max(200).default(30) })
    .default({ offset: 0, limit: 30 }),
});
export const snapshotListOut = z.object({
  /** The newest first. */
  snapshots: z.array(snapshotHead),
  total: z.int(),
  /** The very first of the plan; null when there is none. */
  first: snapshotHead.nullable(),
});

export const snapshotIdInput = z.object({ snapshotId: id });

const partTotals = z.object({
  actions: z.int(),
  closed: z.int(),
  overdue: z.int(),
  rag: ragCounts,
});

export const snapshotOut = z.object({
  snapshot: snapshotHead,
  pastOriginal: z.int(),
  cancelled: z.int(),
  byStatus: z.record(z.enum(DELIVERY_STATUSES), z.int()),
  calculatedRag: ragCounts,
  undated: z.int(),
  recommendations: z.array(partTotals.extend({ id: z.string(), reference: z.string() })),
  teams: z.array(partTotals.extend({ id: z.string().nullable(), name: z.string().nullable() })),
});

export const snapshotOpenInput = z.object({
  snapshotId: id,
  /** Of these colours alone; none named means all. */
  rags: z.array(z.enum(RAGS)).max(RAGS.length).default([]),
  /** Only those that a figure of the position of that day counts, by its key. */
  figure: z.string().max(100).optional(),
  page: z
    .object({ offset: z.int().min(0).max(100_000).default(0), limit: z.int().min(1).max(500).default(100) })
    .default({ offset: 0, limit: 100 }),
});

/** An action as it was. */
export const snapshotActionRow = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  team: z.string().nullable(),
  ownerPost: z.string().nullable(),
  owner: z.string().nullable(),
  status: z.enum(DELIVERY_STATUSES),
  rag: z.enum(RAGS),
  ragReason: z.string(),
  calculatedRag: z.enum(RAGS),
  calculatedReasons: z.array(z.string()),
  weeksAtColour: z.int(),
  originalDueDate: isoDateOut.nullable(),
  dueDate: isoDateOut.nullable(),
  timesMoved: z.int(),
  percentComplete: z.int(),
  lastUpdateAt: instant.nullable(),
  /** Whether there still is such an action to open. */
  isLive: z.boolean(),
});
export const snapshotOpenOut = z.object({
  snapshot: snapshotHead,
  actions: z.array(snapshotActionRow),
  /** What the figure counts, in words; null without one. */
  figureWords: z.string().nullable(),
  /** How many the choice lets through. */
  total: z.int(),
});

export const snapshotTakeInput = z.object({ planId: id, idempotencyKey });
export const snapshotTaken = z.object({ snapshotId: z.string(), number: z.int() });

export const snapshotCompareInput = z.object({
  fromId: id,
  toId: id,
  /** Of the actions that moved, those alone that moved so, and are of this recommendation or team. */
  show: z
    .object({
      kind: z.enum(MOVEMENT_KINDS).optional(),
      recommendationId: id.optional(),
      teamId: id.optional(),
    })
    .default({}),
  limit: z.int().min(1).max(500).default(50),
});

const movementCounts = z.object({
  better: z.int(),
  worse: z.int(),
  net: z.int(),
  closed: z.int(),
  reopened: z.int(),
  cancelled: z.int(),
  added: z.int(),
  gone: z.int(),
  otherStatus: z.int(),
  slipped: z.int(),
  forward: z.int(),
  dated: z.int(),
});
const colourMove = z.enum(['BETTER', 'WORSE', 'SAME']);
const colours = z.object({
  ...Object.fromEntries(RAGS.map((rag) => [rag, z.int()])),
  total: z.int(),
} as Record<(typeof RAGS)[number] | 'total', z.ZodInt>);

const standing = z.object({
  rag: z.enum(RAGS),
  calculatedRag: z.enum(RAGS),
  status: z.enum(DELIVERY_STATUSES),
  dueDate: isoDateOut.nullable(),
  originalDueDate: isoDateOut.nullable(),
  percentComplete: z.int(),
});

/** An action that moved; of one that is new or gone the other side is null. */
export const movedAction = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  recommendationId: z.string(),
  teamId: z.string().nullable(),
  team: z.string().nullable(),
  ownerPost: z.string().nullable(),
  presence: z.enum(['BOTH', 'NEW', 'GONE']),
  from: standing.nullable(),
  to: standing.nullable(),
  rag: colourMove,
  /** As it was said by the later of the two, or the last that had the action. */
  ragReason: z.string(),
  weeksAtColour: z.int(),
  isNewlyClosed: z.boolean(),
  isReopened: z.boolean(),
  isNewlyCancelled: z.boolean(),
  daysSlipped: z.int(),
  isDateSetOrTaken: z.boolean(),
  /** Whether there still is such an action to open. */
  isLive: z.boolean(),
});

const partMovement = movementCounts.extend({
  id: z.string().nullable(),
  name: z.string().nullable(),
  from: colours,
  to: colours,
});

export const movementOut = z.object({
  planId: z.string(),
  /** The earlier of the two, whichever was named first. */
  from: snapshotHead,
  to: snapshotHead,
  /** "Since 5 March 2026: 4 better, 2 worse, 1 closed, 3 dates slipped." */
  headline: z.string(),
  counts: movementCounts,
  /** How all actions stood, cancelled ones left out. */
  fromColours: colours,
  toColours: colours,
  /** The first of those that moved and were asked for, what got worse first; then in order of reference. */
  moved: z.array(movedAction),
  /** How many were asked for, how many moved in all, and how many did not. */
  shown: z.int(),
  movedTotal: z.int(),
  unmoved: z.int(),
  recommendations: z.array(
    partMovement.extend({
      title: z.string(),
      fromEvidence: z.string().nullable(),
      toEvidence: z.string().nullable(),
    }),
  ),
  teams: z.array(partMovement),
  measures: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      name: z.string(),
      from: z.string().nullable(),
      to: z.string(),
      move: colourMove,
      fromDistance: z.string().nullable(),
      toDistance: z.string(),
      isNewlyMet: z.boolean(),
    }),
  ),
});

export const burnUpInput = z.object({ planId: id });
const burnUpPoint = z.object({
  /** Null: the plan as it is now. */
  snapshotId: z.string().nullable(),
  asAt: isoDateOut,
  actions: z.int(),
  closed: z.int(),
  plannedByOriginal: z.int(),
  plannedByDue: z.int(),
});
export const burnUpOut = z.object({
  /** The last snapshot of each day, oldest first. */
  points: z.array(burnUpPoint),
  /** Today's, from the plan as it is. */
  now: burnUpPoint,
  /** What the newest snapshot has planned, by the ends of the months to come. */
  ahead: z.array(z.object({ by: isoDateOut, original: z.int(), due: z.int() })),
  words: z.string(),
});

export const longRedInput = z.object({ planId: id, weeks: z.int().min(1).max(52).default(4) });
export const longRedOut = z.object({
  /** The snapshot that the list is of; null when there is none. */
  snapshot: snapshotHead.nullable(),
  weeks: z.int(),
  actions: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      title: z.string(),
      team: z.string().nullable(),
      ownerPost: z.string().nullable(),
      ragReason: z.string(),
      dueDate: isoDateOut.nullable(),
      since: isoDateOut,
      weeks: z.int(),
      snapshots: z.int(),
      isLive: z.boolean(),
    }),
  ),
});

export type SnapshotHead = z.infer<typeof snapshotHead>;
export type SnapshotListInput = z.infer<typeof snapshotListInput>;
export type SnapshotListOut = z.infer<typeof snapshotListOut>;
export type SnapshotOut = z.infer<typeof snapshotOut>;
export type SnapshotOpenInput = z.infer<typeof snapshotOpenInput>;
export type SnapshotOpenOut = z.infer<typeof snapshotOpenOut>;
export type SnapshotTakeInput = z.infer<typeof snapshotTakeInput>;
export type SnapshotTaken = z.infer<typeof snapshotTaken>;
export type MovedAction = z.infer<typeof movedAction>;
export type SnapshotCompareInput = z.infer<typeof snapshotCompareInput>;
export type MovementOut = z.infer<typeof movementOut>;
export type BurnUpOut = z.infer<typeof burnUpOut>;
export type LongRedInput = z.infer<typeof longRedInput>;
export type LongRedOut = z.infer<typeof longRedOut>;
