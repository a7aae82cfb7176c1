import { recommendationReference } from '@gt/domain/recommendation';
import type { Board, ThreadRow } from '../queries.ts';

/** A recommendation and its actions that the filter lets through. */
export type ThreadGroup = {
  id: string;
  reference: string;
  quote: string;
  /** Of the filter. */
  count: number;
  cards: Board['columns'][number]['cards'];
  /** Null for those who may not see it, and until it is there. */
  whole: ThreadRow | null;
};

/**
 * The recommendations in order of number. With every action in the filter, those without a single action are there as
 * well, since that is what their thread lacks; a narrower filter leaves out what it finds nothing under.
 */
export function threadGroups(board: Board, threads: readonly ThreadRow[] | undefined): ThreadGroup[] {
  const wholeOf = new Map(threads?.map((row) => [row.id, row]));
  const found = board.columns.map(({ key, name, number, count, cards }) => ({
    id: key,
    reference: recommendationReference(number ?? 0),
    quote: name,
    count,
    cards,
    whole: wholeOf.get(key) ?? null,
  }));
  if (!threads || board.total < board.all) return found;
  const without = threads
    .filter(({ id }) => found.every((group) => group.id !== id))
    .map((whole) => ({
      id: whole.id,
      reference: whole.reference,
      quote: whole.quote,
      count: 0,
      cards: { rows: [], next: null },
      whole,
    }));
  return [...found, ...without].sort((one, other) => numberOf(one) - numberOf(other));
}

function numberOf({ reference }: ThreadGroup): number {
  return Number(reference.slice(1));
}
