import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { apart, chartScales, namedPositions } from './chart-scales.ts';

const at = (date: string, value: number) => ({ date: isoDate(date), value });
const box = { width: 300, height: 100 };

test('the oldest figure stands at the left, the newest at the right, the target within', () => {
  const points = [at('2026-01-31', 60), at('2026-02-28', 70), at('2026-03-31', 78)];
  const { x, y, ticks } = chartScales(points, [90], box);
  expect([x(isoDate('2026-01-31')), x(isoDate('2026-03-31'))]).toEqual([0, 300]);
  expect(y(90)).toBeGreaterThan(0);
  expect(y(60)).toBeLessThan(100);
  expect(ticks.length).toBeGreaterThan(2);
});

test('one figure stands in the middle, a flat line off the edge, and counts never fall below nought', () => {
  const one = chartScales([at('2026-01-31', 5)], [], box);
  expect(one.x(isoDate('2026-01-31'))).toBe(150);
  expect(one.y(5)).toBeGreaterThan(0);
  expect(one.y(5)).toBeLessThan(100);
  const low = chartScales([at('2026-01-31', 0), at('2026-02-28', 3)], [], box);
  expect(low.y(0)).toBe(100);
  expect(chartScales([], [], box).ticks).toBeDefined();
});

test('names under the axis end with the newest', () => {
  expect(namedPositions(0, 5)).toEqual([]);
  expect(namedPositions(3, 5)).toEqual([0, 1, 2]);
  expect(namedPositions(12, 5)).toEqual([2, 5, 8, 11]);
  expect(namedPositions(12, 1)).toEqual([11]);
});

test('labels part and stay inside', () => {
  const labels = apart([{ y: 98 }, { y: 97 }, { y: 10 }], 100);
  expect(labels.map(({ at: y }) => y)).toEqual([10, 85, 100]);
});
