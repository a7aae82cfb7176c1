import { z } from 'zod';
import {
  DELIVERY_STATUSES,
  GRADES,
  INSPECTION_KINDS,
  LINEAGE_STATES,
  RECOMMENDATION_STATUSES,
} from '../words/index.ts';
import { id, idempotencyKey, instant, isoDate, isoDateOut, requiredText, text, version } from './base.ts';

/** A recommendation of a plan here, or one of an inspection that is kept as history. */
const SOURCES = ['PLAN', 'EARLIER'] as const;

const judgement = z.object({ area: z.string().min(1).max(80), grade: z.enum(GRADES) });

/** What a person confirms about an earlier inspection. Its last day puts it into its place in time. */
const earlierFacts = z.object({
  kind: z.enum(INSPECTION_KINDS, 'Choose the kind of inspection.'),
  frameworkKey: z.string().min(1, 'Choose the inspection framework.').max(40),
  authority: requiredText(200, 'The name of the council inspected'),
  inspectionDateText: text(200, 'The dates of the inspection'),
  startDate: isoDate.nullable(),
  endDate: isoDate.nullable(),
  publicationDate: isoDate.nullable(),
  judgements: z.array(judgement).max(20, 'A report has at most 20 judgements.'),
});

/** One recommendation of it, verbatim. */
const earlierWords = z.object({
  quote: requiredText(4000, 'The words of the recommendation'),
  leadIn: text(1000, 'The words before the recommendation').nullable(),
  page: z.int().min(1).max(1000).nullable(),
  judgementAreas: z.array(z.string().min(1).max(80)).max(20),
});
const whatCameOfIt = z.object({
  whatWasDone: text(4000, 'What was done'),
  closedOn: isoDate.nullable(),
});

export const earlierAddInput = z.object({
  planId: id,
  /** The report it was read from; null when typed by hand. */
  importId: id.nullable(),
  inspection: earlierFacts,
  recommendations: z.array(earlierWords).max(100, 'At most 100 recommendations are kept of one inspection.'),
  idempotencyKey,
});
export const earlierWritten = z.object({ earlierInspectionId: z.string(), version: z.int() });
export const earlierEditInput = earlierFacts.extend({ earlierInspectionId: id, version });
export const earlierRemoveInput = z.object({
  earlierInspectionId: id,
  reason: requiredText(2000, 'The reason'),
  version,
});
export const earlierRestoreInput = z.object({ earlierInspectionId: id, version });
export const earlierItemAddInput = earlierWords
  .extend(whatCameOfIt.shape)
  .extend({ earlierInspectionId: id, idempotencyKey });
export const earlierItemEditInput = earlierWords
  .extend(whatCameOfIt.shape)
  .extend({ earlierId: id, version });
export const earlierItemWritten = z.object({ earlierId: z.string(), version: z.int() });

/** Whether what was read, or typed, is here already: a sentence that says where, or null. */
export const earlierKnownInput = z.object({ planId: id, importId: id });
export const earlierKnownOut = z.object({ sentence: z.string().nullable() });

export const lineageDecideInput = z.object({
  recommendationId: id,
  earlier: z.object({ source: z.enum(SOURCES), id }),
  state: z.enum(LINEAGE_STATES),
  note: text(1000, 'The note').default(''),
  /** Of the decision that stands and is changed; null when nothing was decided yet. */
  version: version.nullable(),
  idempotencyKey,
});
export const lineageDecided = z.object({ linkId: z.string(), version: z.int() });
export const lineageTakeBackInput = z.object({ linkId: id, version });
export const lineageTakenBack = z.object({ recommendationId: z.string() });

const lineageInspection = z.object({
  key: z.string(),
  source: z.enum(SOURCES),
  id: z.string(),
  planId: z.string(),
  planName: z.string(),
  /** Whether the plan that is asked about answers it. */
  isOfThisPlan: z.boolean(),
  kind: z.enum(INSPECTION_KINDS),
  frameworkKey: z.string(),
  authority: z.string(),
  dateText: z.string(),
  startDate: isoDateOut.nullable(),
  endDate: isoDateOut.nullable(),
  /** The day by which it stands in its place in time. */
  on: isoDateOut,
  publicationDate: isoDateOut.nullable(),
  reportFileName: z.string().nullable(),
  judgements: z.array(judgement),
  redactedAt: instant.nullable(),
  version: z.int(),
});

const lineageItem = z.object({
  key: z.string(),
  source: z.enum(SOURCES),
  id: z.string(),
  inspectionKey: z.string(),
  planId: z.string(),
  number: z.int(),
  reference: z.string(),
  quote: z.string(),
  leadIn: z.string().nullable(),
  page: z.int().nullable(),
  judgementAreas: z.array(z.string()),
  /** Keys of the themes it stands in; see domain/lineage. */
  themes: z.array(z.string()),
  /** Of a recommendation that a plan works on; null for history. */
  status: z.enum(RECOMMENDATION_STATUSES).nullable(),
  whatWasDone: z.string(),
  closedOn: isoDateOut.nullable(),
  redactedAt: instant.nullable(),
  version: z.int(),
});

const lineageLink = z.object({
  id: z.string(),
  laterKey: z.string(),
  earlierKey: z.string(),
  state: z.enum(LINEAGE_STATES),
  note: z.string(),
  similarity: z.int(),
  decidedBy: z.string(),
  decidedAt: instant,
  redactedAt: instant.nullable(),
  version: z.int(),
});

const likeness = z.object({
  similarity: z.int(),
  sharedWords: z.array(z.string()),
  sharedThemes: z.array(z.string()),
  sharesArea: z.boolean(),
});
const lineageSuggestion = likeness.extend({ laterKey: z.string(), earlierKey: z.string() });

/** Inspections of one authority in order of time, what each said, and what was confirmed or suggested between them. */
export const lineageHistoryOut = z.object({
  planId: z.string(),
  planName: z.string(),
  authority: z.string(),
  inspections: z.array(lineageInspection),
  items: z.array(lineageItem),
  links: z.array(lineageLink),
  suggestions: z.array(lineageSuggestion),
  /** In the recycle bin. */
  removed: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      dateText: z.string(),
      reason: z.string(),
      removedAt: instant,
      version: z.int(),
    }),
  ),
});

/** What was done about a recommendation that a plan here worked on. */
const whatWasDone = z.object({
  actions: z.array(
    z.object({ id: z.string(), reference: z.string(), title: z.string(), status: z.enum(DELIVERY_STATUSES) }),
  ),
  closings: z.array(
    z.object({ closedOn: isoDateOut, reopenedOn: isoDateOut.nullable(), reopenedReason: z.string() }),
  ),
});

const earlierSaying = z.object({ item: lineageItem, inspection: lineageInspection, likeness });

/** What a recommendation repeats, in order of time; what repeats it; what may be the same; what was said not to be. */
export const lineageOut = z.object({
  recommendationId: z.string(),
  planId: z.string(),
  quote: z.string(),
  raisedBefore: z.array(
    earlierSaying.extend({
      /** Null where it is reached over another recommendation, which is named. */
      link: lineageLink.nullable(),
      through: z.string().nullable(),
      done: whatWasDone.nullable(),
    }),
  ),
  saidAgain: z.array(z.object({ item: lineageItem, inspection: lineageInspection })),
  suggestions: z.array(earlierSaying),
  dismissed: z.array(z.object({ item: lineageItem, inspection: lineageInspection, link: lineageLink })),
  /** Every earlier recommendation that nothing was decided on, newest inspection first: to link by hand. */
  others: z.array(
    z.object({
      source: z.enum(SOURCES),
      id: z.string(),
      reference: z.string(),
      quote: z.string(),
      inspection: z.string(),
    }),
  ),
  earlierInspections: z.int(),
});

/** Recommendations of a plan that were raised before, with the words of the list: only what a person confirmed. */
export const lineageMarksOut = z.array(z.object({ recommendationId: z.string(), words: z.string() }));

export type EarlierAddInput = z.infer<typeof earlierAddInput>;
export type EarlierEditInput = z.infer<typeof earlierEditInput>;
export type EarlierRemoveInput = z.infer<typeof earlierRemoveInput>;
export type EarlierRestoreInput = z.infer<typeof earlierRestoreInput>;
export type EarlierWritten = z.infer<typeof earlierWritten>;
export type EarlierItemAddInput = z.infer<typeof earlierItemAddInput>;
export type EarlierItemEditInput = z.infer<typeof earlierItemEditInput>;
export type EarlierItemWritten = z.infer<typeof earlierItemWritten>;
export type EarlierKnownInput = z.infer<typeof earlierKnownInput>;
export type EarlierKnownOut = z.infer<typeof earlierKnownOut>;
export type LineageDecideInput = z.infer<typeof lineageDecideInput>;
export type LineageDecided = z.infer<typeof lineageDecided>;
export type LineageTakeBackInput = z.infer<typeof lineageTakeBackInput>;
export type LineageInspection = z.infer<typeof lineageInspection>;
export type LineageItemOut = z.infer<typeof lineageItem>;
export type LineageLinkOut = z.infer<typeof lineageLink>;
export type LineageHistoryOut = z.infer<typeof lineageHistoryOut>;
export type LineageOut = z.infer<typeof lineageOut>;
export type LineageMarksOut = z.infer<typeof lineageMarksOut>;
export type WhatWasDone = z.infer<typeof whatWasDone>;
