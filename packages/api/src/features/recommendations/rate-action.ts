import type { IsoDate, Rag } from '@gt/contracts/words';
import { type Overdue, overdue } from '@gt/domain/action';
import {
  type CalculatedRag,
  calculateRag,
  DEFAULT_RAG_THRESHOLDS,
  isSilent,
  type RagInput,
  type RagMismatch,
  ragMismatch,
  shownRag,
} from '@gt/domain/rag';
import { londonDate, toIsoDateOrNull } from '../../core/dates.ts';
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
  const input: RagInput = {
    status: facts.status,
    startDate: toIsoDateOrNull(facts.startDate),
    dueDate,
    originalDueDate,
    timesMoved: facts.timesMoved,
    lastUpdateOn: facts.lastUpdateAt ? londonDate(facts.lastUpdateAt) : null,
    createdOn: londonDate(facts.createdAt),
  };
  const calculated = calculateRag(input, DEFAULT_RAG_THRESHOLDS, today);
  const declared = shownRag(facts);
  return {
    declared,
    calculated,
    mismatch: ragMismatch(declared, calculated),
    overdue: overdue({ dueDate, originalDueDate, status: facts.status, today }),
    isSilent: isSilent(input, DEFAULT_RAG_THRESHOLDS.silentDays, today),
    lastUpdateOn: input.lastUpdateOn,
    dueDate,
    originalDueDate,
  };
}
