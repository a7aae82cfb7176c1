import type { LineageItemOut } from '@gt/contracts/schemas';
import { compareConcerns, type Likeness, type LineageItem } from '@gt/domain/lineage';
import type { History } from './load-history.ts';

/** What is compared of each item of a history, by its key. Destroyed words are like no others. */
export function concernsOf(items: readonly LineageItemOut[]): ReadonlyMap<string, LineageItem> {
  return new Map(
    items.map(({ key, inspectionKey, quote, judgementAreas, redactedAt }) => [
      key,
      { key, inspectionKey, text: redactedAt ? '' : quote, areas: judgementAreas },
    ]),
  );
}

/** How alike two items of a history are: words weigh by how rare they are in the whole of it. */
export function likenessIn(
  history: Pick<History, 'items'>,
): (later: LineageItemOut, earlier: LineageItemOut) => Likeness {
  const concerns = concernsOf(history.items);
  const compare = compareConcerns([...concerns.values()]);
  const concernOf = ({ key }: LineageItemOut) => concerns.get(key) ?? { text: '', areas: [] };
  return (later, earlier) => compare(concernOf(later), concernOf(earlier));
}
