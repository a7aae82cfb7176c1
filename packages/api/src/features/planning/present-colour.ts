import type { Rag } from '@gt/contracts/words';
import { type Db, sql, type Tx } from '@gt/db';
import {
  type CalculatedRag,
  calculateRag,
  type RagInput,
  type RagMismatch,
  type RagThresholds,
  ragMismatch,
  shownRag,
} from '@gt/domain/rag';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadRawRows } from '../actions/action-rows.ts';
import { ragInput, ragThresholds } from '../actions/rag-facts.ts';

export type PresentColour = {
  declared: Rag;
  calculated: CalculatedRag;
  mismatch: RagMismatch;
  input: RagInput;
  thresholds: RagThresholds;
};

/**
 * The declared and the calculated colour of an action as they are at this moment, by the same facts as every list.
 * The caller has shown that the person may see the action.
 */
export async function presentColour(db: Db | Tx, scope: Scope, actionId: string): Promise<PresentColour> {
  const [row] = await loadRawRows(db, scope, sql`SELECT a."id" FROM "action" a WHERE a."id" = ${actionId}`);
  if (!row) throw notFound('action');
  const input = ragInput(row);
  const thresholds = ragThresholds(row);
  const calculated = calculateRag(input, thresholds, scope.today);
  const declared = shownRag(row);
  return { declared, calculated, mismatch: ragMismatch(declared, calculated), input, thresholds };
}
