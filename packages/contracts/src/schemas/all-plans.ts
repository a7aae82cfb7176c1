import { z } from 'zod';
import { INSPECTION_KINDS, INSPECTION_OUTCOMES, PLAN_KINDS } from '../words/index.ts';
import { instant, isoDateOut } from './base.ts';
import { clockOut } from './inspections.ts';
import { ragCounts } from './recommendations.ts';

/** The figures of a plan beside those of others (`PlanFigures` of domain/plan). */
const figures = z.object({
  actions: z.int(),
  closed: z.int(),
  overdue: z.int(),
  rag: ragCounts,
  noOwner: z.int(),
  noEvidence: z.int(),
  silent: z.int(),
  recommendations: z.int(),
  noAction: z.int(),
  shown: z.int(),
  closedRecommendations: z.int(),
});

/** One plan as it stands beside the others. */
const planBeside = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(PLAN_KINDS),
  councilName: z.string(),
  createdAt: instant,
  /** Newest first. */
  inspections: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(INSPECTION_KINDS),
      on: isoDateOut.nullable(),
      outcome: z.enum(INSPECTION_OUTCOMES).nullable(),
    }),
  ),
  clock: clockOut.nullable(),
  figures,
  /** Day of the last review of the whole plan that was frozen; null when none was. */
  lastReview: isoDateOut.nullable(),
  /** What moved since the newest snapshot, in words; null without one. */
  movement: z.object({ since: isoDateOut, words: z.string() }).nullable(),
  /** Actions of other plans that answer its recommendations as well. */
  answeredFromOutside: z.int(),
});

export const allPlansOut = z.object({
  plans: z.array(planBeside),
  /** All plans together: what answers in several counts once. */
  together: figures,
});

export type AllPlansOut = z.infer<typeof allPlansOut>;
