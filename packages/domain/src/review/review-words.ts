import { RAG_LABELS, type Rag } from '@gt/contracts/words';

/** "Review 7, decision 2" */
export function decisionReference(reviewNumber: number, number: number): string {
  return `Review ${reviewNumber}, decision ${number}`;
}

/**
 * How long an action has had its colour, as it is said in a meeting: "4th week off track". `weeks` begins with 1;
 * 0, for what was never rated, gives "Not rated".
 */
export function ragWeekWords(rag: Rag, weeks: number): string {
  if (rag === 'NONE' || weeks === 0) return RAG_LABELS[rag];
  return `${ordinal(weeks)} week ${RAG_LABELS[rag].toLowerCase()}`;
}

/** 1st, 2nd, 3rd, 4th, 11th, 22nd */
function ordinal(count: number): string {
  const isTeen = count % 100 >= 11 && count % 100 <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}
