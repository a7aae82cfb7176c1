import { z } from 'zod';
import {
  COVER_NOTE_MAX,
  OMISSION_CODES,
  PACK_AUDIENCES,
  PACK_STATES,
  READINESS_GROUPS,
  SENSITIVITIES,
} from '../words/index.ts';
import { id, idempotencyKey, instant, isoDate, isoDateOut, personRef, text } from './base.ts';

/** What the job is at: sealing the history first, then the stages of the writer. '' before it starts. */
export const PACK_JOB_STAGES = ['', 'seal', 'files', 'summary', 'workbook', 'manifest'] as const;

/**
 * What a pack is made of. No recommendation named means the whole plan; a marking of OFFICIAL leaves
 * OFFICIAL-SENSITIVE evidence out, and so does the public. It tells of everything up to a day, of the plan as a frozen
 * review left it, or of the plan as it is.
 */
const packChoice = z.object({
  planId: id,
  recommendationIds: z.array(id).max(200).default([]),
  marking: z.enum(SENSITIVITIES).default('OFFICIAL_SENSITIVE'),
  audience: z.enum(PACK_AUDIENCES).default('INSPECTOR'),
  cutOff: isoDate.nullable().default(null),
  reviewId: id.nullable().default(null),
});

export const packReadinessInput = packChoice;

/** Something in scope that is not in the pack, and why. */
export const packOmissionOut = z.object({
  what: z.enum(['EVIDENCE', 'TEXT']),
  code: z.enum(OMISSION_CODES),
  ref: z.string(),
  title: z.string(),
  reason: z.string(),
  recommendationRefs: z.array(z.string()),
});

export const readinessItemOut = z.object({
  code: z.string(),
  group: z.enum(READINESS_GROUPS),
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

export const packBuildInput = packChoice.extend({
  coverNote: text(COVER_NOTE_MAX, 'The cover note').default(''),
  idempotencyKey,
});
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
  audience: z.enum(PACK_AUDIENCES),
  /** The last day it tells of; null for the plan as it was when it was asked for. */
  cutOff: isoDateOut.nullable(),
  /** Number of the frozen review that it tells of. */
  reviewNumber: z.int().nullable(),
  /** A file that belongs in it could not be given. */
  isPartial: z.boolean(),
  /** When its file is removed, and when it was. */
  expiresAt: instant.nullable(),
  expiredAt: instant.nullable(),
  downloads: z.int(),
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

/** Evidence of one pack beside the evidence of the one before it. */
export const packComparison = z.object({
  /** Number of the earlier pack. */
  with: z.int(),
  /** "2 items added, 1 removed, 1 changed." */
  sentence: z.string(),
  differences: z.array(
    z.object({
      what: z.enum(['ADDED', 'REMOVED', 'CHANGED']),
      ref: z.string(),
      title: z.string(),
      /** Why it is gone, where the pack says so; '' otherwise. */
      reason: z.string(),
    }),
  ),
});

export const packOut = packRow.extend({
  omissions: z.array(packOmissionOut),
  /** The last sealed row of the history when it was built: place in the chain, and its hash. */
  checkpoint: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
  coverNote: z.string(),
  /** SHA-256 of what it says, frozen when it was asked for. */
  contentSha256: z.string().nullable(),
  /** The key that signed it: its name (SHA-256) and the public half as PEM; null for a pack without a signature. */
  key: z.object({ fingerprint: z.string(), pem: z.string() }).nullable(),
  /** The newest ones. */
  lastDownloads: z.array(z.object({ by: z.string(), at: instant })),
  /** What is different from the pack before it; null when there is none to compare with. */
  comparison: packComparison.nullable(),
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

/** A pack that somebody brought, checked; and which pack of this installation it is. */
export const packCheckOut = packVerdictOut.extend({
  /** What the answer rests on: a signature by a key of this installation, or the manifest alone. */
  origin: z.enum(['SIGNATURE', 'HASH', 'NOT_CHECKED']),
  /** What the pack says of itself; null when it cannot be read. */
  says: z
    .object({ plan: z.string(), council: z.string(), generatedAt: z.string(), partial: z.array(z.string()) })
    .nullable(),
  /** The pack on record with these very bytes. */
  known: z.object({ planId: z.string(), packId: z.string(), number: z.int() }).nullable(),
});

export type PackReadinessInput = z.infer<typeof packReadinessInput>;
export type PackReadinessOut = z.infer<typeof packReadinessOut>;
export type PackBuildInput = z.infer<typeof packBuildInput>;
export type PackRow = z.infer<typeof packRow>;
export type PackOut = z.infer<typeof packOut>;
export type PackListOut = z.infer<typeof packListOut>;
export type PackCheckOut = z.infer<typeof packCheckOut>;
export type PackComparison = z.infer<typeof packComparison>;
export type PackVerdictOut = z.infer<typeof packVerdictOut>;
export type PackJobStage = (typeof PACK_JOB_STAGES)[number];
