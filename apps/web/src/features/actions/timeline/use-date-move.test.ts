import type { IsoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import type { TimelineRow } from '../queries.ts';
import { moveInWords, stepOf } from './use-date-move.ts';

test('Shift with an arrow is a day, with a page key a week, without Shift nothing', () => {
  const step = (key: string, shiftKey = true) => stepOf({ key, shiftKey });
  expect([step('ArrowRight'), step('ArrowLeft'), step('PageDown'), step('PageUp')]).toEqual([1, -1, 7, -7]);
  expect([step('ArrowRight', false), step('Enter')]).toEqual([null, null]);
});

test('says where the date would go and by how much', () => {
  const row = { reference: 'R3.A2', dueDate: '2026-03-12' as IsoDate } as TimelineRow;
  expect(moveInWords({ row, date: '2026-03-14' as IsoDate })).toBe(
    'R3.A2: 14 March 2026, 2 days later. Enter to go on, Escape to leave it.',
  );
  expect(moveInWords({ row, date: '2026-03-11' as IsoDate })).toMatch(/1 day earlier/);
});
