import type { DeliveryStatus, Rag } from '@gt/contracts/words';

/** What the composer needs to know of an action. */
export type UpdatableAction = {
  id: string;
  reference: string;
  version: number;
  status: DeliveryStatus;
  declaredRag: Rag;
  calculatedRag: Rag;
  calculatedReasons: readonly string[];
  silent: boolean;
  percentComplete: number;
};

/** What is typed into the composer. */
export type Words = {
  whatHappened: string;
  difference: string;
  inTheWay: string;
  next: string;
  rag: Rag;
  ragReason: string;
  mismatchReason: string;
  percentComplete: string;
  /** The action's version when typing began; 0 while nothing is typed. */
  version: number;
};
