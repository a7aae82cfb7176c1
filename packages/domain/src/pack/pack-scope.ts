import {
  type EvidenceState,
  formatDate,
  type IsoDate,
  type PackOmission,
  type PackPlace,
  type Sensitivity,
} from '@gt/contracts/words';

/** An item of evidence linked to a recommendation in scope. */
export type ScopeEvidence = {
  /** "E12". */
  reference: string;
  title: string;
  state: EvidenceState;
  sensitivity: Sensitivity;
  /** Day on which it, or its newest file, was destroyed; in Europe/London. */
  redactedOn: IsoDate | null;
  /** Day on which it went to the recycle bin. */
  deletedOn: IsoDate | null;
  /** Whether it has a file at all. */
  hasFile: boolean;
  /** Whether every action it is linked to has been deleted, and nothing else links it. */
  linkIsGone?: boolean;
  /** "R3", in plan order. */
  recommendationRefs: readonly string[];
};

export type PackScopeOptions = {
  /** Whether OFFICIAL-SENSITIVE items go into the separable appendix, or stay out. */
  sensitive: 'APPENDIX' | 'LEAVE_OUT';
};
export type PackScope<T extends ScopeEvidence> = {
  included: { item: T; place: PackPlace }[];
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
 * | waiting for its check; returned | left out: not verified |
 * | accepted, without a file | left out: only described |
 * | accepted, OFFICIAL-SENSITIVE | the separable appendix, or left out when the appendix is not wanted |
 * | accepted, OFFICIAL | included |
 *
 * Source: the pack lists what was left out and why; sensitive material goes in a separable appendix (GOV.UK security
 * classifications policy).
 * Example: E7, waiting for its check → left out, "Not verified yet: it waits to be checked."
 */
export function packScope<T extends ScopeEvidence>(
  evidence: readonly T[],
  options: PackScopeOptions = { sensitive: 'APPENDIX' },
): PackScope<T> {
  const scope: PackScope<T> = { included: [], leftOut: [] };
  for (const item of evidence) {
    const reason = reasonToLeaveOut(item, options);
    if (reason === null) {
      const place = item.sensitivity === 'OFFICIAL_SENSITIVE' ? 'APPENDIX' : 'MAIN';
      scope.included.push({ item, place });
      continue;
    }
    scope.leftOut.push({
      what: 'EVIDENCE',
      ref: item.reference,
      title: item.title,
      reason,
      recommendationRefs: [...item.recommendationRefs],
    });
  }
  return scope;
}

function reasonToLeaveOut(item: ScopeEvidence, options: PackScopeOptions): string | null {
  if (item.redactedOn !== null) {
    return redactedReason(item.redactedOn);
  }
  if (item.deletedOn !== null) return `Deleted on ${formatDate(item.deletedOn)}.`;
  if (item.linkIsGone) return 'Linked only to an action that has been deleted.';
  switch (item.state) {
    case 'WITHDRAWN':
      return 'Withdrawn by the trust as evidence.';
    case 'SUBMITTED':
      return 'Not verified yet: it waits to be checked.';
    case 'RETURNED':
      return 'Not verified: it was returned to whoever uploaded it.';
    case 'ACCEPTED':
      break;
  }
  if (!item.hasFile) return 'It has no file: only its description is on record.';
  const isSensitive = item.sensitivity === 'OFFICIAL_SENSITIVE';
  return isSensitive && options.sensitive === 'LEAVE_OUT'
    ? 'OFFICIAL-SENSITIVE: the appendix for sensitive material was not asked for.'
    : null;
}

/** Why words or a file that two people destroyed are not in the pack. The day is in Europe/London. */
export function redactedReason(redactedOn: IsoDate): string {
  return `Redacted on ${formatDate(redactedOn)}: it held what must not be in this record.`;
}
