import type { EvidenceState, FieldProblem } from '@gt/contracts/words';
import { checkReason } from '../wording/index.ts';
import { canCheckEvidence, type EvidenceIndependence } from './can-check-evidence.ts';

export type SampleDecision = {
  state: EvidenceState;
  decision: 'ACCEPTED' | 'RETURNED';
  reason: string;
  versionNumber: number;
  latestVersionNumber: number;
  isGone: boolean;
  independence: EvidenceIndependence;
  /** Whoever accepted it: a second pair of eyes is somebody else's. */
  acceptedById: string | null;
};
export type SampleResult =
  | { ok: true; reason: string }
  | {
      ok: false;
      code: 'NOT_INDEPENDENT' | 'NOT_OPEN' | 'NEWER_VERSION' | 'INVALID';
      problems: FieldProblem[];
    };

/**
 * Decides one dip check of evidence that was accepted before. It is as independent as the first check, and by
 * somebody else than whoever accepted it. Failing needs a reason, because it returns the item to its uploader.
 * Source: sampling of accepted evidence; nobody checks their own.
 */
export function decideSample(input: SampleDecision): SampleResult {
  const refuse = (code: 'NOT_INDEPENDENT' | 'NOT_OPEN' | 'NEWER_VERSION', message: string): SampleResult => ({
    ok: false,
    code,
    problems: [{ field: 'decision', message }],
  });
  if (input.isGone || input.state !== 'ACCEPTED') {
    return refuse('NOT_OPEN', 'This evidence is no longer accepted, so there is nothing to dip-check.');
  }
  const may = canCheckSample(input.independence, input.acceptedById);
  if (!may.ok) return refuse('NOT_INDEPENDENT', may.sentence);
  if (input.versionNumber !== input.latestVersionNumber) {
    const latest = `Version ${input.latestVersionNumber} has been uploaded since`;
    return refuse('NEWER_VERSION', `You looked at version ${input.versionNumber}. ${latest}: open it first.`);
  }
  const enter = 'Enter what is missing or wrong, so that the uploader can mend it';
  const problems = input.decision === 'RETURNED' ? checkReason('reason', input.reason, enter) : [];
  return problems.length > 0
    ? { ok: false, code: 'INVALID', problems }
    : { ok: true, reason: input.reason.trim() };
}

/** Whether this person may dip-check an item, and the sentence that says why not. */
export function canCheckSample(
  independence: EvidenceIndependence,
  acceptedById: string | null,
): { ok: true } | { ok: false; sentence: string } {
  if (acceptedById === independence.userId) {
    return { ok: false, sentence: 'You accepted this evidence, so somebody else must dip-check it.' };
  }
  const may = canCheckEvidence(independence);
  return may.ok ? { ok: true } : { ok: false, sentence: may.sentence };
}
