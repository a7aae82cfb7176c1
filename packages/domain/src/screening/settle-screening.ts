import type { FieldProblem, ScreeningStanding } from '@gt/contracts/words';
import { canCheckEvidence, type EvidenceIndependence } from '../evidence/can-check-evidence.ts';
import { checkText } from '../wording/index.ts';

export type SettleRefusal = {
  ok: false;
  code: 'NOT_OPEN' | 'NOT_INDEPENDENT' | 'INVALID';
  problems: FieldProblem[];
};
export type JustifyResult = { ok: true; justification: string } | SettleRefusal;
export type DecideResult = { ok: true; decision: 'ALLOWED' | 'REFUSED'; note: string } | SettleRefusal;

/** The longest justification and note, in characters. */
export const JUSTIFICATION_MAX = 2_000;
/** Fewer words than these are no sentence. */
const WORDS_MIN = 5;

/** Checks a justification: a sentence at least, because somebody else decides by it and a reader may ask for it. */
export function checkJustification(value: string): FieldProblem[] {
  const problems = checkText('justification', value, {
    label: 'The justification',
    enter: 'Enter why the file may stay as it is',
    max: JUSTIFICATION_MAX,
  });
  if (problems.length > 0) return problems;
  const words = value.trim().split(/\s+/).length;
  if (words >= WORDS_MIN) return [];
  const message = 'Write at least a sentence: what was found, and why it identifies nobody.';
  return [{ field: 'justification', message }];
}

/**
 * Whether what was found in a file may be justified, in these words. Only what is still to be settled, or was refused
 * and is argued again, can be.
 */
export function justifyScreening(input: {
  standing: ScreeningStanding;
  isNewest: boolean;
  justification: string;
}): JustifyResult {
  const { standing, isNewest, justification } = input;
  if (!isNewest) {
    return refuse('NOT_OPEN', 'There is a newer file, so this one is not used. Settle the newest one.');
  }
  if (standing !== 'TO_SETTLE' && standing !== 'REFUSED') {
    return refuse('NOT_OPEN', 'There is nothing to justify in this file now. Reload the page.');
  }
  const problems = checkJustification(justification);
  return problems.length > 0
    ? { ok: false, code: 'INVALID', problems }
    : { ok: true, justification: justification.trim() };
}

/**
 * A verifier's answer to a justification: by record, never of one's own evidence, and never of one's own words.
 * What was allowed can be refused later, since people make mistakes; a refusal needs words for the uploader.
 * Source: separation of duties by record, as for checking evidence.
 */
export function decideScreening(input: {
  standing: ScreeningStanding;
  isNewest: boolean;
  decision: 'ALLOWED' | 'REFUSED';
  note: string;
  justifiedById: string | null;
  independence: EvidenceIndependence;
}): DecideResult {
  const { standing, decision, independence } = input;
  const isOpen = standing === 'JUSTIFIED' || (standing === 'ALLOWED' && decision === 'REFUSED');
  if (!isOpen || !input.isNewest) {
    return refuse('NOT_OPEN', 'There is no justification to decide on now. Reload the page.');
  }
  if (input.justifiedById === independence.userId) {
    return refuse('NOT_INDEPENDENT', 'You justified this file, so somebody else must decide.');
  }
  const independent = canCheckEvidence(independence);
  if (!independent.ok) return refuse('NOT_INDEPENDENT', independent.sentence);
  const problems = checkText('note', input.note, {
    label: decision === 'REFUSED' ? 'The reason' : 'The note',
    max: JUSTIFICATION_MAX,
    ...(decision === 'REFUSED' ? { min: 10, enter: 'Enter what the uploader has to do instead' } : {}),
  });
  return problems.length > 0
    ? { ok: false, code: 'INVALID', problems }
    : { ok: true, decision, note: input.note.trim() };
}

function refuse(code: SettleRefusal['code'], message: string): SettleRefusal {
  return { ok: false, code, problems: [{ field: 'standing', message }] };
}
