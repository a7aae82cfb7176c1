import { z } from 'zod';
import {
  MEASURE_ASSURANCES,
  MEASURE_DIRECTIONS,
  MEASURE_FREQUENCIES,
  MEASURE_MOVEMENTS,
  MEASURE_SIGNALS,
} from '../words/index.ts';
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
/** The two counts that a share was worked out from; both or neither. */
const counts = { numerator: figure.nullable().default(null), denominator: figure.nullable().default(null) };
const standardKey = z.string().max(60);

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
  /** Change or noise, by the control chart; and whether a process that goes on as it is meets the target. */
  signal: z.enum(MEASURE_SIGNALS),
  assurance: z.enum(MEASURE_ASSURANCES),
  /** How the movement was decided, as a clause. */
  movementWords: z.string(),
  /** The target is met. */
  isMet: z.boolean(),
  /** "4.2 percentage points short of the target of 90 %". */
  distanceWords: z.string(),
  /** Against what was planned for the day of the newest figure; NONE without a trajectory. */
  trajectory: z.enum(['NONE', 'AHEAD', 'ON', 'BEHIND']),
  /** "3 percentage points behind the trajectory (78 % planned for …)"; '' for NONE. */
  trajectoryWords: z.string(),
  isLate: z.boolean(),
  /** "Last figure is of 30 September 2026; October’s is 9 days late"; '' while nothing is late. */
  lateWords: z.string(),
  /** The newest figures, oldest first; at most 24. */
  spark: z.array(figureOut),
  figures: z.int(),
  /** Further recommendations that it shows something of; `ofPlan` names another plan. */
  serves: z.array(
    z.object({ id: z.string(), planId: z.string(), number: z.int(), ofPlan: z.string().nullable() }),
  ),
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
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
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
  standardKey: z.string().nullable(),
  /** Planned values between baseline and target, oldest first. */
  planned: z.array(figureOut),
  /** The control chart: where limits begin and end, and what each figure says beyond noise. */
  control: z.object({
    segments: z.array(
      z.object({
        from: isoDateOut,
        to: isoDateOut,
        figures: z.int(),
        limits: z.object({ mean: z.number(), lower: z.number(), upper: z.number() }).nullable(),
        isProvisional: z.boolean(),
      }),
    ),
    points: z.array(
      figureOut.extend({
        signal: z.enum(MEASURE_SIGNALS),
        rules: z.array(z.enum(['OUTSIDE', 'SHIFT', 'TREND', 'NEAR_LIMIT'])),
      }),
    ),
    /** What it shows, a sentence each. */
    words: z.array(z.string()),
  }),
  /** Days from which limits are worked out anew, newest first; those taken back too. */
  steps: z.array(
    z.object({
      id: z.string(),
      date: isoDateOut,
      reason: z.string(),
      by: z.string(),
      at: instant,
      removedBy: z.string().nullable(),
      removedAt: instant.nullable(),
      redactedAt: instant.nullable(),
    }),
  ),
  /** What was said of the figures, by the day they are of, oldest first. */
  comments: z.array(
    z.object({
      id: z.string(),
      date: isoDateOut,
      body: z.string(),
      author: personRef,
      at: instant,
      mayRemove: z.boolean(),
      redactedAt: instant.nullable(),
    }),
  ),
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
  may: z.object({ edit: may, enter: may, comment: may }),
  createdAt: instant,
  changedBy: z.string(),
  changedAt: instant,
  deletedAt: instant.nullable(),
  deletedReason: z.string().nullable(),
});

export const measureIdInput = z.object({ measureId: id });
export const measureByReferenceInput = z.object({ planId: id, reference: z.string().max(40) });

export const measureCreateInput = z.object({
  recommendationId: id,
  ...facts,
  standardKey: standardKey.nullable().default(null),
  idempotencyKey,
});
export const measureAddStandardsInput = z.object({
  recommendationId: id,
  keys: z.array(standardKey).min(1, 'Choose at least one definition').max(30),
  ownerPostId: id.nullable(),
  idempotencyKey,
});
export const measurePlanInput = z.object({
  measureId: id,
  version,
  planned: z.array(z.object({ date: isoDate, value: figure })).max(200),
});
export const measureAddStepInput = z.object({
  measureId: id,
  date: isoDate,
  reason: text(5_000, 'Reason'),
  idempotencyKey,
});
export const measureRemoveStepInput = z.object({ stepId: id });
export const measureCommentInput = z.object({ measureId: id, date: isoDate, body: comment, idempotencyKey });
export const measureCommentIdInput = z.object({ commentId: id });
export const measureServeInput = z.object({ measureId: id, recommendationId: id });
export const measureServableInput = z.object({ measureId: id });
export const measureEditInput = z.object({ measureId: id, version, ...facts });
export const measureRemoveInput = z.object({ measureId: id, version, reason: text(5_000, 'Reason') });
export const measureRestoreInput = z.object({ measureId: id, version });
export const measureLinkInput = z.object({ measureId: id, actionId: id });

export const measureAddPointInput = z.object({
  measureId: id,
  date: isoDate,
  value: figure,
  ...counts,
  comment: comment.default(''),
  idempotencyKey,
});
export const measureCorrectPointInput = z.object({
  /** The figure on record that is wrong. It is its own version: once replaced, it conflicts. */
  pointId: id,
  date: isoDate,
  value: figure,
  ...counts,
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
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
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

/** Recommendations that a measure may show something of, besides its own: of every plan. */
export const measureServableOut = z.array(
  z.object({ id: z.string(), number: z.int(), quote: z.string(), ofPlan: z.string().nullable() }),
);

export const measuresAdded = z.object({
  measures: z.array(z.object({ id: z.string(), reference: z.string() })),
});
export const measureStepRef = z.object({ measureId: z.string(), stepId: z.string() });
export const measureCommentRef = z.object({ measureId: z.string(), commentId: z.string() });

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
export type MeasureAddStandardsInput = z.infer<typeof measureAddStandardsInput>;
export type MeasuresAdded = z.infer<typeof measuresAdded>;
export type MeasurePlanInput = z.infer<typeof measurePlanInput>;
export type MeasureAddStepInput = z.infer<typeof measureAddStepInput>;
export type MeasureStepRef = z.infer<typeof measureStepRef>;
export type MeasureCommentInput = z.infer<typeof measureCommentInput>;
export type MeasureCommentRef = z.infer<typeof measureCommentRef>;
export type MeasureServeInput = z.infer<typeof measureServeInput>;
export type MeasureServableOut = z.infer<typeof measureServableOut>;
