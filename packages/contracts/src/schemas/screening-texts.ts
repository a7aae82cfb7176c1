import { z } from 'zod';
import { FINDING_KINDS } from '../words/index.ts';
import { id, idempotencyKey, instant, text, version } from './base.ts';

/** Records whose typed words go into packs. */
export const TYPED_RECORDS = ['ACTION', 'PROGRESS_UPDATE', 'RECOMMENDATION', 'MEASURE', 'EVIDENCE'] as const;

const textKey = z.object({
  entity: z.enum(TYPED_RECORDS),
  entityId: id,
  /** Which of its texts: the name of the column, and of whose row where the record has several. */
  field: z.string().min(1).max(120),
});

export const screeningTextsInput = z.object({ planId: id });
/** A typed text in which screening finds what may say who somebody is, so that packs leave it out. */
export const screenedText = textKey.extend({
  entityId: z.string(),
  /** "R3.A2", "E12". */
  reference: z.string(),
  /** "Progress update of 11 March 2026, what happened". */
  title: z.string(),
  findings: z.array(z.object({ kind: z.enum(FINDING_KINDS), masked: z.string(), why: z.string() })),
  /** Of the words that were looked through, so that nobody allows others. */
  sha256: z.string(),
  /** Where it is mended. */
  place: z.object({
    kind: z.enum(['ACTION', 'RECOMMENDATION', 'MEASURE', 'EVIDENCE']),
    id: z.string(),
  }),
  /** Null while packs leave it out. */
  allowance: z
    .object({
      id: z.string(),
      reason: z.string(),
      by: z.string(),
      at: instant,
      version: z.int(),
    })
    .nullable(),
  /** Why this person may not allow it; '' when they may. */
  whyNot: z.string(),
});
/** Those that packs leave out first. */
export const screeningTextsOutput = z.object({ rows: z.array(screenedText), open: z.int() });

export const screeningAllowTextInput = textKey.extend({
  planId: id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'This request is not complete. Reload the page and try again.'),
  reason: text(20_000, 'The reason'),
  idempotencyKey,
});
export const screeningTakeBackTextInput = z.object({ allowanceId: id, version });
export const screeningTextRef = z.object({ allowanceId: z.string() });

export type ScreenedText = z.infer<typeof screenedText>;
export type ScreeningTextsOut = z.infer<typeof screeningTextsOutput>;
export type ScreeningAllowTextInput = z.infer<typeof screeningAllowTextInput>;
export type ScreeningTakeBackTextInput = z.infer<typeof screeningTakeBackTextInput>;
export type ScreeningTextRef = z.infer<typeof screeningTextRef>;
