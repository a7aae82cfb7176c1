import { z } from 'zod';
import { EVIDENCE_KINDS, SENSITIVITIES } from '../words/index.ts';
import { id, idempotencyKey, isoDateOut, text, version } from './base.ts';

/** One of the best items for a line of enquiry, and why it is. */
export const bestItemOut = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  shows: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  sensitivity: z.enum(SENSITIVITIES),
  periodFrom: isoDateOut.nullable(),
  periodTo: isoDateOut.nullable(),
  /** "R3", in plan order. */
  recommendations: z.array(z.string()),
  why: z.array(z.string()),
});

export const enquiryRow = z.object({
  id: z.string(),
  /** "Q4". */
  reference: z.string(),
  question: z.string(),
  note: z.string(),
  recommendations: z.array(z.object({ id: z.string(), reference: z.string(), title: z.string() })),
  /** Chosen by hand, best first; empty when the rule chooses. */
  evidenceIds: z.array(z.string()),
  best: z.array(bestItemOut),
  /** How many items count as proof for it, those three among them. */
  proof: z.int(),
  version: z.int(),
});
export const enquiryListOut = z.object({ planName: z.string(), enquiries: z.array(enquiryRow) });

const enquiryDraft = z.object({
  question: text(300, 'The question'),
  note: text(2_000, 'The note'),
  recommendationIds: z.array(id).max(50),
  evidenceIds: z.array(id).max(3),
});
export const enquiryCreateInput = enquiryDraft.extend({ planId: id, idempotencyKey });
export const enquiryEditInput = enquiryDraft.extend({ enquiryId: id, version });
export const enquiryRemoveInput = z.object({ enquiryId: id, version });
export const enquiryWritten = z.object({ enquiryId: z.string(), reference: z.string(), version: z.int() });

/** What can be chosen for a line by hand: everything that counts as proof for these recommendations. */
export const enquiryChoicesInput = z.object({ planId: id, recommendationIds: z.array(id).min(1).max(50) });
export const enquiryChoicesOut = z.array(
  bestItemOut.pick({ id: true, reference: true, title: true, kind: true }),
);

export type BestItemOut = z.infer<typeof bestItemOut>;
export type EnquiryRow = z.infer<typeof enquiryRow>;
export type EnquiryListOut = z.infer<typeof enquiryListOut>;
export type EnquiryCreateInput = z.infer<typeof enquiryCreateInput>;
export type EnquiryEditInput = z.infer<typeof enquiryEditInput>;
export type EnquiryRemoveInput = z.infer<typeof enquiryRemoveInput>;
export type EnquiryWritten = z.infer<typeof enquiryWritten>;
export type EnquiryChoicesInput = z.infer<typeof enquiryChoicesInput>;
export type EnquiryChoicesOut = z.infer<typeof enquiryChoicesOut>;
