import { z } from 'zod';
import { FINDING_KINDS, FINDING_LEVELS, SCREENING_STANDINGS } from '../words/index.ts';
import { id, instant, personRef, text, version } from './base.ts';

const may = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), sentence: z.string() }),
]);

export const fileFinding = z.object({
  kind: z.enum(FINDING_KINDS),
  level: z.enum(FINDING_LEVELS),
  /** Empty for whoever may not open the file itself. */
  masked: z.string(),
  why: z.string(),
  place: z.string(),
  isHidden: z.boolean(),
});

/** What screening says of one file of an item of evidence, and what people answered. */
export const screenedFile = z.object({
  versionId: z.string(),
  versionNumber: z.int(),
  fileName: z.string(),
  standing: z.enum(SCREENING_STANDINGS),
  sentence: z.string(),
  findings: z.array(fileFinding),
  total: z.int(),
  likely: z.int(),
  notices: z.array(z.string()),
  unread: z.array(z.string()),
  screenedAt: instant.nullable(),
  justification: z.string(),
  justifiedBy: personRef.nullable(),
  justifiedAt: instant.nullable(),
  decisionNote: z.string(),
  decidedBy: personRef.nullable(),
  decidedAt: instant.nullable(),
  /** The file was destroyed, and what was found in it with it. */
  redactedAt: instant.nullable(),
  /** Of the result; 0 before the first. */
  version: z.int(),
  may: z.object({ justify: may, decide: may, again: may }),
});

export const screeningOfInput = z.object({ evidenceId: id });
/** Newest file first. */
export const screeningOfOutput = z.object({ evidenceId: z.string(), files: z.array(screenedFile) });

export const screeningOpenInput = z.object({ planId: id });
export const screeningOpenOutput = z.object({
  rows: z.array(
    z.object({
      evidenceId: z.string(),
      /** "E12" */
      reference: z.string(),
      title: z.string(),
      fileName: z.string(),
      standing: z.enum(SCREENING_STANDINGS),
      sentence: z.string(),
      /** What this person may do about it. */
      deed: z.enum(['SETTLE', 'DECIDE']),
    }),
  ),
  /** Of the plan's newest files, how many wait for anybody. */
  total: z.int(),
});

export const screeningOfReviewInput = z.object({ reviewId: id });
/** What may identify somebody in the words of a review, before its minutes are made of them. */
export const screeningOfReviewOutput = z.object({
  findings: z.array(
    z.object({
      /** "Note on R3.A2", "Decision 4", "Closing words". */
      place: z.string(),
      words: z.string(),
      kind: z.enum(FINDING_KINDS),
      level: z.enum(FINDING_LEVELS),
      why: z.string(),
    }),
  ),
});

export const screeningJustifyInput = z.object({
  versionId: id,
  version,
  justification: text(20_000, 'The justification'),
});
export const screeningDecideInput = z.object({
  versionId: id,
  version,
  decision: z.enum(['ALLOWED', 'REFUSED']),
  note: text(20_000, 'The note').default(''),
});
export const screeningRef = z.object({
  versionId: z.string(),
  standing: z.enum(SCREENING_STANDINGS),
  version: z.int(),
});
export const screeningAgainInput = z.object({ versionId: id });
export const screeningAgainOutput = z.object({ versionId: z.string() });

/** What the installation says of itself, so that typed words and files are screened by it. */
export const screeningSettings = z.object({
  officePostcodes: z.array(z.string()),
  caseNumberShape: z.string(),
  ownDomains: z.array(z.string()),
});
const settings = {
  officePostcodes: z.array(text(50, 'A postcode')).max(1000, 'List fewer postcodes.'),
  caseNumberShape: text(200, 'The shape'),
};
export const screeningSetSettingsInput = z.object({
  ...settings,
  /** What was on the screen: it stands in for a version. */
  was: z.object({
    officePostcodes: z.array(z.string()).max(1000),
    caseNumberShape: z.string().max(200),
  }),
});

export type ScreenedFile = z.infer<typeof screenedFile>;
export type ScreeningRef = z.infer<typeof screeningRef>;
export type ScreeningOfOut = z.infer<typeof screeningOfOutput>;
export type ScreeningOfReviewOut = z.infer<typeof screeningOfReviewOutput>;
export type ScreeningOpenOut = z.infer<typeof screeningOpenOutput>;
export type ScreeningJustifyInput = z.infer<typeof screeningJustifyInput>;
export type ScreeningDecideInput = z.infer<typeof screeningDecideInput>;
export type ScreeningSettings = z.infer<typeof screeningSettings>;
export type ScreeningSetSettingsInput = z.infer<typeof screeningSetSettingsInput>;
