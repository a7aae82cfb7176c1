import { z } from 'zod';
import { EVIDENCE_KINDS, EVIDENCE_STANDINGS, EVIDENCE_STATES, SENSITIVITIES } from '../words/index.ts';
import { id, idempotencyKey, instant, isoDate, personRef, text, version } from './base.ts';
import { evidenceCheckOut, evidenceQuestionOut } from './evidence-checks.ts';
import { evidenceRow, mayOrWhyNot as may } from './evidence-row.ts';

// Lengths and sentences are the domain's (validateEvidence); these only bound the body.
const facts = {
  title: text(1000, 'Title'),
  kind: z.enum(EVIDENCE_KINDS, 'Choose the kind of evidence'),
  shows: text(20_000, 'What it shows'),
  showsImpact: z.boolean(),
  periodFrom: isoDate.nullable(),
  periodTo: isoDate.nullable(),
  source: text(5000, 'Source'),
  sensitivity: z.enum(SENSITIVITIES, 'Choose OFFICIAL or OFFICIAL-SENSITIVE'),
  difference: text(5000, 'The difference for children'),
  authorPost: text(2000, 'The author’s post'),
  validUntil: isoDate.nullable(),
};
const links = {
  actionIds: z.array(id).max(50, 'Link at most 50 actions at once.').default([]),
  recommendationIds: z.array(id).max(50, 'Link at most 50 recommendations at once.').default([]),
};

/** What travels in the `x-evidence` header of an upload, as URI-encoded JSON. */
export const evidenceUploadInput = z.object({
  planId: id,
  ...links,
  title: facts.title,
  kind: facts.kind,
  shows: facts.shows,
  showsImpact: facts.showsImpact.default(false),
  periodFrom: facts.periodFrom.default(null),
  periodTo: facts.periodTo.default(null),
  source: facts.source.default(''),
  sensitivity: facts.sensitivity.default('OFFICIAL'),
  difference: facts.difference.optional(),
  authorPost: facts.authorPost.default(''),
  validUntil: facts.validUntil.default(null),
});

const content = text(30_000, 'What you wrote');

/** Evidence that is no file: a note, or a link to where it is kept. */
export const evidenceWriteInput = evidenceUploadInput.extend({
  form: z.enum(['NOTE', 'LINK']),
  /** The words of the note, or the address of the link. */
  content,
  idempotencyKey,
});
/** Other words for a note, or another address: a version of its own. */
export const evidenceRewriteInput = z.object({ evidenceId: id, version, content, idempotencyKey });
export const evidenceVersionInput = z.object({ versionId: id });
export const evidenceContentOutput = z.object({ form: z.enum(['NOTE', 'LINK']), content: z.string() });

/** The answer to an upload: the same for every repeat of the same intent. */
export const evidenceUploadOutput = z.object({
  evidenceId: z.string(),
  /** "E12" */
  reference: z.string(),
  versionId: z.string(),
  versionNumber: z.int(),
  fileName: z.string(),
  size: z.number(),
  sha256: z.string(),
});

export const evidenceListInput = z.object({
  planId: id,
  filter: z
    .object({
      states: z.array(z.enum(EVIDENCE_STATES)).min(1).optional(),
      kinds: z.array(z.enum(EVIDENCE_KINDS)).min(1).optional(),
      recommendationId: id.optional(),
      actionId: id.optional(),
      /** Only what still says how things are, or what does not. */
      standing: z.enum(EVIDENCE_STANDINGS).optional(),
      /** Words looked for in reference, title, what it shows and file name. */
      q: z.string().max(200, 'Search for fewer words. The limit is 200 characters.').optional(),
    })
    .default({}),
  page: z
    .object({ offset: z.int().min(0).max(1_000_000).default(0), limit: z.int().min(1).max(200).default(50) })
    .default({ offset: 0, limit: 50 }),
});

/** `total` counts what the filter lets through; `counts` how many of those are in each state, state filter apart. */
export const evidenceListOutput = z.object({
  rows: z.array(evidenceRow),
  total: z.int(),
  counts: z.record(z.enum(EVIDENCE_STATES), z.int()),
});

/** Old → new, field by field, in words. */
const fieldChange = z.object({ field: z.string(), from: z.string(), to: z.string() });

export const evidenceVersionOut = z.object({
  id: z.string(),
  number: z.int(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
  uploadedBy: personRef,
  uploadedAt: instant,
  redactedAt: instant.nullable(),
  /** What the record said otherwise when the version before it came; null when that was not kept. */
  changes: z.array(fieldChange).nullable(),
});

export const evidenceHistoryEntry = z.object({
  id: z.string(),
  at: instant,
  who: z.string(),
  /** "accepted evidence" */
  words: z.string(),
  changes: z.array(fieldChange),
  redactedAt: instant.nullable(),
});

export const evidenceDetail = evidenceRow.extend({
  planName: z.string(),
  changedBy: z.string(),
  changedAt: instant,
  /** Newest first, as are checks and history. */
  versions: z.array(evidenceVersionOut),
  checks: z.array(evidenceCheckOut),
  questions: z.array(evidenceQuestionOut),
  /** What it took the place of. */
  supersedes: z.array(z.object({ id: z.string(), reference: z.string() })),
  history: z.array(evidenceHistoryEntry),
  may: z.object({
    check: may,
    /** A dip check of what is accepted. */
    sample: may,
    ask: may,
    answer: may,
    edit: may,
    addVersion: may,
    supersede: may,
    withdraw: may,
    link: may,
    download: may,
  }),
});

export const evidenceIdInput = z.object({ evidenceId: id });
export const evidenceByReferenceInput = z.object({ planId: id, reference: z.string().max(40) });

const { difference, authorPost, validUntil, ...firstFacts } = facts;
/** What is left out stays as it is. */
export const evidenceEditInput = z.object({
  evidenceId: id,
  version,
  ...firstFacts,
  difference: difference.optional(),
  authorPost: authorPost.optional(),
  validUntil: validUntil.optional(),
});
export const evidenceLinkInput = z.object({ evidenceId: id, version, ...links });
export const evidenceUnlinkInput = z.object({
  evidenceId: id,
  version,
  /** The action to part from; null parts from the recommendation itself. */
  actionId: id.nullable(),
  recommendationId: id,
});
export const evidenceSupersedeInput = z.object({
  evidenceId: id,
  version,
  /** What took its place; null takes that back. */
  byId: id.nullable(),
});
export const evidenceWithdrawInput = z.object({ evidenceId: id, version, reason: text(5000, 'Reason') });

/** What a write to an item of evidence answers: enough to go on writing and to point at it. */
export const evidenceRef = z.object({
  id: z.string(),
  reference: z.string(),
  state: z.enum(EVIDENCE_STATES),
  version: z.int(),
});

/** Largest and smallest limit an administrator may set, in bytes. */
export const UPLOAD_LIMIT_BOUNDS = { min: 1024 * 1024, max: 2 * 1024 * 1024 * 1024 } as const;

export const evidenceLimits = z.object({
  uploadMaxBytes: z.number(),
  /** "You can upload PDF, … Each file may be up to 100 MB." */
  sentence: z.string(),
});
export const evidenceSetUploadLimitInput = z.object({
  uploadMaxBytes: z
    .int('Enter the limit as a whole number.')
    .min(UPLOAD_LIMIT_BOUNDS.min, 'The limit must be at least 1 MB.')
    .max(UPLOAD_LIMIT_BOUNDS.max, 'The limit must be at most 2 GB.'),
  /** The limit that was on the screen: this setting has no version of its own. */
  was: z.int(),
});

export type EvidenceUploadInput = z.infer<typeof evidenceUploadInput>;
export type EvidenceUploadOut = z.infer<typeof evidenceUploadOutput>;
export type EvidenceListInput = z.infer<typeof evidenceListInput>;
export type EvidenceListOut = z.infer<typeof evidenceListOutput>;
export type EvidenceDetail = z.infer<typeof evidenceDetail>;
export type EvidenceEditInput = z.infer<typeof evidenceEditInput>;
export type EvidenceLinkInput = z.infer<typeof evidenceLinkInput>;
export type EvidenceUnlinkInput = z.infer<typeof evidenceUnlinkInput>;
export type EvidenceWithdrawInput = z.infer<typeof evidenceWithdrawInput>;
export type EvidenceRef = z.infer<typeof evidenceRef>;
export type EvidenceWriteInput = z.infer<typeof evidenceWriteInput>;
export type EvidenceRewriteInput = z.infer<typeof evidenceRewriteInput>;
export type EvidenceContentOut = z.infer<typeof evidenceContentOutput>;
export type EvidenceSupersedeInput = z.infer<typeof evidenceSupersedeInput>;
export type EvidenceLimits = z.infer<typeof evidenceLimits>;
export type EvidenceSetUploadLimitInput = z.infer<typeof evidenceSetUploadLimitInput>;
