import {
  type EvidenceForm,
  type EvidenceState,
  formatDate,
  type IsoDate,
  type OmissionCode,
  type PackAudience,
  type PackOmission,
  type PackPlace,
  type PackScreening,
  type ScreeningAnswer,
  type ScreeningOutcome,
  type Sensitivity,
} from '@gt/contracts/words';
import { countOf } from '../wording/index.ts';

/** What screening said of the version that would go in, and what was answered. */
export type ScreeningFacts = {
  outcome: ScreeningOutcome;
  /** Findings in all, and of them the likely ones: those must be answered. */
  total: number;
  likely: number;
  /** How many parts of it could not be read. */
  unread: number;
  answer: ScreeningAnswer;
};

/** An item of evidence linked to a recommendation in scope. */
export type ScopeEvidence = {
  /** "E12". */
  reference: string;
  title: string;
  state: EvidenceState;
  sensitivity: Sensitivity;
  form: EvidenceForm;
  /** Day on which it, or its newest file, was destroyed; in Europe/London. */
  redactedOn: IsoDate | null;
  /** Day on which it went to the recycle bin. */
  deletedOn: IsoDate | null;
  /** Whether it has a file at all. */
  hasFile: boolean;
  /** Whether all of its files came after the pack's cut-off. */
  isBeyondCutOff: boolean;
  /** Null: not screened. */
  screening: ScreeningFacts | null;
  /** Whether every action it is linked to has been deleted, and nothing else links it. */
  linkIsGone?: boolean;
  /** "R3", in plan order. */
  recommendationRefs: readonly string[];
};

export type PackScopeOptions = {
  /** Whether OFFICIAL-SENSITIVE items go into the separable appendix, or stay out. */
  sensitive: 'APPENDIX' | 'LEAVE_OUT';
  audience: PackAudience;
  /** The last day that the pack tells of; null for no limit. */
  cutOff: IsoDate | null;
};
export type PackScope<T extends ScopeEvidence> = {
  included: { item: T; place: PackPlace; screening: PackScreening }[];
  /** Ready for the pack's own list of what was left out and why. */
  leftOut: PackOmission[];
};

/**
 * Divides the evidence in scope into what goes in and what is left out, with a reason a director can say aloud.
 * Nothing is dropped in silence: included + left out = in scope.
 *
 * | item | answer |
 * |---|---|
 * | destroyed; deleted; withdrawn | left out, with the day where there is one |
 * | linked only to deleted actions | left out |
 * | uploaded after the cut-off | left out: beyond it |
 * | waiting for its check; returned | left out: not verified |
 * | accepted, a link or without a file | left out: the pack holds files |
 * | accepted, not screened, or could not be, and nobody answers for it | left out |
 * | accepted, likely personal data found that nobody has allowed | left out |
 * | accepted, OFFICIAL-SENSITIVE | the separable appendix, or left out when the appendix is not wanted |
 * | accepted, for the public | left out: a public edition holds no files |
 * | else | included |
 *
 * Source: the pack lists what was left out and why; a file with an unjustified finding stays out; sensitive material
 * goes in a separable appendix (GOV.UK security classifications policy).
 * Example: E7, waiting for its check → left out, "Not verified yet: it waits to be checked."
 */
export function packScope<T extends ScopeEvidence>(
  evidence: readonly T[],
  options: PackScopeOptions = { sensitive: 'APPENDIX', audience: 'INSPECTOR', cutOff: null },
): PackScope<T> {
  const scope: PackScope<T> = { included: [], leftOut: [] };
  for (const item of evidence) {
    const answer = standingOf(item) ?? fileGap(item, options) ?? screened(item.screening);
    const verdict = typeof answer === 'string' ? (editionGap(item, options) ?? answer) : answer;
    if (typeof verdict === 'string') {
      const place = item.sensitivity === 'OFFICIAL_SENSITIVE' ? 'APPENDIX' : 'MAIN';
      scope.included.push({ item, place, screening: verdict });
      continue;
    }
    scope.leftOut.push({
      what: 'EVIDENCE',
      code: verdict.code,
      ref: item.reference,
      title: item.title,
      reason: verdict.reason,
      recommendationRefs: [...item.recommendationRefs],
    });
  }
  return scope;
}

type Gap = { code: OmissionCode; reason: string };
const gap = (code: OmissionCode, reason: string): Gap => ({ code, reason });

/** What has become of the record itself. */
function standingOf(item: ScopeEvidence): Gap | null {
  if (item.redactedOn !== null) return gap('REDACTED', redactedReason(item.redactedOn));
  if (item.deletedOn !== null) return gap('DELETED', `Deleted on ${formatDate(item.deletedOn)}.`);
  if (item.linkIsGone) return gap('UNLINKED', 'Linked only to an action that has been deleted.');
  return item.state === 'WITHDRAWN' ? gap('WITHDRAWN', 'Withdrawn by the trust as evidence.') : null;
}

function fileGap(item: ScopeEvidence, { cutOff }: PackScopeOptions): Gap | null {
  if (item.isBeyondCutOff && cutOff !== null) {
    return gap('BEYOND_CUT_OFF', `It came after ${formatDate(cutOff)}, the last day this pack tells of.`);
  }
  if (item.state === 'SUBMITTED') return gap('UNVERIFIED', 'Not verified yet: it waits to be checked.');
  if (item.state === 'RETURNED') {
    return gap('RETURNED', 'Not verified: it was returned to whoever uploaded it.');
  }
  if (item.form === 'LINK') {
    return gap('LINK_ONLY', 'It is a link only: the pack can hold no copy of what is behind it.');
  }
  return item.hasFile ? null : gap('NO_FILE', 'It has no file: only its description is on record.');
}

/** Nothing is called clean that was not screened to its end. */
export function screened(facts: ScreeningFacts | null): PackScreening | Gap {
  if (facts === null) return gap('UNSCREENED', 'Not screened for personal data yet.');
  const { outcome, total, likely, unread, answer } = facts;
  const isUnread = outcome === 'COULD_NOT_SCREEN' || unread > 0;
  if (answer === 'ALLOWED') return isUnread ? 'LOOKED_AT' : 'ALLOWED';
  if (likely > 0) {
    const found = countOf(likely, 'likely piece');
    return gap(
      'UNJUSTIFIED',
      `Screening found ${found} of personal data in it, which no verifier has allowed.`,
    );
  }
  if (isUnread) {
    const words = outcome === 'COULD_NOT_SCREEN' ? 'It could not be' : 'Not all of it could be';
    return gap('UNSCREENED', `${words} screened for personal data, and no verifier answers for it.`);
  }
  return total > 0 ? 'POSSIBLE' : 'NOTHING_FOUND';
}

function editionGap(item: ScopeEvidence, { sensitive, audience }: PackScopeOptions): Gap | null {
  if (audience === 'PUBLIC') {
    return gap('PUBLIC_EDITION', 'A public edition describes what was done and holds no evidence files.');
  }
  return item.sensitivity === 'OFFICIAL_SENSITIVE' && sensitive === 'LEAVE_OUT'
    ? gap('SENSITIVE', 'OFFICIAL-SENSITIVE: the appendix for sensitive material was not asked for.')
    : null;
}

/** Why words or a file that two people destroyed are not in the pack. The day is in Europe/London. */
export function redactedReason(redactedOn: IsoDate): string {
  return `Redacted on ${formatDate(redactedOn)}: it held what must not be in this record.`;
}
