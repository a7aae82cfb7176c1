import { z } from 'zod';
import { EVIDENCE_STATES, SAMPLE_SIZES } from '../words/index.ts';
import { id, idempotencyKey, instant, personRef, text, version } from './base.ts';
import { evidenceRow, mayOrWhyNot } from './evidence-row.ts';

export const evidenceQuestionOut = z.object({
  id: z.string(),
  text: z.string(),
  askedBy: personRef,
  askedAt: instant,
  /** Empty until it is answered. */
  answer: z.string(),
  answeredBy: personRef.nullable(),
  answeredAt: instant.nullable(),
  redactedAt: instant.nullable(),
  version: z.int(),
});

export const evidenceCheckOut = z.object({
  id: z.string(),
  versionNumber: z.int(),
  decision: z.enum(EVIDENCE_STATES),
  reason: z.string(),
  checkedBy: personRef,
  checkedAt: instant,
  /** A dip check of evidence that had been accepted before. */
  isSample: z.boolean(),
  redactedAt: instant.nullable(),
});

export const evidenceCheckInput = z.object({
  evidenceId: id,
  version,
  /** The version of the file that was looked at. */
  versionNumber: z.int().min(1),
  decision: z.enum(['ACCEPTED', 'RETURNED']),
  reason: text(5000, 'Reason').default(''),
});
export const evidenceAskInput = z.object({ evidenceId: id, text: text(5000, 'Question'), idempotencyKey });
export const evidenceAnswerInput = z.object({ questionId: id, version, answer: text(5000, 'Answer') });
/** What asking and answering give back: enough to write to it again. */
export const evidenceQuestionRef = z.object({ id: z.string(), version: z.int() });
export const evidenceWaitingInput = z.object({ planId: id });
/** What waits for a check, those I may check first, the longest wait first. `mine` counts those. */
export const evidenceWaitingOutput = z.object({
  rows: z.array(evidenceRow.extend({ mayCheck: mayOrWhyNot })),
  mine: z.int(),
  total: z.int(),
});

export const evidenceDrawInput = z.object({
  planId: id,
  size: z
    .int('Enter how many to draw as a whole number.')
    .min(SAMPLE_SIZES.least, 'Draw at least 1 item.')
    .max(SAMPLE_SIZES.most, 'Draw at most 50 items at once.'),
  idempotencyKey,
});
/** The newest draw: what was drawn, from how many, by which seed, and how each item came out. */
export const evidenceSampleOutput = z.object({
  /** Items that could be drawn today. */
  poolSize: z.int(),
  latest: z
    .object({
      id: z.string(),
      seed: z.string(),
      size: z.int(),
      /** Numbers of what could have been drawn: with the seed they give the same items again. */
      pool: z.array(z.int()),
      drawnBy: z.string(),
      drawnAt: instant,
      rows: z.array(
        evidenceRow.extend({
          mayCheck: mayOrWhyNot,
          outcome: z.enum(['WAITING', 'UPHELD', 'FAILED', 'GONE']),
        }),
      ),
    })
    .nullable(),
});

export type EvidenceCheckInput = z.infer<typeof evidenceCheckInput>;
export type EvidenceWaitingOut = z.infer<typeof evidenceWaitingOutput>;
export type EvidenceAskInput = z.infer<typeof evidenceAskInput>;
export type EvidenceAnswerInput = z.infer<typeof evidenceAnswerInput>;
export type EvidenceQuestionRef = z.infer<typeof evidenceQuestionRef>;
export type EvidenceDrawInput = z.infer<typeof evidenceDrawInput>;
export type EvidenceSampleOut = z.infer<typeof evidenceSampleOutput>;
