import { z } from 'zod';
import { EVIDENCE_KINDS, EVIDENCE_STATES, SENSITIVITIES } from '../words/index.ts';
import { instant, isoDateOut, personRef } from './base.ts';

/** Where an item of evidence is linked: to an action, or (no action) to a recommendation itself. */
export const evidenceLinkOut = z.object({
  recommendationId: z.string(),
  recommendationNumber: z.int(),
  actionId: z.string().nullable(),
  /** "R3.A2", or "R3" for the recommendation itself. */
  reference: z.string(),
  /** Title of the action, or the words of the recommendation. */
  title: z.string(),
});

/** One row of a plan's evidence. */
export const evidenceRow = z.object({
  id: z.string(),
  planId: z.string(),
  number: z.int(),
  /** "E12" */
  reference: z.string(),
  title: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  shows: z.string(),
  showsImpact: z.boolean(),
  periodFrom: isoDateOut.nullable(),
  periodTo: isoDateOut.nullable(),
  source: z.string(),
  sensitivity: z.enum(SENSITIVITIES),
  state: z.enum(EVIDENCE_STATES),
  uploadedBy: personRef,
  createdAt: instant,
  /** The newest file. */
  latest: z.object({
    id: z.string(),
    number: z.int(),
    fileName: z.string(),
    size: z.number(),
    uploadedAt: instant,
    redactedAt: instant.nullable(),
  }),
  links: z.array(evidenceLinkOut),
  /** The answer that stands, when it was checked. */
  lastCheck: z
    .object({
      decision: z.enum(EVIDENCE_STATES),
      reason: z.string(),
      checkedBy: z.string(),
      checkedAt: instant,
    })
    .nullable(),
  redactedAt: instant.nullable(),
  version: z.int(),
});

export type EvidenceRow = z.infer<typeof evidenceRow>;
export type EvidenceLinkOut = z.infer<typeof evidenceLinkOut>;
