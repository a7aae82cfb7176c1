import { formatDate, type IsoDate } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';
import type { MovementSearch } from '../../lib/movement-search.ts';
import type { SnapshotHead } from './queries.ts';

type Listed = Pick<SnapshotHead, 'id' | 'number' | 'asAt'>;
export type Chosen<T> = { from: T; to: T };

/**
 * The two snapshots that are compared, the earlier first: those in the address, else the newest and the one before
 * it. Null when there are fewer than two. `newestFirst` may be cut short; the first of the plan is always known.
 */
export function chosenSnapshots<T extends Listed>(
  newestFirst: readonly T[],
  first: T | null,
  search: Pick<MovementSearch, 'from' | 'to'>,
): Chosen<T> | null {
  const known =
    first && !newestFirst.some(({ id }) => id === first.id) ? [...newestFirst, first] : newestFirst;
  const find = (id: string | undefined) => known.find((snapshot) => snapshot.id === id);
  const to = find(search.to) ?? known[0];
  const from = find(search.from) ?? known.find(({ number }) => to !== undefined && number < to.number);
  if (!from || !to) return null;
  return from.number > to.number ? { from: to, to: from } : { from, to };
}

export type QuickChoice = { key: 'week' | 'month' | 'start' | 'before'; words: string; id: string };

/** Common choices of what to compare with, each snapshot once; a choice without a snapshot is left out. */
export function quickChoices(
  newestFirst: readonly Listed[],
  first: Listed | null,
  to: Listed,
): QuickChoice[] {
  const earlier = newestFirst.filter(({ number }) => number < to.number);
  const upTo = (day: IsoDate) => earlier.find(({ asAt }) => asAt <= day);
  const found: [QuickChoice['key'], string, Listed | null | undefined][] = [
    ['week', 'Since last week', upTo(addDays(to.asAt, -7))],
    ['month', 'Since 4 weeks before', upTo(addDays(to.asAt, -28))],
    ['start', 'Since the first snapshot', first && first.number < to.number ? first : null],
    ['before', 'Since the snapshot before', earlier[0]],
  ];
  const choices: QuickChoice[] = [];
  for (const [key, words, snapshot] of found) {
    if (!snapshot || choices.some(({ id }) => id === snapshot.id)) continue;
    choices.push({ key, words, id: snapshot.id });
  }
  return choices;
}

/** A snapshot in a list to choose from: "12 March 2026, review 7", "12 March 2026, snapshot 9". */
export function snapshotName({ asAt, number, review }: Pick<SnapshotHead, 'asAt' | 'number' | 'review'>) {
  return `${formatDate(asAt)}, ${review ? `review ${review.number}` : `snapshot ${number}`}`;
}
