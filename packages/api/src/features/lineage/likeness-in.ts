import type { LineageItemOut } from '@gt/contracts/schemas';
import { compareConcerns, type Likeness, type LineageItem } from '@gt/domain/lineage';
import type { History } from './load-history.ts';

/** What is compared of an item. Destroyed words are like no others. */
export function toConcern({
  key,
  inspectionKey,
  quote,
  judgementAreas,
  redactedAt,
}: LineageItemOut): LineageItem {
  return { key, inspectionKey, text: redactedAt ? '' : quote, areas: judgementAreas };
}

/** How alike two items of a history are: words weigh by how rare they are in the whole of it. */
export function likenessIn(
  history: Pick<History, 'items'>,
): (later: LineageItemOut, earlier: LineageItemOut) => Likeness {
  const concerns = new Map(history.items.map((item) => [item.key, toConcern(item)]));
  const compare = compareConcerns([...concerns.values()]);
  return (later, earlier) =>
    compare(concerns.get(later.key) ?? toConcern(later), concerns.get(earlier.key) ?? toConcern(earlier));
}
