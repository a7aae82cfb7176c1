import { z } from 'zod';
import { REDACTABLE_ENTITIES, REDACTION_STATES } from '../words/index.ts';
import { id, idempotencyKey, instant, requiredText, version } from './base.ts';

export const redactionRequestInput = z.object({
  entity: z.enum(REDACTABLE_ENTITIES),
  entityId: id,
  reason: requiredText(500, 'The reason'),
  idempotencyKey,
});

export const redactionDecideInput = z.object({
  redactionId: id,
  version,
  approve: z.boolean(),
  note: requiredText(500, 'What you checked'),
});

export const redactionRow = z.object({
  id: z.string(),
  entity: z.enum(REDACTABLE_ENTITIES),
  entityId: z.string(),
  planId: z.string(),
  reference: z.string(),
  reason: z.string(),
  state: z.enum(REDACTION_STATES),
  requestedById: z.string(),
  requestedBy: z.string(),
  requestedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionNote: z.string().nullable(),
  /** Whether the person asking may be the second of the two. */
  mayDecide: z.boolean(),
  /** Why not, in a sentence, for somebody whose role decides; null when they may, or when it is decided. */
  whyNot: z.string().nullable(),
  version,
});

export const redactionList = z.array(redactionRow);
export const redactionIdInput = z.object({ redactionId: id });

/** The page on which a record is read; PLAN when it is on no page of its own. */
const redactionPlace = z.object({
  kind: z.enum([
    'ACTION',
    'RECOMMENDATION',
    'EVIDENCE',
    'MEASURE',
    'REPORT',
    'REVIEW',
    'LINE_OF_ENQUIRY',
    'PACK',
    'CALENDAR',
    'LINEAGE',
    'PLAN',
  ]),
  id: z.string(),
});

export const redactionPreview = z.object({
  reference: z.string(),
  place: redactionPlace,
  texts: z.array(z.string()).nullable(),
  files: z.int(),
  /** Of these, the ones whose bytes stay because another record holds the same file. */
  filesElsewhere: z.int(),
  /** Who holds the same file, as it stands in a sentence: "E12", "the inspection report". */
  fileHolders: z.array(z.string()),
  packs: z.int(),
  /** Of the plan, those that hold the words. */
  snapshots: z.int(),
  /** Other records of the plan that hold the same words, each once, and whether somebody has asked for it. */
  repeats: z.array(z.object({ reference: z.string(), place: redactionPlace, isAskedFor: z.boolean() })),
  /** How many there are; more than are named when there are very many. */
  repeatsTotal: z.int(),
});
export const redactionId = z.object({ redactionId: z.string() });

export type RedactionPreviewOut = z.infer<typeof redactionPreview>;
