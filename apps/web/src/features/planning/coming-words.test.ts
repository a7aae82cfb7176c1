import type { IsoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { comingWords } from './coming-words.ts';

const coming = (date: string, words: string, moved: string | null = null) => ({
  date: date as IsoDate,
  time: '10:00',
  movedFrom: null,
  words,
  moved,
  updatesDue: null,
});
const first = coming('2026-12-02', 'Wednesday 2 December 2026, 10:00; updates by Tuesday 1 December, 17:00');
const moved = coming(
  '2026-04-02',
  'Thursday 2 April 2026, 10:00',
  'moved from Monday 6 April, Easter Monday',
);

test.each([
  [undefined, ''],
  [[], ''],
  [[first], 'Next review: Wednesday 2 December 2026, 10:00; updates by Tuesday 1 December, 17:00.'],
  [
    [moved, coming('2026-04-13', 'unused'), coming('2026-04-20', 'unused')],
    'Next review: Thursday 2 April 2026, 10:00 (moved from Monday 6 April, Easter Monday). Then 13 April 2026 and 20 April 2026.',
  ],
  [
    [first, moved],
    'Next review: Wednesday 2 December 2026, 10:00; updates by Tuesday 1 December, 17:00. Then 2 April 2026 (moved from Monday 6 April, Easter Monday).',
  ],
])('%j', (list, expected) => expect(comingWords('review', list)).toBe(expected));
