import { z } from 'zod';
import { RECOMMENDATION_STATUSES, SUFFICIENCY_STATES, SUSTAIN_STATES } from '../words/index.ts';
import { id, idempotencyKey, instant, isoDateOut, personRef, text, version } from './base.ts';

const answers = z.object({
  done: z.string(),
  practice: z.string(),
  consistent: z.string(),
  difference: z.string(),
});

export const sustainCheckOut = z.object({
  id: z.string(),
  months: z.int(),
  dueDate: isoDateOut,
  /** "Due in 20 days", "6 days overdue"; '' once it was made or there is nothing left to check. */
  dueWords: z.string(),
  overdue: z.boolean(),
  state: z.enum(SUSTAIN_STATES),
  note: z.string(),
  evidence: z.array(z.object({ id: z.string(), reference: z.string(), title: z.string() })),
  checkedBy: personRef.nullable(),
  checkedAt: instant.nullable(),
  version: z.int(),
});

/** One closing of a recommendation, with what was answered and whether it lasts. */
export const closureOut = z.object({
  id: z.string(),
  answers,
  /** The answer of the evidence test as it was then. */
  evidence: z.object({
    state: z.enum(SUFFICIENCY_STATES),
    words: z.string(),
    references: z.array(z.string()),
  }),
  closedBy: personRef,
  closedAt: instant,
  reopenedBy: personRef.nullable(),
  reopenedAt: instant.nullable(),
  reopenedReason: z.string(),
  /** When two people destroyed its words. */
  redactedAt: instant.nullable(),
  checks: z.array(sustainCheckOut),
  version: z.int(),
});

export const closureStandingOut = z.object({
  recommendationId: z.string(),
  reference: z.string(),
  status: z.enum(RECOMMENDATION_STATUSES),
  closedAt: instant.nullable(),
  /** What stands in the way of closing it, for the person who asks. */
  blocks: z.array(z.object({ code: z.string(), sentence: z.string() })),
  /** Accepted evidence that counts today: what a check can stand on. */
  proof: z.array(z.object({ id: z.string(), reference: z.string(), title: z.string() })),
  /** The newest first. */
  closures: z.array(closureOut),
  version: z.int(),
});

const answer = text(4_000, 'The answer');
export const closeRecommendationInput = z.object({
  recommendationId: id,
  version,
  done: answer,
  practice: answer,
  consistent: answer,
  difference: answer,
  idempotencyKey,
});
export const reopenRecommendationInput = z.object({
  recommendationId: id,
  version,
  reason: text(2_000, 'The reason'),
});
export const sustainCheckInput = z.object({
  checkId: id,
  version,
  outcome: z.enum(['SUSTAINED', 'NOT_SUSTAINED']),
  note: text(4_000, 'The note'),
  evidenceIds: z.array(id).max(20).default([]),
});
/** Takes a check back that was wrong, with what it did. */
export const correctCheckInput = z.object({ checkId: id, version, reason: text(2_000, 'The reason') });
export const closureWritten = z.object({
  recommendationId: z.string(),
  status: z.enum(RECOMMENDATION_STATUSES),
});

export type ClosureStandingOut = z.infer<typeof closureStandingOut>;
export type ClosureOut = z.infer<typeof closureOut>;
export type SustainCheckOut = z.infer<typeof sustainCheckOut>;
export type CloseRecommendationInput = z.infer<typeof closeRecommendationInput>;
export type ReopenRecommendationInput = z.infer<typeof reopenRecommendationInput>;
export type SustainCheckInput = z.infer<typeof sustainCheckInput>;
export type CorrectCheckInput = z.infer<typeof correctCheckInput>;
export type ClosureWritten = z.infer<typeof closureWritten>;
