import type { Rag, ReportBar } from '@gt/contracts/words';
import { listWords } from '../wording/index.ts';
import { COLOURS } from './exceptions.ts';

/** How many stand at each colour. */
export function countColours(all: readonly { rag: Rag }[]): Record<Rag, number> {
  const counts: Record<Rag, number> = { RED: 0, AMBER: 0, GREEN: 0, BLUE: 0, NONE: 0 };
  for (const { rag } of all) counts[rag] += 1;
  return counts;
}

export function barOf(
  counts: Readonly<Record<Rag, number>>,
  order: readonly Rag[],
  whole: number,
): ReportBar {
  const parts = order.map((rag) => ({ rag, count: counts[rag] })).filter(({ count }) => count > 0);
  return { parts, whole };
}

/** A bar for those who do not see it: "3 red, 2 amber and 40 closed"; "None" for an empty one. */
export function barWords({ parts }: ReportBar): string {
  const word = (rag: Rag) => (rag === 'BLUE' ? 'closed' : COLOURS[rag].toLowerCase());
  return listWords(parts.map(({ rag, count }) => `${count} ${word(rag)}`)) || 'None';
}
