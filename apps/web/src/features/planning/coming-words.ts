import type { RouterOutputs } from '@gt/api/types';
import { formatDate } from '@gt/contracts/words';
import { listWords } from '@gt/domain/wording';

type Coming = RouterOutputs['plans']['previewMeetings']['reviews'][number];

/**
 * Example: "Next review: Thursday 2 April 2026, 10:00; updates by Wednesday 1 April, 17:00 (moved from Monday 6 April,
 * Easter Monday). Then 13 April 2026 and 20 April 2026."
 */
export function comingWords(name: string, coming: readonly Coming[] | undefined): string {
  const [next, ...later] = coming ?? [];
  if (!next) return '';
  const first = `Next ${name}: ${next.words}${next.moved ? ` (${next.moved})` : ''}.`;
  if (later.length === 0) return first;
  const then = later.map(({ date, moved }) => `${formatDate(date)}${moved ? ` (${moved})` : ''}`);
  return `${first} Then ${listWords(then)}.`;
}
