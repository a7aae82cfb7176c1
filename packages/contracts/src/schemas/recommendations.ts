import { z } from 'zod';
import {
  ACCEPTANCES,
  DELIVERY_STATUSES,
  EVIDENCE_KINDS,
  EVIDENCE_STATES,
  INSPECTION_KINDS,
  ITEM_CATEGORIES,
  KNOT_STATES,
  KNOTS,
  RAGS,
  RECOMMENDATION_STATUSES,
  SENSITIVITIES,
  SUFFICIENCY_STATES,
} from '../words/index.ts';
import { id, idempotencyKey, instant, isoDateOut, postRef, text, version } from './base.ts';
import { recommendationDraft } from './plans.ts';

/** One knot of the thread: its state, the words beneath it, and what is missing where the line gaps. */
export const knotOut = z.object({
  knot: z.enum(KNOTS),
  state: z.enum(KNOT_STATES),
  words: z.string(),
  missing: z.array(z.string()),
});

/** One break in the thread: what is missing, and what would mend it (codes of domain/recommendation). */
export const threadGapOut = z.object({
  code: z.string(),
  short: z.string(),
  sentence: z.string(),
  mending: z.object({ code: z.string(), label: z.string() }),
});

/** The thread of a recommendation: four knots, each with its gaps. */
export const threadOut = z.object({
  knots: z.array(knotOut.extend({ missing: z.array(threadGapOut) })),
  whole: z.int(),
  /** The whole thread in words, for those who do not see it: "2 of 4: evidence not verified". */
  words: z.string(),
});

/** How many live actions (cancelled ones apart) stand at each RAG. */
export const ragCounts = z.record(z.enum(RAGS), z.int());

/** The inspection that an item came from. */
export const inspectionRef = z.object({
  id: z.string(),
  kind: z.enum(INSPECTION_KINDS),
  /** Its last day, or its first when only that is known. */
  on: isoDateOut.nullable(),
});

export const recommendationRow = z.object({
  id: z.string(),
  reference: z.string(),
  number: z.int(),
  quote: z.string(),
  page: z.int().nullable(),
  category: z.enum(ITEM_CATEGORIES).nullable(),
  inspection: inspectionRef.nullable(),
  judgementAreas: z.array(z.string()),
  leadPost: postRef.nullable(),
  status: z.enum(RECOMMENDATION_STATUSES),
  /** What its evidence test answers today. */
  sufficiency: z.enum(SUFFICIENCY_STATES),
  thread: threadOut,
  actions: z.int(),
  closedActions: z.int(),
  overdueActions: z.int(),
  evidence: z.int(),
  acceptedEvidence: z.int(),
  /** Accepted once and not valid any more: not among `evidence`. */
  expiredEvidence: z.int(),
  version: z.int(),
});
export const recommendationListOut = z.array(recommendationRow);

/** An action as the recommendation's page lists it. */
export const recommendationActionRow = z.object({
  id: z.string(),
  /** The plan it stands in, and its name when that is another one. */
  planId: z.string(),
  ofPlan: z.string().nullable(),
  reference: z.string(),
  /** It stands under another recommendation and serves this one as well. */
  isServed: z.boolean(),
  /** Who has it, by id: whether giving it to somebody else asks why. */
  assigned: z.object({
    teamId: z.string().nullable(),
    ownerPostId: z.string().nullable(),
    ownerUserId: z.string().nullable(),
  }),
  acceptance: z.enum(ACCEPTANCES),
  version,
  title: z.string(),
  status: z.enum(DELIVERY_STATUSES),
  teamName: z.string().nullable(),
  owner: z.string().nullable(),
  dueDate: isoDateOut.nullable(),
  originalDueDate: isoDateOut.nullable(),
  /** "6 days overdue", "Due in 4 days"; '' when closed or cancelled. */
  dueWords: z.string(),
  overdue: z.boolean(),
  declaredRag: z.enum(RAGS),
  calculatedRag: z.enum(RAGS),
  calculatedReason: z.string(),
  /** The declared colour says otherwise than the rule. */
  mismatch: z.boolean(),
  percentComplete: z.int(),
  lastUpdateAt: instant.nullable(),
});

/** A piece of evidence as the recommendation's page lists it. */
export const recommendationEvidenceRow = z.object({
  id: z.string(),
  planId: z.string(),
  ofPlan: z.string().nullable(),
  reference: z.string(),
  title: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  state: z.enum(EVIDENCE_STATES),
  showsImpact: z.boolean(),
  sensitivity: z.enum(SENSITIVITIES),
  periodFrom: isoDateOut.nullable(),
  periodTo: isoDateOut.nullable(),
  createdAt: instant,
  redacted: z.boolean(),
  /** Why it no longer says how things are, in words; '' while it does. */
  standing: z.string(),
  actionReferences: z.array(z.string()),
});

/** The evidence test agreed at the start; the bounds are the domain's. */
export const evidenceTest = z.object({
  minEvidenceKinds: z.int(),
  newestWithinDays: z.int(),
  requireImpact: z.boolean(),
});

/** A month since the inspection, with the accepted evidence that speaks of it. */
export const monthOut = z.object({ key: z.string(), label: z.string(), references: z.array(z.string()) });

export const recommendationOut = z.object({
  id: z.string(),
  planId: z.string(),
  inspectionId: z.string().nullable(),
  reference: z.string(),
  number: z.int(),
  quote: z.string(),
  leadIn: z.string().nullable(),
  page: z.int().nullable(),
  category: z.enum(ITEM_CATEGORIES).nullable(),
  response: z.string(),
  inspection: inspectionRef.nullable(),
  judgementAreas: z.array(z.string()),
  frameworkRefs: z.array(z.string()),
  paragraphs: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      page: z.int(),
      heading: z.string().nullable(),
      text: z.string(),
      sharedWords: z.array(z.string()),
      redactedAt: instant.nullable(),
    }),
  ),
  leadPost: postRef.nullable(),
  goodLooksLike: z.string(),
  closureTest: z.string(),
  status: z.enum(RECOMMENDATION_STATUSES),
  evidenceTest,
  /** What the evidence test answers today; `missing` names exactly what is not there. */
  evidenceAnswer: z.object({
    ok: z.boolean(),
    state: z.enum(SUFFICIENCY_STATES),
    /** Accepted items that do not count any more, each with why. */
    notCounted: z.array(z.string()),
    missing: z.array(z.object({ code: z.string(), sentence: z.string(), references: z.array(z.string()) })),
  }),
  thread: threadOut,
  actions: z.array(recommendationActionRow),
  evidence: z.array(recommendationEvidenceRow),
  months: z.array(monthOut),
  /** The strip of months in words. */
  monthsWords: z.string(),
  redactedAt: instant.nullable(),
  version: z.int(),
});

export const recommendationIdInput = z.object({ recommendationId: id });

export const recommendationEditInput = evidenceTest.extend({
  recommendationId: id,
  version,
  leadPostId: id.nullable(),
  goodLooksLike: text(4000, 'What good looks like'),
  closureTest: text(4000, 'The closure test'),
  /** Left as it is when not named. */
  response: text(4000, 'The management response').optional(),
  judgementAreas: z.array(z.string().min(1).max(80)).max(20),
});

export const recommendationAddInput = recommendationDraft.omit({ paragraphs: true }).extend({
  planId: id,
  /** The inspection it came from; left out, it is the plan's only one. */
  inspectionId: id.nullable().optional(),
  idempotencyKey,
});
export const recommendationAdded = z.object({ recommendationId: z.string(), reference: z.string() });
export const recommendationEdited = z.object({ recommendationId: z.string(), version: z.int() });

export type ThreadOut = z.infer<typeof threadOut>;
export type RecommendationRow = z.infer<typeof recommendationRow>;
export type RecommendationOut = z.infer<typeof recommendationOut>;
export type RecommendationActionRow = z.infer<typeof recommendationActionRow>;
export type RecommendationEvidenceRow = z.infer<typeof recommendationEvidenceRow>;
export type RecommendationEditInput = z.infer<typeof recommendationEditInput>;
export type RecommendationAddInput = z.infer<typeof recommendationAddInput>;
