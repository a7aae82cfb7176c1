import { z } from 'zod';
import { DELIVERY_STATUSES } from '../words/index.ts';
import { id, idempotencyKey, instant, teamRef } from './base.ts';

/** What stands in the way of asking somebody for word; CAN when nothing does. */
export const ASKED_STANDINGS = ['CAN', 'LEFT', 'NO_ROLE'] as const;

const askedPerson = z.object({
  userId: z.string(),
  name: z.string(),
  standing: z.enum(ASKED_STANDINGS),
  /** When they were nudged today; null when they were not. */
  nudgedAt: instant.nullable(),
});

/** When the next review is and by when it wants updates; null for a plan without a weekly review. */
const reviewAhead = z.object({ words: z.string(), dueAt: instant }).nullable();

export const updatesWantedInput = z.object({ planId: id });

/** An action without an update since the last review, or with one that repeats the one before. */
export const wantedAction = z.object({
  actionId: z.string(),
  reference: z.string(),
  title: z.string(),
  status: z.enum(DELIVERY_STATUSES),
  team: teamRef.nullable(),
  /** Who answers for it, in words: "Head of Fostering (vacant)"; '' when nobody. */
  owner: z.string(),
  asked: z.array(askedPerson),
  lastUpdateAt: instant.nullable(),
  /** Nothing was said since the last review. */
  isWanted: z.boolean(),
  silent: z.boolean(),
  /** How much the update since the last review repeats the one before, when it is a copy; null otherwise. */
  sameAsLast: z.int().nullable(),
});

const wantedCounts = z.object({
  open: z.int(),
  wanted: z.int(),
  silent: z.int(),
  copies: z.int(),
});

export const updatesWantedOutput = z.object({
  review: reviewAhead,
  /** Updates since then count. */
  reviewedAt: instant,
  counts: wantedCounts,
  teams: z.array(wantedCounts.extend({ team: teamRef.nullable() })),
  /** The first of them, by team and reference; `counts` tell how many there are. */
  actions: z.array(wantedAction),
});

export const nudgeInput = z.object({
  planId: id,
  actionIds: z.array(id).min(1, 'Choose at least one action.').max(500, 'Choose 500 actions or fewer.'),
  idempotencyKey,
});

/** A line for each person who is asked for word of these actions, and for each action of which nobody can be. */
export const nudgeOutput = z.object({
  nudged: z.int(),
  results: z.array(
    z.object({
      /** A person, or where nobody can be asked the action's reference. */
      about: z.string(),
      ok: z.boolean(),
      /** What happened, or why nothing did and what mends it. */
      sentence: z.string(),
    }),
  ),
});

/** What waits for the person before each plan's next review. */
export const myReviewsOutput = z.object({
  plans: z.array(
    z.object({
      planId: z.string(),
      planName: z.string(),
      review: reviewAhead,
      /** Open actions that the person is asked for, and those without an update since the last review. */
      open: z.int(),
      wanted: z.int(),
    }),
  ),
});

export type UpdatesWantedOut = z.infer<typeof updatesWantedOutput>;
export type WantedAction = z.infer<typeof wantedAction>;
export type AskedPerson = z.infer<typeof askedPerson>;
export type NudgeInput = z.infer<typeof nudgeInput>;
export type NudgeOut = z.infer<typeof nudgeOutput>;
export type MyReviewsOut = z.infer<typeof myReviewsOutput>;
