import { z } from 'zod';
import { INSPECTION_KINDS, type PageWords, PLAN_KINDS, type ReportDraft } from '../words/index.ts';
import { id, instant, isoDateOut } from './base.ts';
import { judgementInput } from './inspections.ts';
import { inspectionContent, planContent, recommendationDraft } from './plans.ts';

/**
 * What the reader proposes for the form, field by field. Everything the report does not print is null or '',
 * and is asked; the date of receipt is not here at all.
 */
export const planProposal = z.object({
  plan: z.object({
    name: z.string(),
    kind: z.enum(PLAN_KINDS),
    councilName: z.string(),
    trustName: z.string(),
  }),
  inspection: z.object({
    kind: z.enum(INSPECTION_KINDS).nullable(),
    frameworkKey: z.string().nullable(),
    authority: z.string(),
    inspectionDateText: z.string(),
    startDate: isoDateOut.nullable(),
    endDate: isoDateOut.nullable(),
    publicationDate: isoDateOut.nullable(),
    leadInspector: z.string().nullable(),
    urn: z.string().nullable(),
    judgements: z.array(judgementInput),
  }),
  /** A letter after a visit that names an area for priority action starts a shorter clock. */
  hasAreaForPriorityAction: z.boolean(),
  recommendations: z.array(recommendationDraft),
});

export const importIdInput = z.object({ importId: id });

export const importPageInput = importIdInput.extend({ page: z.int().min(1).max(1000) });

/** The words of one page and where they stand on it. */
export const importPageOut = z.custom<PageWords>((value) => typeof value === 'object' && value !== null);

/** A plan or a reading that this report, or one of the same inspection, has led to before. */
export const importedBefore = z.object({
  /** FILE is the very same bytes; INSPECTION the same council and dates; UNFINISHED a reading not yet confirmed. */
  how: z.enum(['FILE', 'INSPECTION', 'UNFINISHED']),
  planId: z.string().nullable(),
  importId: z.string().nullable(),
  name: z.string(),
  at: instant,
});

export const importOut = z.object({
  id: z.string(),
  fileName: z.string(),
  size: z.number(),
  createdAt: instant,
  confirmedAt: instant.nullable(),
  /** The plan it became, once confirmed. */
  planId: z.string().nullable(),
  /** What was read and waits to be checked; null once confirmed. */
  reading: z
    .object({
      pageCount: z.int(),
      before: z.array(importedBefore),
      reportFormat: z.string(),
      warnings: z.custom<ReportDraft['warnings']>((value) => Array.isArray(value)),
      paragraphs: z.custom<ReportDraft['paragraphs']>((value) => Array.isArray(value)),
      proposal: planProposal,
    })
    .nullable(),
});

/** As a plan of its own, or as a further inspection of a plan that is there. */
export const importConfirmInput = planContent.extend({ importId: id });
export const importJoinInput = inspectionContent.extend({ importId: id, planId: id });

export type PlanProposal = z.infer<typeof planProposal>;
export type ImportedBefore = z.infer<typeof importedBefore>;
export type ImportOut = z.infer<typeof importOut>;
export type ImportJoinInput = z.infer<typeof importJoinInput>;
export type ImportConfirmInput = z.infer<typeof importConfirmInput>;
