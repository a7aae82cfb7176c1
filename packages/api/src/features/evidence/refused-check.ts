import type { FieldProblem } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { DomainError, invalid, notAllowed } from '../../core/domain-error.ts';
import { type EvidenceForWrite, staleEvidence } from './write-evidence.ts';

type Refusal = {
  code: 'NOT_INDEPENDENT' | 'NOT_OPEN' | 'NEWER_VERSION' | 'INVALID';
  problems: FieldProblem[];
};

/** Why a check, or a dip check, was not taken, as the error that its screen knows how to show. */
export async function refusedCheck(tx: Tx, row: EvidenceForWrite, refusal: Refusal): Promise<DomainError> {
  const sentence = refusal.problems[0]?.message ?? '';
  if (refusal.code === 'INVALID') return invalid(refusal.problems);
  if (refusal.code === 'NOT_INDEPENDENT') return notAllowed(sentence);
  if (refusal.code === 'NOT_OPEN') return new DomainError('RULE', sentence);
  const { current } = await staleEvidence(tx, row);
  return new DomainError('CONFLICT', sentence, { current });
}
