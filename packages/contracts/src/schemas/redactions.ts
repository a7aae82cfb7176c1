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
  version,
});

export const redactionList = z.array(redactionRow);
export const redactionIdInput = z.object({ redactionId: id });

export const redactionPreview = z.object({
  reference: z.string(),
  place: z.object({ kind: z.enum(['ACTION', 'RECOMMENDATION', 'EVIDENCE']), id: z.string() }),
  texts: z.array(z.string()).nullable(),
  files: z.int(),
  filesElsewhere: z.int(),
  packs: z.int(),
});
export const redactionId = z.object({ redactionId: z.string() });
