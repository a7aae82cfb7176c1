import { z } from 'zod';
import { MEASURE_DIRECTIONS, MEASURE_FREQUENCIES, MEASURE_MOVEMENTS } from '../words/index.ts';
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

// Lengths, bounds and sentences are the domain's (validateMeasure); these only bound the body.
const figure = z.number('Enter a number, such as 78.4');
const facts = {
  name: text(1_000, 'Name'),
  definition: text(20_000, 'What is counted'),
  unit: text(200, 'Unit'),
  direction: z.enum(MEASURE_DIRECTIONS, 'Choose which way is better: higher or lower'),
  baseline: figure.nullable(),
  baselineDate: isoDate.nullable(),
  target: figure.nullable(),
  targetDate: isoDate.nullable(),
  frequency: z.enum(MEASURE_FREQUENCIES, 'Choose how often a figure comes: weekly to yearly'),
  ownerPostId: id.nullable(),
};
const comment = text(5_000, 'Comment');

const figureOut = z.object({ date: isoDateOut, value: z.number() });

/** One row of a plan's measures. Numbers are in the measure's unit, with up to four decimals. */
export const measureRow = z.object({
  id: z.string(),
  planId: z.string(),
  recommendationId: z.string(),
  recommendationNumber: z.int(),
  number: z.int(),
  /** "M4" */
  reference: z.string(),
  name: z.string(),
  unit: z.string(),
  direction: z.enum(MEASURE_DIRECTIONS),
  frequency: z.enum(MEASURE_FREQUENCIES),
  baseline: z.number().nullable(),
  baselineDate: isoDateOut.nullable(),
  target: z.number().nullable(),
  targetDate: isoDateOut.nullable(),
  ownerPost: postRef.nullable(),
  latest: figureOut.nullable(),
  movement: z.enum(MEASURE_MOVEMENTS),
  /** How the movement was decided, as a clause. */
  movementWords: z.string(),
  /** The target is met. */
  isMet: z.boolean(),
  /** "4.2 percentage points short of the target of 90 %". */
  distanceWords: z.string(),
  isLate: z.boolean(),
  /** "Last figure is of 30 September 2026; October’s is 9 days late"; '' while nothing is late. */
  lateWords: z.string(),
  /** The newest figures, oldest first; at most 24. */
  spark: z.array(figureOut),
  figures: z.int(),
  /** The live actions that are meant to move it. */
  actions: z.array(z.object({ id: z.string(), reference: z.string() })),
  redactedAt: instant.nullable(),
  version: z.int(),
});

export const measureListInput = z.object({
  planId: id,
  recommendationId: id.optional(),
  actionId: id.optional(),
  /** Those in the recycle bin instead. */
  removed: z.boolean().default(false),
});
export const measureListOut = z.array(measureRow);

export const measurePointOut = figureOut.extend({
  id: z.string(),
  comment: z.string(),
  enteredBy: personRef,
  enteredAt: instant,
  redactedAt: instant.nullable(),
});

/** A figure that no longer counts, with what came in its place. */
export const measureCorrectionOut = measurePointOut.extend({
  replacedAt: instant,
  /** Null when it was taken away and nothing put in its place. */
  replacedBy: personRef.nullable(),
});

const may = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), sentence: z.string() }),
]);

export const measureDetail = measureRow.extend({
  definition: z.string(),
  recommendationQuote: z.string(),
  /** Oldest first. */
  points: z.array(measurePointOut),
  /** What was replaced or taken away, newest first. */
  corrections: z.array(measureCorrectionOut),
  /** What the chart shows, a sentence each. */
  chartWords: z.array(z.string()),
  median: z.number().nullable(),
  actions: z.array(
    z.object({ id: z.string(), reference: z.string(), title: z.string(), mayUnlink: z.boolean() }),
  ),
  history: z.array(
    z.object({
      id: z.string(),
      at: instant,
      who: z.string(),
      words: z.string(),
      changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
      redactedAt: instant.nullable(),
    }),
  ),
  may: z.object({ edit: may, enter: may }),
  createdAt: instant,
  changedBy: z.string(),
  changedAt: instant,
  deletedAt: instant.nullable(),
  deletedReason: z.string().nullable(),
});

export const measureIdInput = z.object({ measureId: id });
export const measureByReferenceInput = z.object({ planId: id, reference: z.string().max(40) });

export const measureCreateInput = z.object({ recommendationId: id, ...facts, idempotencyKey });
export const measureEditInput = z.object({ measureId: id, version, ...facts });
export const measureRemoveInput = z.object({ measureId: id, version, reason: text(5_000, 'Reason') });
export const measureRestoreInput = z.object({ measureId: id, version });
export const measureLinkInput = z.object({ measureId: id, actionId: id });

export const measureAddPointInput = z.object({
  measureId: id,
  date: isoDate,
  value: figure,
  comment: comment.default(''),
  idempotencyKey,
});
export const measureCorrectPointInput = z.object({
  /** The figure on record that is wrong. It is its own version: once replaced, it conflicts. */
  pointId: id,
  date: isoDate,
  value: figure,
  comment,
  idempotencyKey,
});
export const measureRemovePointInput = z.object({ pointId: id, reason: text(5_000, 'Reason') });

const pasted = z.string().max(60_000, 'This is too much to paste at once. Paste it in parts.');
export const measurePreviewInput = z.object({ measureId: id, text: pasted });
export const measurePasteInput = measurePreviewInput.extend({
  /** Why figures on record are corrected; needed when a row corrects one and says nothing itself. */
  comment: comment.default(''),
  /** How many figures the person saw would be added and corrected: figures entered meanwhile are no surprise. */
  expected: z.object({ add: z.int().min(0), correct: z.int().min(0) }),
  idempotencyKey,
});

/** What would become of each row. */
export const measurePreviewOut = z.object({
  rows: z.array(
    z.object({
      line: z.int(),
      text: z.string(),
      outcome: z.enum(['ADD', 'CORRECT', 'SAME', 'NONE', 'HEADING', 'REFUSED']),
      date: isoDateOut.nullable(),
      value: z.number().nullable(),
      comment: z.string(),
      /** Why it is refused, what it corrects, or how it was read; a sentence or ''. */
      reason: z.string(),
    }),
  ),
  add: z.int(),
  correct: z.int(),
  refused: z.int(),
  /** "11 figures to add, 1 row refused". */
  words: z.string(),
});

/** What a write to a measure answers. */
export const measureRef = z.object({ id: z.string(), reference: z.string(), version: z.int() });
export const measurePointRef = z.object({
  measureId: z.string(),
  reference: z.string(),
  pointId: z.string(),
});
export const measurePasted = z.object({
  measureId: z.string(),
  reference: z.string(),
  added: z.int(),
  corrected: z.int(),
});

export type MeasureRow = z.infer<typeof measureRow>;
export type MeasureDetail = z.infer<typeof measureDetail>;
export type MeasureListInput = z.infer<typeof measureListInput>;
export type MeasureCreateInput = z.infer<typeof measureCreateInput>;
export type MeasureEditInput = z.infer<typeof measureEditInput>;
export type MeasureRemoveInput = z.infer<typeof measureRemoveInput>;
export type MeasureRestoreInput = z.infer<typeof measureRestoreInput>;
export type MeasureLinkInput = z.infer<typeof measureLinkInput>;
export type MeasureAddPointInput = z.infer<typeof measureAddPointInput>;
export type MeasureCorrectPointInput = z.infer<typeof measureCorrectPointInput>;
export type MeasureRemovePointInput = z.infer<typeof measureRemovePointInput>;
export type MeasurePasteInput = z.infer<typeof measurePasteInput>;
export type MeasurePreviewInput = z.infer<typeof measurePreviewInput>;
export type MeasurePreviewOut = z.infer<typeof measurePreviewOut>;
export type MeasurePasted = z.infer<typeof measurePasted>;
export type MeasureRef = z.infer<typeof measureRef>;
export type MeasurePointRef = z.infer<typeof measurePointRef>;
