import { formatDate } from '@gt/contracts/words';
import { countOf } from '../wording/index.ts';
import type { MovementCounts, SnapshotMovement } from './compare-snapshots.ts';

/**
 * What moved, in a sentence: "Since 5 March 2026: 4 better, 2 worse, 1 closed, 3 dates slipped." Better and worse are
 * always said, because a count of nothing is news too; the rest where there is any.
 */
export function movementHeadline({
  fromAsAt,
  counts,
}: Pick<SnapshotMovement, 'fromAsAt' | 'counts'>): string {
  const since = `Since ${formatDate(fromAsAt)}`;
  const parts = movementParts(counts);
  if (parts.length === 0) return `${since} nothing moved.`;
  return `${since}: ${counts.better} better, ${counts.worse} worse${parts
    .filter(({ isColour }) => !isColour)
    .map(({ words }) => `, ${words}`)
    .join('')}.`;
}

/** Each kind of movement of which there is any, in words. */
function movementParts(counts: MovementCounts): { words: string; isColour: boolean }[] {
  const of = (count: number, words: string, isColour = false) => (count === 0 ? [] : [{ words, isColour }]);
  return [
    ...of(counts.better, `${counts.better} better`, true),
    ...of(counts.worse, `${counts.worse} worse`, true),
    ...of(counts.closed, `${counts.closed} closed`),
    ...of(counts.reopened, `${counts.reopened} reopened`),
    ...of(counts.cancelled, `${counts.cancelled} cancelled`),
    ...of(counts.added, `${counts.added} new`),
    ...of(counts.gone, `${counts.gone} removed`),
    ...of(counts.otherStatus, `${counts.otherStatus} changed status`),
    ...of(counts.slipped, `${countOf(counts.slipped, 'date')} slipped`),
    ...of(counts.forward, `${countOf(counts.forward, 'date')} brought forward`),
    ...of(counts.dated, `${countOf(counts.dated, 'date')} set or taken away`),
  ];
}

/** "+2 net: 3 better, 1 worse"; "No colour moved". */
export function netWords({ better, worse, net }: Pick<MovementCounts, 'better' | 'worse' | 'net'>): string {
  if (better === 0 && worse === 0) return 'No colour moved';
  const sign = net > 0 ? '+' : net < 0 ? '−' : '';
  return `${sign}${Math.abs(net)} net: ${better} better, ${worse} worse`;
}

/** "14 days later", "7 days earlier"; '' when it did not move. */
export function slipWords(days: number): string {
  if (days === 0) return '';
  return `${countOf(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}
