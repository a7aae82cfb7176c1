import {
  EVIDENCE_KIND_LABELS,
  type EvidenceKind,
  type EvidenceState,
  formatDate,
  IMPACT_EVIDENCE_KINDS,
  type IsoDate,
} from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import { countOf, listWords } from '../wording/index.ts';

/** What was agreed at the start for one recommendation. Every item must also be verified. */
export type EvidenceTest = {
  /** At least so many different kinds. */
  minEvidenceKinds: number;
  /** The newest item no older than this many days. */
  newestWithinDays: number;
  /** At least one item showing a difference for children. */
  requireImpact: boolean;
};
export const DEFAULT_EVIDENCE_TEST: EvidenceTest = {
  minEvidenceKinds: 2,
  newestWithinDays: 90,
  requireImpact: true,
};

/** One item of evidence linked to the recommendation, directly or through an action. */
export type SufficiencyItem = {
  /** "E12". */
  reference: string;
  kind: EvidenceKind;
  showsImpact: boolean;
  /** End of the period it covers; the upload day stands in when there is none. */
  periodTo: IsoDate | null;
  /** Day of the newest upload, in Europe/London. */
  uploadedOn: IsoDate;
  state: EvidenceState;
  /** Destroyed or deleted: proves nothing and asks for nothing. */
  isGone?: boolean;
};

export type SufficiencyGapCode =
  | 'NO_EVIDENCE'
  | 'NOT_VERIFIED'
  | 'RETURNED'
  | 'TOO_FEW_KINDS'
  | 'NEWEST_TOO_OLD'
  | 'NO_IMPACT';
export type SufficiencyGap = {
  code: SufficiencyGapCode;
  /** A full sentence naming what is missing. */
  sentence: string;
  /** The items it is about; empty when it is about none. */
  references: string[];
};
export type Sufficiency = {
  ok: boolean;
  missing: SufficiencyGap[];
  /** Items that count at all, and of those the accepted ones. */
  items: number;
  accepted: number;
};

/**
 * The answer to a recommendation's evidence test, naming exactly what is missing. Only accepted items count towards
 * kinds, age and impact; an item that waits for its check, or came back, is missing in its own right. Withdrawn and
 * removed items are left out of account altogether.
 *
 * Source: per recommendation, a test agreed at the start, e.g. at least two kinds, newest no older than 90 days, at
 * least one showing impact, all verified.
 * Example: one accepted set of minutes of last week against the default test → TOO_FEW_KINDS ("1 of 2 kinds of
 * evidence: minutes only") and NO_IMPACT.
 */
export function evidenceSufficiency(
  test: EvidenceTest,
  items: readonly SufficiencyItem[],
  today: IsoDate,
): Sufficiency {
  const counted = items.filter((item) => item.state !== 'WITHDRAWN' && !item.isGone);
  const accepted = counted.filter((item) => item.state === 'ACCEPTED');
  const missing: SufficiencyGap[] =
    counted.length === 0
      ? [{ code: 'NO_EVIDENCE', sentence: `No evidence yet. ${evidenceTestWords(test)}`, references: [] }]
      : [
          ...unverified(counted),
          ...tooFewKinds(test, accepted),
          ...tooOld(test, accepted, today),
          ...noImpact(test, accepted),
        ];
  return { ok: missing.length === 0, missing, items: counted.length, accepted: accepted.length };
}

/**
 * The test in words: "The test asks for at least 2 kinds of evidence, the newest no older than 90 days, and at
 * least one item showing a difference for children, all verified."
 */
export function evidenceTestWords(test: EvidenceTest): string {
  const kinds = `at least ${countOf(test.minEvidenceKinds, 'kind')} of evidence`;
  const age = `the newest no older than ${countOf(test.newestWithinDays, 'day')}`;
  const impact = test.requireImpact ? ['at least one item showing a difference for children'] : [];
  return `The test asks for ${listWords([kinds, age, ...impact])}, all verified.`;
}

/** Whether an item can be said to show a difference for children, rather than activity. */
export function showsDifference(item: Pick<SufficiencyItem, 'kind' | 'showsImpact'>): boolean {
  return item.showsImpact && IMPACT_EVIDENCE_KINDS.includes(item.kind);
}

/** The day an item speaks for: the end of its period, else its upload. */
export function evidenceDay(item: Pick<SufficiencyItem, 'periodTo' | 'uploadedOn'>): IsoDate {
  return item.periodTo ?? item.uploadedOn;
}

const NAMED = 5;

function unverified(counted: readonly SufficiencyItem[]): SufficiencyGap[] {
  const gap = (
    code: 'NOT_VERIFIED' | 'RETURNED',
    state: EvidenceState,
    words: [string, string],
  ): SufficiencyGap[] => {
    const references = counted.filter((item) => item.state === state).map((item) => item.reference);
    if (references.length === 0) return [];
    const verb = references.length === 1 ? words[0] : words[1];
    return [{ code, sentence: `${listWords(references, NAMED)} ${verb}.`, references }];
  };
  return [
    ...gap('NOT_VERIFIED', 'SUBMITTED', ['waits to be checked', 'wait to be checked']),
    ...gap('RETURNED', 'RETURNED', [
      'was returned and needs mending or withdrawing',
      'were returned and need mending or withdrawing',
    ]),
  ];
}

function tooFewKinds(test: EvidenceTest, accepted: readonly SufficiencyItem[]): SufficiencyGap[] {
  const kinds = [...new Set(accepted.map((item) => item.kind))];
  if (kinds.length >= test.minEvidenceKinds) return [];
  const have = kinds.map((kind) => EVIDENCE_KIND_LABELS[kind].toLowerCase());
  const only = have.length > 0 ? `${listWords(have)} only` : 'none accepted yet';
  const sentence = `${kinds.length} of ${countOf(test.minEvidenceKinds, 'kind')} of evidence: ${only}.`;
  return [{ code: 'TOO_FEW_KINDS', sentence, references: [] }];
}

function tooOld(test: EvidenceTest, accepted: readonly SufficiencyItem[], today: IsoDate): SufficiencyGap[] {
  let newest: SufficiencyItem | undefined;
  for (const item of accepted) {
    if (newest === undefined || evidenceDay(item) > evidenceDay(newest)) newest = item;
  }
  if (newest === undefined) return [];
  const day = evidenceDay(newest);
  const age = daysBetween(day, today);
  if (age <= test.newestWithinDays) return [];
  const sentence =
    `The newest accepted evidence, ${newest.reference}, is of ${formatDate(day)}: ${countOf(age, 'day')} old, ` +
    `and the test allows ${test.newestWithinDays}.`;
  return [{ code: 'NEWEST_TOO_OLD', sentence, references: [newest.reference] }];
}

function noImpact(test: EvidenceTest, accepted: readonly SufficiencyItem[]): SufficiencyGap[] {
  if (!test.requireImpact || accepted.some(showsDifference)) return [];
  const sentence = 'No accepted evidence shows a difference for children.';
  return [{ code: 'NO_IMPACT', sentence, references: [] }];
}
