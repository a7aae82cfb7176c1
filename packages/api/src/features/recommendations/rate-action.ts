import type { IsoDate, Rag } from '@gt/contracts/words';
import { type Overdue, overdue } from '@gt/domain/action';
import {
  type CalculatedRag,
  calculateRag,
  isSilent,
  type RagMismatch,
  ragMismatch,
  shownRag,
} from '@gt/domain/rag';
import { toIsoDateOrNull } from '../../core/dates.ts';
import { ragInput, ragThresholds } from '../actions/rag-facts.ts';
import type { ActionFacts } from './load-facts.ts';

export type RatedAction = {
  declared: Rag;
  calculated: CalculatedRag;
  mismatch: RagMismatch;
  overdue: Overdue;
  isSilent: boolean;
  /** Calendar days; the date of the last word, or null. */
  lastUpdateOn: IsoDate | null;
  dueDate: IsoDate | null;
  originalDueDate: IsoDate | null;
};

/** Every rule about one action, asked of the domain with the facts as loaded. */
export function rateAction(facts: ActionFacts, today: IsoDate): RatedAction {
  const dueDate = toIsoDateOrNull(facts.dueDate);
  const originalDueDate = toIsoDateOrNull(facts.originalDueDate);
  const input = ragInput({ ...facts, startDate: toIsoDateOrNull(facts.startDate), dueDate, originalDueDate });
  const thresholds = ragThresholds(facts);
  const calculated = calculateRag(input, thresholds, today);
  const declared = shownRag(facts);
  return {
    declared,
    calculated,
    mismatch: ragMismatch(declared, calculated),
    overdue: overdue({ dueDate, originalDueDate, status: facts.status, today }),
    isSilent: isSilent(input, thresholds.silentDays, today),
    lastUpdateOn: input.lastUpdateOn,
    dueDate,
    originalDueDate,
  };
}
