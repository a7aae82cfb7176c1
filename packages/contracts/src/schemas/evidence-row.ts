import { z } from 'zod';
import { EVIDENCE_FORMS, EVIDENCE_KINDS, EVIDENCE_STATES, SENSITIVITIES } from '../words/index.ts';
import { instant, isoDateOut, personRef } from './base.ts';

/** Whether the person may, and the sentence that says why not. */
export const mayOrWhyNot = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), sentence: z.string() }),
]);

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

/** Why it no longer says how things are, in words; null when it does. */
export const evidenceStandingOut = z
  .object({ code: z.enum(['EXPIRED', 'SUPERSEDED']), words: z.string() })
  .nullable();

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
  /** What is different for children. */
  difference: z.string(),
  periodFrom: isoDateOut.nullable(),
  periodTo: isoDateOut.nullable(),
  source: z.string(),
  authorPost: z.string(),
  sensitivity: z.enum(SENSITIVITIES),
  form: z.enum(EVIDENCE_FORMS),
  validUntil: isoDateOut.nullable(),
  supersededBy: z.object({ id: z.string(), reference: z.string() }).nullable(),
  standing: evidenceStandingOut,
  /** Questions of verifiers that nobody has answered yet. */
  openQuestions: z.int(),
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
      /** It was a dip check of evidence accepted before. */
      isSample: z.boolean(),
    })
    .nullable(),
  redactedAt: instant.nullable(),
  version: z.int(),
});

export type EvidenceRow = z.infer<typeof evidenceRow>;
export type EvidenceLinkOut = z.infer<typeof evidenceLinkOut>;
