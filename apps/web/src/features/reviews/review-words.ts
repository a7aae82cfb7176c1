import { formatDate, MEETING_KIND_LABELS } from '@gt/contracts/words';
import { dayWords } from '@gt/domain/review';
import type { ReviewRow } from './queries.ts';

type Named = Pick<ReviewRow, 'meeting' | 'number'>;

/** "Weekly review 7" */
export function reviewName({ meeting, number }: Named): string {
  return `${MEETING_KIND_LABELS[meeting]} ${number}`;
}

/** "Weekly review 7 · 12 March 2026" */
export function reviewTitle(review: Named & Pick<ReviewRow, 'heldOn'>): string {
  return `${reviewName(review)} · ${formatDate(review.heldOn)}`;
}

/** "Thursday 12 March 2026, 10:00, moved from Monday 6 April, Easter Monday" */
export function whenWords({
  heldOn,
  startTime,
  moved,
}: Pick<ReviewRow, 'heldOn' | 'startTime' | 'moved'>): string {
  return [`${dayWords(heldOn)}, ${startTime}`, moved].filter(Boolean).join(', ');
}
