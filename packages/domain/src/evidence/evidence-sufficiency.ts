import {
  EVIDENCE_KIND_LABELS,
  type EvidenceKind,
  type EvidenceState,
  formatDate,
  IMPACT_EVIDENCE_KINDS,
  type IsoDate,
  type SufficiencyState,
} from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import { countOf, listWords } from '../wording/index.ts';
import { type CountedItem, countEvidence, isOnRecord } from './count-evidence.ts';

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

/** Whether two say the same: a recommendation with the plan's test follows the plan, one with its own keeps it. */
export function isSameTest(one: EvidenceTest, other: EvidenceTest): boolean {
  return (
    one.minEvidenceKinds === other.minEvidenceKinds &&
    one.newestWithinDays === other.newestWithinDays &&
    one.requireImpact === other.requireImpact
  );
}

/** One item of evidence linked to the recommendation, directly or through an action. */
export type SufficiencyItem = CountedItem & {
  /** "E12". */
  reference: string;
  kind: EvidenceKind;
  showsImpact: boolean;
  /** End of the period it covers; the upload day stands in when there is none. */
  periodTo: IsoDate | null;
  /** Day of the newest upload, in Europe/London. */
  uploadedOn: IsoDate;
};

export type SufficiencyGapCode =
  | 'NO_EVIDENCE'
  | 'NOT_VERIFIED'
  | 'RETURNED'
  | 'EXPIRED'
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
  state: SufficiencyState;
  missing: SufficiencyGap[];
  /** Accepted items that do not count any more, each with why: "E3 expired on 1 March 2026 and does not count." */
  notCounted: string[];
  /** Items on record that have not expired, of those the accepted ones, and beside them the expired ones. */
  items: number;
  accepted: number;
  expired: number;
};

/**
 * The answer to a recommendation's evidence test, naming exactly what is missing. Only accepted items that are neither
 * expired nor superseded count towards kinds, age and impact; an item that waits for its check, or came back, is
 * missing in its own right. Withdrawn, superseded and removed items are left out of account altogether.
 *
 * | answer | when |
 * |---|---|
 * | SUFFICIENT | nothing is missing |
 * | STALE | it would be enough but for its age: time alone took it away |
 * | NONE | nothing is accepted and nothing waits to be checked |
 * | THIN | anything else |
 *
 * Source: per recommendation, a test agreed at the start, e.g. at least two kinds, newest no older than 90 days, at
 * least one showing impact, all verified.
 * Example: one accepted set of minutes of last week against the default test → THIN, with TOO_FEW_KINDS ("1 of 2 kinds
 * of evidence: minutes only") and NO_IMPACT.
 */
export function evidenceSufficiency(
  test: EvidenceTest,
  items: readonly SufficiencyItem[],
  today: IsoDate,
): Sufficiency {
  const onRecord = items.filter(isOnRecord);
  const { known, accepted, expired } = countEvidence(items, today);
  const missing: SufficiencyGap[] =
    onRecord.length === 0
      ? [{ code: 'NO_EVIDENCE', sentence: `No evidence yet. ${evidenceTestWords(test)}`, references: [] }]
      : gapsOf(test, known, expired, today);
  return {
    ok: missing.length === 0,
    state: stateOf(test, onRecord, missing),
    missing,
    notCounted: notCounted(items, expired),
    items: known.length,
    accepted: accepted.length,
    expired: expired.length,
  };
}

/** `today` null: as if no time had passed, so that nothing is too old. */
function gapsOf(
  test: EvidenceTest,
  known: readonly SufficiencyItem[],
  expired: readonly SufficiencyItem[],
  today: IsoDate | null,
): SufficiencyGap[] {
  const accepted = known.filter((item) => item.state === 'ACCEPTED');
  const ofKindsAndAge = (counted: readonly SufficiencyItem[]) => [
    ...tooFewKinds(test, counted, expired.length > 0),
    ...(today === null ? [] : tooOld(test, counted, today)),
    ...noImpact(test, counted),
  ];
  const gaps = ofKindsAndAge(accepted);
  const isMissed = ofKindsAndAge([...accepted, ...expired]).length < gaps.length || accepted.length === 0;
  return [...unverified(known), ...(isMissed ? expiredGap(expired) : []), ...gaps];
}

function stateOf(
  test: EvidenceTest,
  onRecord: readonly SufficiencyItem[],
  missing: readonly SufficiencyGap[],
): SufficiencyState {
  if (missing.length === 0) return 'SUFFICIENT';
  if (!onRecord.some(({ state }) => state === 'ACCEPTED' || state === 'SUBMITTED')) return 'NONE';
  return gapsOf(test, onRecord, [], null).length === 0 ? 'STALE' : 'THIN';
}

function expiredGap(expired: readonly SufficiencyItem[]): SufficiencyGap[] {
  if (expired.length === 0) return [];
  const references = expired.map(({ reference }) => reference);
  const named = expired.map(({ reference, validUntil }) => `${reference} on ${formatDate(validUntil ?? '')}`);
  const sentence = `Accepted evidence has expired: ${listWords(named, NAMED)}.`;
  return [{ code: 'EXPIRED', sentence, references }];
}

function notCounted(items: readonly SufficiencyItem[], expired: readonly SufficiencyItem[]): string[] {
  return items.flatMap((item) => {
    if (item.state !== 'ACCEPTED' || item.isGone) return [];
    if (item.supersededBy) {
      return `${item.reference} was superseded by ${item.supersededBy} and does not count.`;
    }
    if (!expired.includes(item)) return [];
    return `${item.reference} expired on ${formatDate(item.validUntil ?? '')} and does not count.`;
  });
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

function tooFewKinds(
  test: EvidenceTest,
  accepted: readonly SufficiencyItem[],
  someExpired: boolean,
): SufficiencyGap[] {
  const kinds = [...new Set(accepted.map((item) => item.kind))];
  if (kinds.length >= test.minEvidenceKinds) return [];
  const have = kinds.map((kind) => EVIDENCE_KIND_LABELS[kind].toLowerCase());
  const none = someExpired ? 'none is still valid' : 'none accepted yet';
  const only = have.length > 0 ? `${listWords(have)} only` : none;
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
