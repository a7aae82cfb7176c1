import { z } from 'zod';
import { ASK_STATES } from '../words/index.ts';
import {
  id,
  idempotencyKey,
  instant,
  isoDate,
  isoDateOut,
  personRef,
  postRef,
  text,
  version,
} from './base.ts';

/** A post that is asked for evidence by a day. */
export const askRow = z.object({
  id: z.string(),
  planId: z.string(),
  planName: z.string(),
  recommendationId: z.string(),
  /** "R3". */
  recommendation: z.string(),
  /** The action it is wanted for; null for the recommendation as a whole. */
  action: z.object({ id: z.string(), reference: z.string(), title: z.string() }).nullable(),
  post: postRef,
  text: z.string(),
  dueDate: isoDateOut,
  /** "6 days overdue", "Due in 4 days"; '' once it is settled. */
  dueWords: z.string(),
  overdue: z.boolean(),
  state: z.enum(ASK_STATES),
  askedBy: personRef,
  askedAt: instant,
  /** What was brought. */
  evidence: z.object({ id: z.string(), reference: z.string(), title: z.string() }).nullable(),
  settledBy: personRef.nullable(),
  settledAt: instant.nullable(),
  settledNote: z.string(),
  mayAnswer: z.boolean(),
  mayWithdraw: z.boolean(),
  version: z.int(),
});

export const askListInput = z.object({
  planId: id,
  recommendationId: id.optional(),
  state: z.enum(ASK_STATES).optional(),
});
/** Open ones by their day, then the settled ones, the newest first. `total` counts all there are. */
export const askListOut = z.object({
  asks: z.array(askRow),
  total: z.int(),
  open: z.int(),
  overdue: z.int(),
});

/** The asks that wait for the person who asks, of all plans, by their day. */
export const myAsksOut = z.array(askRow);

export const askIdInput = z.object({ askId: id });
export const askOut = askRow.extend({
  /** Evidence that could answer it: linked to what it is wanted for, and the person's to see. */
  candidates: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      title: z.string(),
      /** Brought since it was asked for. */
      isNew: z.boolean(),
    }),
  ),
  /** Where the person may add evidence for it: the recommendation itself, or actions under it. */
  targets: z.array(
    z.object({ entityType: z.enum(['RECOMMENDATION', 'ACTION']), id: z.string(), label: z.string() }),
  ),
});

export const askCreateInput = z.object({
  recommendationId: id,
  actionId: id.nullable(),
  postId: id,
  text: text(1_000, 'What is asked for'),
  dueDate: isoDate,
  idempotencyKey,
});
export const askAnswerInput = z.object({
  askId: id,
  version,
  evidenceId: id,
  note: text(1_000, 'The note').default(''),
});
export const askWithdrawInput = z.object({ askId: id, version, reason: text(1_000, 'The reason') });
export const askWritten = z.object({ askId: z.string(), version: z.int() });

export type AskRow = z.infer<typeof askRow>;
export type AskOut = z.infer<typeof askOut>;
export type AskListInput = z.infer<typeof askListInput>;
export type AskListOut = z.infer<typeof askListOut>;
export type AskCreateInput = z.infer<typeof askCreateInput>;
export type AskAnswerInput = z.infer<typeof askAnswerInput>;
export type AskWithdrawInput = z.infer<typeof askWithdrawInput>;
export type AskWritten = z.infer<typeof askWritten>;
