import { EVIDENCE_STATE_LABELS, type EvidenceState, type FieldProblem } from '@gt/contracts/words';
import { checkReason } from '../wording/index.ts';
import { canCheckEvidence, type EvidenceIndependence } from './can-check-evidence.ts';
import type { EvidenceInput } from './validate-evidence.ts';

export type EvidenceDecision = {
  state: EvidenceState;
  decision: 'ACCEPTED' | 'RETURNED';
  /** Needed to return. */
  reason?: string | null;
  /** The version the verifier looked at, and the newest one. */
  versionNumber: number;
  latestVersionNumber: number;
  /** Destroyed or deleted. */
  isGone?: boolean;
  independence: EvidenceIndependence;
};
export type EvidenceDecisionResult =
  | { ok: true; state: 'ACCEPTED' | 'RETURNED'; reason: string }
  | {
      ok: false;
      code: 'NOT_INDEPENDENT' | 'NOT_OPEN' | 'NEWER_VERSION' | 'INVALID';
      problems: FieldProblem[];
    };

/**
 * Decides one check of an item of evidence. It may be decided again, since people make mistakes: accepted evidence
 * can be returned and returned evidence accepted, each as a row of its own. Withdrawn or destroyed evidence cannot.
 * Returning needs a reason of at least 10 characters, because the uploader has to act on it.
 * Source: verification is submitted, accepted, or returned with a reason; never by the uploader, author or owner.
 * Example: version 1 was looked at while version 2 arrived → NEWER_VERSION, look again.
 */
export function decideEvidence(input: EvidenceDecision): EvidenceDecisionResult {
  const { decision, state } = input;
  if (input.isGone)
    return refuse('NOT_OPEN', 'This evidence has been removed, so there is nothing to check.');
  if (state === 'WITHDRAWN') {
    return refuse('NOT_OPEN', 'This evidence was withdrawn, so there is nothing to check.');
  }
  if (state === decision) {
    return refuse('NOT_OPEN', `This evidence is already “${EVIDENCE_STATE_LABELS[state]}”.`);
  }
  const independent = canCheckEvidence(input.independence);
  if (!independent.ok) return refuse('NOT_INDEPENDENT', independent.sentence);
  if (input.versionNumber !== input.latestVersionNumber) {
    const looked = `You looked at version ${input.versionNumber}. Version ${input.latestVersionNumber} has been uploaded since`;
    return refuse('NEWER_VERSION', `${looked}: open it before you decide.`);
  }
  const enter = 'Enter what is missing or wrong, so that the uploader can mend it';
  const problems = decision === 'RETURNED' ? checkReason('reason', input.reason, enter) : [];
  if (problems.length > 0) return { ok: false, code: 'INVALID', problems };
  return { ok: true, state: decision, reason: input.reason?.trim() ?? '' };
}

export type WithdrawResult = { ok: true; reason: string } | { ok: false; problems: FieldProblem[] };

/** Withdraws an item that should not have been offered as proof. It stays on record with the reason. */
export function withdrawEvidence(input: { state: EvidenceState; reason?: string | null }): WithdrawResult {
  if (input.state === 'WITHDRAWN') {
    return { ok: false, problems: [{ field: 'state', message: 'This evidence is already withdrawn' }] };
  }
  const problems = checkReason('reason', input.reason, 'Enter why the evidence is withdrawn');
  return problems.length > 0 ? { ok: false, problems } : { ok: true, reason: input.reason?.trim() ?? '' };
}

/**
 * The state after a new version is uploaded: whatever was decided was decided about other bytes, so it waits for a
 * check again.
 */
export function stateAfterNewVersion(
  state: EvidenceState,
): { ok: true; state: 'SUBMITTED' } | { ok: false; sentence: string } {
  if (state === 'WITHDRAWN') {
    return { ok: false, sentence: 'This evidence was withdrawn. Add the file as a new item of evidence.' };
  }
  return { ok: true, state: 'SUBMITTED' };
}

/** What a verifier's answer rests on. */
const CHECKED_FACTS: readonly (keyof EvidenceInput)[] = [
  'kind',
  'shows',
  'showsImpact',
  'difference',
  'periodFrom',
  'periodTo',
];

/**
 * The state after somebody changed what is said about an item. Accepted evidence waits for a check again when what
 * was accepted is no longer what it says; returned evidence does after any change, since that is how it is mended.
 */
export function stateAfterEdit(
  state: EvidenceState,
  changed: readonly (keyof EvidenceInput)[],
): EvidenceState {
  if (state === 'RETURNED' && changed.length > 0) return 'SUBMITTED';
  const isOther = changed.some((field) => CHECKED_FACTS.includes(field));
  return state === 'ACCEPTED' && isOther ? 'SUBMITTED' : state;
}

function refuse(
  code: 'NOT_INDEPENDENT' | 'NOT_OPEN' | 'NEWER_VERSION',
  message: string,
): EvidenceDecisionResult {
  return { ok: false, code, problems: [{ field: 'decision', message }] };
}
