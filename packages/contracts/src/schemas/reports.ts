import { z } from 'zod';
import {
  APPROVAL_BODIES,
  LOGO_MAX_BYTES,
  REPORT_EDITIONS,
  REPORT_FORMATS,
  REPORT_KINDS,
  REPORT_STATES,
  REPORT_WORDS_MAX,
  type ReportContent,
  SENSITIVITIES,
  TEMPLATE_KINDS,
  TEMPLATE_WORDS_MAX,
} from '../words/index.ts';
import {
  id,
  idempotencyKey,
  instant,
  isoDate,
  isoDateOut,
  personRef,
  requiredText,
  text,
  version,
} from './base.ts';

const marking = z.enum(SENSITIVITIES);

export const reportFileOut = z.object({
  id: z.string(),
  format: z.enum(REPORT_FORMATS),
  fileName: z.string(),
  size: z.int(),
  sha256: z.string(),
});

/** One version and edition of a paper, as lists show it. */
export const reportRow = z.object({
  id: z.string(),
  planId: z.string(),
  kind: z.enum(REPORT_KINDS),
  number: z.int(),
  versionNumber: z.int(),
  edition: z.enum(REPORT_EDITIONS),
  state: z.enum(REPORT_STATES),
  title: z.string(),
  marking,
  reviewId: z.string().nullable(),
  createdBy: personRef.nullable(),
  createdAt: instant,
  changedAt: instant,
  issuedBy: personRef.nullable(),
  issuedAt: instant.nullable(),
  submittedOn: isoDateOut.nullable(),
  failure: z.string().nullable(),
  redactedAt: instant.nullable(),
  files: z.array(reportFileOut),
  version,
});

/** A clock of the plan that a statement can be submitted to. */
export const reportClockOut = z.object({
  id: z.string(),
  dueDate: isoDateOut,
  workingDays: z.int(),
  submittedOn: isoDateOut.nullable(),
  stateText: z.string(),
  workingDaysLeft: z.int().nullable(),
  version,
});

export const reportListOut = z.object({
  reports: z.array(reportRow),
  /** How many there are; more than are listed when there are very many. */
  total: z.int(),
  clocks: z.array(reportClockOut),
  /** Snapshots that a board report can be made from, newest first. */
  snapshots: z.array(
    z.object({ id: z.string(), number: z.int(), asAt: isoDateOut, reviewNumber: z.int().nullable() }),
  ),
});

export const reportApprovalOut = z.object({
  id: z.string(),
  body: z.enum(APPROVAL_BODIES),
  approvedOn: isoDateOut,
  approvedBy: z.string(),
  note: z.string(),
  recordedBy: personRef,
  recordedAt: instant,
  isRedacted: z.boolean(),
});

/** A name, a small number or what else identifies a person in the words of a public edition, and the reason why it stays; '' while there is none. */
export const reportFindingOut = z.object({
  kind: z.enum(['NAME', 'SMALL_NUMBER', 'PERSONAL_DATA']),
  blockKey: z.string(),
  heading: z.string(),
  words: z.string(),
  excerpt: z.string(),
  why: z.string(),
});

export const reportOut = reportRow.extend({
  content: z.custom<ReportContent>(),
  /** How many pages it will take, give or take half of one. */
  pages: z.int(),
  /** Other versions and editions of the same paper, newest first. */
  versions: z.array(reportRow),
  approvals: z.array(reportApprovalOut),
  /** Whose approval a statement still waits for. */
  missingApprovals: z.array(z.enum(APPROVAL_BODIES)),
  clock: reportClockOut.nullable(),
  /** In a public edition: what has to go from the words, or to be justified, before it is issued. */
  findings: z.array(reportFindingOut),
  snapshot: z.object({ id: z.string(), number: z.int(), asAt: isoDateOut }).nullable(),
  /** A snapshot of the plan that is newer than the one it was made from. */
  newerSnapshot: z.object({ id: z.string(), number: z.int(), asAt: isoDateOut }).nullable(),
});

export const reportIdInput = z.object({ reportId: id });
const write = z.object({ reportId: id, version });

export const reportMakeInput = z.object({
  planId: id,
  kind: z.enum(['BOARD_REPORT', 'STATEMENT_OF_ACTION']),
  /** The newest when left out; one is taken when there is none. A statement is of the plan as it stands. */
  snapshotId: id.optional(),
  idempotencyKey,
});

const sectionEdit = z.object({
  key: z.string().max(100),
  heading: requiredText(200, 'A heading'),
  isIncluded: z.boolean(),
  words: z.array(z.object({ key: z.string().max(100), text: text(REPORT_WORDS_MAX, 'This part') })).max(50),
});

/** Sections in the order in which they are to be printed. */
export const reportSaveInput = write.extend({
  title: requiredText(200, 'A title'),
  marking,
  sections: z.array(sectionEdit).max(300),
});

export const reportRegenerateInput = write.extend({
  /** The snapshot it was made from when left out. */
  snapshotId: id.optional(),
  keepEdits: z.boolean(),
});

export const reportIssueInput = write;
export const reportVersionInput = z.object({ reportId: id, idempotencyKey });

/** Why words that were found stay in a public edition; '' takes the reason back. */
export const reportAllowInput = write.extend({
  words: requiredText(200, 'The words'),
  why: text(500, 'The reason'),
});

export const reportApproveInput = z.object({
  reportId: id,
  body: z.enum(APPROVAL_BODIES),
  approvedOn: isoDate,
  approvedBy: requiredText(200, 'Who approved it'),
  note: text(2_000, 'The note').default(''),
  idempotencyKey,
});
export const reportUnapproveInput = z.object({ approvalId: id, reason: requiredText(500, 'The reason') });

export const reportSubmitInput = write.extend({
  submittedOn: isoDate,
  /** Asked when an approval is missing, and kept. */
  reason: text(500, 'The reason').default(''),
});

export const reportPreviewOut = z.object({
  leftOut: z.array(z.object({ what: z.string(), heading: z.string(), words: z.string(), why: z.string() })),
  findings: z.array(reportFindingOut),
});

export const reportCompareInput = z.object({ reportId: id, withId: id });
export const reportDifferenceOut = z.array(
  z.object({
    heading: z.string(),
    change: z.enum(['ADDED', 'REMOVED', 'CHANGED']),
    runs: z.array(z.object({ kind: z.enum(['SAME', 'ADDED', 'REMOVED']), text: z.string() })),
  }),
);

export const reportWritten = z.object({ id: z.string(), version });

export type ReportRow = z.infer<typeof reportRow>;
export type ReportOut = z.infer<typeof reportOut>;
export type ReportListOut = z.infer<typeof reportListOut>;
export type ReportMakeInput = z.infer<typeof reportMakeInput>;
export type ReportSaveInput = z.infer<typeof reportSaveInput>;
export type ReportRegenerateInput = z.infer<typeof reportRegenerateInput>;
export type ReportApproveInput = z.infer<typeof reportApproveInput>;
export type ReportSubmitInput = z.infer<typeof reportSubmitInput>;
export type ReportFindingOut = z.infer<typeof reportFindingOut>;
export type ReportPreviewOut = z.infer<typeof reportPreviewOut>;
export type ReportWritten = z.infer<typeof reportWritten>;

const templateSection = z.object({ key: z.string().max(40), heading: z.string(), isIncluded: z.boolean() });

export const reportTemplatesOut = z.object({
  templates: z.array(
    z.object({
      kind: z.enum(TEMPLATE_KINDS),
      title: z.string(),
      sections: z.array(templateSection),
      /** 0 for the product's own, which nobody changed yet. */
      version: z.int(),
      changedAt: instant.nullable(),
      changedBy: z.string().nullable(),
    }),
  ),
  /** The picture in base64. */
  logo: z
    .object({ png: z.string(), width: z.int(), height: z.int(), alt: z.string(), version: z.int() })
    .nullable(),
});
export type ReportTemplatesOut = z.infer<typeof reportTemplatesOut>;

/** Longer words reach the use-case, which says by how much. */
const typed = z.string().max(TEMPLATE_WORDS_MAX * 10);
export const reportTemplateSaveInput = z.object({
  kind: z.enum(TEMPLATE_KINDS),
  title: typed,
  sections: z.array(templateSection.extend({ heading: typed })).max(40),
  version: z.int().min(0),
});
export type ReportTemplateSaveInput = z.infer<typeof reportTemplateSaveInput>;

export const reportLogoInput = z.object({
  /** A PNG in base64; null takes the logo away. A larger one than is allowed reaches the use-case, up to twice. */
  png: z
    .base64()
    .max(Math.ceil((LOGO_MAX_BYTES * 2 * 4) / 3))
    .nullable(),
  alt: typed,
  version: z.int().min(0),
});
export type ReportLogoInput = z.infer<typeof reportLogoInput>;
