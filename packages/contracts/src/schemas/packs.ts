import { z } from 'zod';
import { PACK_STATES, SENSITIVITIES } from '../words/index.ts';
import { id, idempotencyKey, instant, personRef } from './base.ts';

/** What the job is at: sealing the history first, then the stages of the writer. '' before it starts. */
export const PACK_JOB_STAGES = ['', 'seal', 'files', 'summary', 'workbook', 'manifest'] as const;

/**
 * What a pack is made of. No recommendation named means the whole plan; a marking of OFFICIAL leaves
 * OFFICIAL-SENSITIVE evidence out.
 */
const packChoice = z.object({
  planId: id,
  recommendationIds: z.array(id).max(200).default([]),
  marking: z.enum(SENSITIVITIES).default('OFFICIAL_SENSITIVE'),
});

export const packReadinessInput = packChoice;

/** Something in scope that is not in the pack, and why. */
export const packOmissionOut = z.object({
  what: z.enum(['EVIDENCE', 'TEXT']),
  ref: z.string(),
  title: z.string(),
  reason: z.string(),
  recommendationRefs: z.array(z.string()),
});

export const readinessItemOut = z.object({
  code: z.string(),
  group: z.enum(['MISSING', 'STALE', 'UNVERIFIED', 'CONTRADICTORY']),
  sentence: z.string(),
  /** Where it can be mended. */
  target: z.object({
    kind: z.enum(['RECOMMENDATION', 'ACTION', 'EVIDENCE']),
    id: z.string(),
    reference: z.string(),
  }),
});

export const packReadinessOut = z.object({
  isReady: z.boolean(),
  /** The single honest line: "Ready except 7 items in 3 recommendations". */
  line: z.string(),
  items: z.int(),
  recommendations: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      title: z.string(),
      isReady: z.boolean(),
      items: z.array(readinessItemOut),
    }),
  ),
  /** What a pack built now would hold. Evidence in scope = included + left out. `bytes` is of the evidence files. */
  scope: z.object({
    recommendations: z.int(),
    actions: z.int(),
    updates: z.int(),
    evidenceInScope: z.int(),
    evidenceIncluded: z.int(),
    evidenceLeftOut: z.int(),
    bytes: z.number(),
  }),
  leftOut: z.array(packOmissionOut),
});

export const packBuildInput = packChoice.extend({ idempotencyKey });
export const packIdInput = z.object({ packId: id });
export const packBuilt = z.object({ packId: z.string() });

export const packCounts = z.object({
  recommendations: z.int(),
  actions: z.int(),
  updates: z.int(),
  evidenceInScope: z.int(),
  evidenceIncluded: z.int(),
  evidenceLeftOut: z.int(),
  textsLeftOut: z.int(),
  files: z.int(),
});

export const packRow = z.object({
  id: z.string(),
  planId: z.string(),
  number: z.int(),
  state: z.enum(PACK_STATES),
  stage: z.enum(PACK_JOB_STAGES),
  /** Of the stage: KiB of evidence in "files", steps in the others. */
  stageDone: z.int(),
  stageTotal: z.int(),
  /** "R1", "R3"; empty for the whole plan. */
  references: z.array(z.string()),
  marking: z.enum(SENSITIVITIES),
  requestedBy: personRef,
  requestedAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  cancelRequestedAt: instant.nullable(),
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
  /** Bytes. */
  size: z.number().nullable(),
  /** Of the manifest; null until ready, and after withdrawal. */
  counts: packCounts.nullable(),
  /** Why it could not be built, in a sentence. */
  failure: z.string().nullable(),
  /** When it was withdrawn because something in it was destroyed. */
  redactedAt: instant.nullable(),
});
/** Newest first. `total` counts all there are. */
export const packListOut = z.object({ packs: z.array(packRow), total: z.int() });

export const packOut = packRow.extend({
  omissions: z.array(packOmissionOut),
  /** The last sealed row of the history when it was built: place in the chain, and its hash. */
  checkpoint: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
});

/** The stored file read back: every checksum compared with the manifest, and the whole with what is on record. */
export const packVerdictOut = z.object({
  ok: z.boolean(),
  /** Files read and compared. */
  checked: z.int(),
  problems: z.array(z.object({ path: z.string(), problem: z.string(), detail: z.string() })),
  problemsTotal: z.int(),
  sha256: z.string(),
  /** One sentence that says the result. */
  sentence: z.string(),
});

export type PackReadinessInput = z.infer<typeof packReadinessInput>;
export type PackReadinessOut = z.infer<typeof packReadinessOut>;
export type PackBuildInput = z.infer<typeof packBuildInput>;
export type PackRow = z.infer<typeof packRow>;
export type PackOut = z.infer<typeof packOut>;
export type PackListOut = z.infer<typeof packListOut>;
export type PackVerdictOut = z.infer<typeof packVerdictOut>;
export type PackJobStage = (typeof PACK_JOB_STAGES)[number];
