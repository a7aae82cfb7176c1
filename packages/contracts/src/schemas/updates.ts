import { z } from 'zod';
import { DECLARABLE_RAGS, RAGS } from '../words/index.ts';
import { id, idempotencyKey, instant, personRef, text, version } from './base.ts';

/** A dated account of one action. Which parts must say something is the domain's rule, not the form's. */
export const updateCreateInput = z.object({
  actionId: id,
  /** The action's version that the person was looking at. */
  version,
  whatHappened: text(100_000, 'What happened'),
  difference: text(100_000, 'What difference it makes for children'),
  inTheWay: text(100_000, 'What is in the way'),
  next: text(100_000, 'What is next'),
  rag: z.enum(DECLARABLE_RAGS, 'Choose off track, at risk or on track.'),
  ragReason: text(2000, 'Reason for the rating'),
  /** Why it differs from the rule. A form that asks sends it even when empty; without it nothing is asked. */
  mismatchReason: text(5000, 'Explanation').optional(),
  percentComplete: z
    .int('Enter a whole number from 0 to 100.')
    .min(0, 'Enter a whole number from 0 to 100.')
    .max(100, 'Enter a whole number from 0 to 100.'),
  /** The earlier update of the same action that this one puts right. */
  correctsId: id.nullable().default(null),
  idempotencyKey,
});

export const progressUpdate = z.object({
  id: z.string(),
  actionId: z.string(),
  author: personRef,
  /** The owner for whom somebody else wrote. */
  onBehalfOf: personRef.nullable(),
  whatHappened: z.string(),
  difference: z.string(),
  inTheWay: z.string(),
  next: z.string(),
  rag: z.enum(RAGS),
  ragReason: z.string(),
  percentComplete: z.int(),
  createdAt: instant,
  correctsId: z.string().nullable(),
  redactedAt: instant.nullable(),
});

export const updateCreateOutput = z.object({
  update: progressUpdate,
  action: z.object({ id: z.string(), version: z.int() }),
});

export const updateListInput = z.object({
  actionId: id,
  page: z
    .object({ offset: z.int().min(0).max(100_000).default(0), limit: z.int().min(1).max(100).default(50) })
    .default({ offset: 0, limit: 50 }),
});
export const updateListOutput = z.object({ updates: z.array(progressUpdate), total: z.int() });

export type UpdateCreateInput = z.infer<typeof updateCreateInput>;
export type UpdateCreateOut = z.infer<typeof updateCreateOutput>;
export type ProgressUpdateOut = z.infer<typeof progressUpdate>;
export type UpdateListInput = z.infer<typeof updateListInput>;
export type UpdateListOut = z.infer<typeof updateListOutput>;
