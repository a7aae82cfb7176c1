import { z } from 'zod';
import { DUE_DATE_APPROVALS, ITEM_CATEGORIES, PLAN_KINDS } from '../words/index.ts';
import { id, idempotencyKey, instant, isoDateOut, requiredText, text, version } from './base.ts';
import { clockOut, inspectionFacts, inspectionOut } from './inspections.ts';
import { rhythmFacts } from './meetings.ts';

/** The facts of a plan. `trustName` is '' when the council delivers the service itself. */
export const planFacts = z.object({
  name: requiredText(200, 'A name for the plan'),
  kind: z.enum(PLAN_KINDS, 'Choose the kind of plan.'),
  councilName: requiredText(200, 'The name of the council'),
  trustName: text(200, 'The name of the trust'),
});

/** A recommendation as confirmed by a person: the words of the report, and where they stand in it. */
export const recommendationDraft = z.object({
  quote: requiredText(4000, 'The words of the recommendation'),
  leadIn: text(1000, 'The words before the recommendation').nullable(),
  page: z.int().min(1).max(1000).nullable(),
  category: z.enum(ITEM_CATEGORIES).nullable().default(null),
  /** What management answered, where an item asks for it. */
  response: text(4000, 'The management response').default(''),
  judgementAreas: z.array(z.string().min(1).max(80)).max(20),
  frameworkRefs: z.array(z.string().min(1).max(120)).max(20),
  /** Numbers of report paragraphs that bear on it, and the words they share. */
  paragraphs: z
    .array(z.object({ number: z.int().min(1).max(2000), sharedWords: z.array(z.string().max(80)).max(60) }))
    .max(200),
});

const recommendationDrafts = z
  .array(recommendationDraft)
  .min(1, 'Enter at least one recommendation.')
  .max(100, 'A plan begins with at most 100 recommendations.');

/** Everything a plan begins with, from an imported report. Its paragraphs are those that were read. */
export const planContent = z.object({
  plan: planFacts,
  inspection: inspectionFacts,
  /** Only asked after a focused visit: an area for priority action asks for a draft sooner. */
  hasAreaForPriorityAction: z.boolean().default(false),
  recommendations: recommendationDrafts,
});

/** What an inspection brings: as a plan begins with it, or as it comes into a plan that is there. */
export const inspectionContent = planContent.omit({ plan: true });

/** A plan entered by hand; `paragraphs` is for whoever has the report's numbered paragraphs to hand. */
const paragraphs = z
  .array(
    z.object({
      number: z.int().min(1).max(2000),
      page: z.int().min(1).max(1000),
      heading: z.string().max(300).nullable(),
      text: requiredText(10_000, 'The words of the paragraph'),
    }),
  )
  .max(500)
  .default([]);
export const planCreateInput = planContent.extend({ idempotencyKey, paragraphs });

/** A further inspection entered by hand into a plan that is there: its items go on numbering. */
export const inspectionAddInput = inspectionContent.extend({ planId: id, idempotencyKey });

export const planIdInput = z.object({ planId: id });
export const planCreated = z.object({ planId: z.string() });
export const planEditInput = planFacts.extend({ planId: id, version });
export const planEdited = z.object({ planId: z.string(), version: z.int() });

export const planSummary = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(PLAN_KINDS),
  councilName: z.string(),
  trustName: z.string(),
  createdAt: instant,
  /** What the reader may see: for a partner, only their own actions and what those stand under. */
  recommendations: z.int(),
  actions: z.int(),
  /** The clock that matters next; null for a partner, or when none runs. */
  clock: clockOut.nullable(),
});
export const planListOut = z.array(planSummary);

export const planDetail = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(PLAN_KINDS),
  councilName: z.string(),
  trustName: z.string(),
  createdAt: instant,
  inspections: z.array(inspectionOut),
  clocks: z.array(clockOut),
  version: z.int(),
});

/** How a plan is run. What the numbers may be is the domain's rule (validatePlanSettings). */
export const planSettingsFacts = rhythmFacts.extend({
  milestoneLateDays: z.number(),
  dueSoonDays: z.number(),
  silentDays: z.number(),
  timesMoved: z.number(),
  dueDateApproval: z.enum(DUE_DATE_APPROVALS, 'Choose whose word a change of due date needs.'),
  /** The evidence test of every recommendation that has none of its own. */
  minEvidenceKinds: z.number(),
  newestWithinDays: z.number(),
  requireImpact: z.boolean(),
});
export const planSettingsInput = planSettingsFacts.extend({ planId: id, version });

/** One change of the settings, old → new, newest first. */
const settingsChange = z.object({
  id: z.string(),
  at: instant,
  who: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
});
export const planSettingsOut = planSettingsFacts.extend({
  planId: z.string(),
  planName: z.string(),
  boardFirstDate: isoDateOut.nullable(),
  version: z.int(),
  /** Open recommendations that have the plan's evidence test, and those with a test of their own. */
  evidenceTests: z.object({ asPlan: z.int(), own: z.int() }),
  history: z.array(settingsChange),
});

export type PlanSettingsInput = z.infer<typeof planSettingsInput>;
export type PlanSettingsOut = z.infer<typeof planSettingsOut>;
export type PlanFacts = z.infer<typeof planFacts>;
export type PlanContent = z.infer<typeof planContent>;
export type InspectionContent = z.infer<typeof inspectionContent>;
export type InspectionAddInput = z.infer<typeof inspectionAddInput>;
export type PlanCreateInput = z.infer<typeof planCreateInput>;
export type PlanEditInput = z.infer<typeof planEditInput>;
export type PlanSummary = z.infer<typeof planSummary>;
export type PlanDetail = z.infer<typeof planDetail>;
export type RecommendationDraft = z.infer<typeof recommendationDraft>;
