import { z } from 'zod';
import { DELIVERY_STATUSES, RAGS } from '../words/index.ts';
import { isoDateOut } from './base.ts';
import { clockOut } from './inspections.ts';
import { ragCounts, threadOut } from './recommendations.ts';

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

export const positionRecommendation = z.object({
  id: z.string(),
  reference: z.string(),
  quote: z.string(),
  lead: z.string().nullable(),
  /** Live actions, cancelled ones apart. */
  actions: z.int(),
  closed: z.int(),
  declared: ragCounts,
  calculated: ragCounts,
  overdue: z.int(),
  thread: threadOut,
});

export const positionOut = z.object({
  planId: z.string(),
  asAt: isoDateOut,
  clocks: z.array(clockOut),
  totals: z.object({
    recommendations: z.int(),
    actions: z.int(),
    byStatus: z.record(z.enum(DELIVERY_STATUSES), z.int()),
    declared: z.record(z.enum(RAGS), z.int()),
    calculated: z.record(z.enum(RAGS), z.int()),
    /** Actions whose declared colour is better or worse than the rule's. */
    ragMismatch: z.int(),
    overdue: z.int(),
    /** Past the first date ever agreed, whether or not it was moved since. */
    overdueAgainstOriginal: z.int(),
    dueIn14Days: z.int(),
    withoutEvidence: z.int(),
    silent: z.int(),
    waitingForCheck: z.int(),
    evidence: z.int(),
    evidenceAccepted: z.int(),
    /** Accepted once and not valid any more: not among `evidence`. */
    evidenceExpired: z.int(),
  }),
  recommendations: z.array(positionRecommendation),
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

export type PositionOut = z.infer<typeof positionOut>;
export type AttentionItem = z.infer<typeof attentionItem>;
export type PositionRecommendation = z.infer<typeof positionRecommendation>;
