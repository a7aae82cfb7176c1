import type { IsoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimelineRow } from '../queries.ts';
import { barShape } from './bar-shape.ts';
import { dependencyPath } from './dependency-path.ts';
import { LINE_HEIGHTS, lineTops, timelineLines } from './timeline-lines.ts';
import { timelineScale, timelineTicks, ZOOMS } from './timeline-scale.ts';

const day = (text: string) => text as IsoDate;
const TODAY = day('2026-03-12');
const SPAN = { from: day('2026-01-15'), to: day('2026-06-30') };

describe('the scale', () => {
  test('runs from a Monday to a Sunday with room on both sides', () => {
    const scale = timelineScale(SPAN, TODAY, 'month', 0);
    expect([scale.from, scale.to]).toEqual(['2025-12-29', '2026-08-10']);
    expect(scale.x(scale.from)).toBe(0);
    expect(scale.x(scale.to)).toBe(scale.width);
    expect(scale.end(day('2025-12-29'))).toBe(6);
  });

  test('shows today also when every action lies behind it or before it', () => {
    const past = timelineScale(
      { from: day('2020-01-01'), to: day('2020-02-01') },
      day('2021-03-12'),
      'week',
      0,
    );
    expect(past.from < '2020-01-01' && past.to > '2021-03-12').toBe(true);
    const none = timelineScale(null, TODAY, 'week', 0);
    expect(none.from < TODAY && none.to > TODAY).toBe(true);
  });

  test('fits the room it is given', () => {
    for (const room of [300, 900, 1400]) {
      const { width } = timelineScale(SPAN, TODAY, 'fit', room);
      expect(width).toBeLessThanOrEqual(room);
      expect(width).toBeGreaterThan(room * 0.98);
    }
  });

  test('goes on to the right edge of the room where its days end before', () => {
    const { width } = timelineScale(SPAN, TODAY, 'quarter', 1400);
    expect(width).toBeGreaterThanOrEqual(1400);
    expect(width).toBeLessThan(1400 + 7 * 2);
  });

  test('a slip of the pen makes no canvas of a century: such dates stand at the edge', () => {
    const scale = timelineScale({ from: day('1826-01-01'), to: day('2926-01-01') }, TODAY, 'quarter', 0);
    expect(scale.width).toBeLessThan(8_000);
    expect(scale.x(day('1826-01-01'))).toBe(0);
    expect(scale.x(day('2926-01-01'))).toBe(scale.width);
  });

  test('a day and its place are each other’s inverse at every zoom', () => {
    const dates = fc.integer({ min: 0, max: 200 }).map((days) => days);
    fc.assert(
      fc.property(dates, fc.constantFrom(...ZOOMS), (days, zoom) => {
        const scale = timelineScale(SPAN, TODAY, zoom, 1000);
        const date = scale.dayAt((days + 0.5) * scale.dayWidth);
        return scale.dayAt(scale.x(date) + scale.dayWidth / 2) === date;
      }),
    );
  });
});

describe('the two lines over the canvas', () => {
  test.each([
    ['week', 'January 2026', '2'],
    ['month', 'January 2026', '2'],
    ['quarter', '2026', 'Feb'],
  ] as const)('by %s', (zoom, above, beneath) => {
    const ticks = timelineTicks(timelineScale(SPAN, TODAY, zoom, 0));
    expect(ticks.above.map(({ label }) => label)).toContain(above);
    expect(ticks.beneath.map(({ label }) => label)).toContain(beneath);
  });

  test('quarters when months have no room', () => {
    const long = { from: day('2024-01-15'), to: day('2028-06-30') };
    const { beneath } = timelineTicks(timelineScale(long, TODAY, 'fit', 700));
    expect(beneath.slice(0, 3).map(({ label }) => label)).toEqual(['Q1', 'Q2', 'Q3']);
  });

  test('stretches cover the canvas without a gap', () => {
    for (const zoom of ZOOMS) {
      const scale = timelineScale(SPAN, TODAY, zoom, 800);
      for (const ticks of Object.values(timelineTicks(scale))) {
        expect(ticks[0]?.x).toBe(0);
        for (const [index, tick] of ticks.slice(1).entries()) {
          const before = ticks[index];
          expect(tick.x).toBeCloseTo((before?.x ?? 0) + (before?.width ?? 0), 5);
        }
        const last = ticks.at(-1);
        expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(scale.width, 5);
      }
    }
  });
});

describe('a bar', () => {
  const scale = timelineScale(SPAN, TODAY, 'month', 0);
  const shape = (startDate: string | null, dueDate: string | null, originalDueDate = dueDate) =>
    barShape(
      {
        startDate: startDate as IsoDate | null,
        dueDate: dueDate as IsoDate | null,
        originalDueDate: originalDueDate as IsoDate | null,
      },
      scale,
      TODAY,
    );

  test('runs from its start to the end of its due day', () => {
    const { kind, x, width, ghost } = shape('2026-02-02', '2026-02-08');
    expect([kind, x, width, ghost]).toEqual(['span', scale.x(day('2026-02-02')), 42, null]);
  });

  test('of one day can still be hit', () => {
    expect(shape('2026-02-02', '2026-02-02').width).toBe(24);
  });

  test('without a start, a due date or both says so by its kind and stays on the canvas', () => {
    expect(shape(null, '2026-02-08').kind).toBe('no-start');
    expect(shape('2026-02-08', null)).toMatchObject({ kind: 'no-due', x: scale.x(day('2026-02-08')) });
    expect(shape(null, null)).toMatchObject({ kind: 'undated', x: scale.x(TODAY) });
    const atTheEnd = shape('2030-01-01', null);
    expect(atTheEnd.x + atTheEnd.width).toBeLessThanOrEqual(scale.width);
  });

  test('shows the date first promised when it is another', () => {
    const later = shape('2026-02-02', '2026-03-31', '2026-02-28').ghost;
    expect(later).toMatchObject({ moved: 'later', at: scale.end(day('2026-02-28')), width: 31 * 6 });
    const earlier = shape('2026-02-02', '2026-02-28', '2026-03-31').ghost;
    expect(earlier).toMatchObject({ moved: 'earlier', x: scale.end(day('2026-02-28')), width: 31 * 6 });
  });

  test('is on the canvas and wide enough to hit, whatever its dates', () => {
    const any = fc
      .option(fc.integer({ min: -4000, max: 4000 }))
      .map((days) => (days === null ? null : new Date(1.77e12 + days * 8.64e7).toISOString().slice(0, 10)));
    fc.assert(
      fc.property(any, any, any, (start, due, original) => {
        const { x, width } = shape(start, due, original);
        return x >= 0 && width >= 24 && x + width <= scale.width + 24;
      }),
    );
  });
});

test('rows stand under their recommendations, each headed once', () => {
  const row = (id: string, recommendationId: string) => ({ id, recommendationId }) as TimelineRow;
  const heads = ['r1', 'r2'].map((id, index) => ({
    id,
    number: index + 1,
    reference: `R${index + 1}`,
    quote: '',
  }));
  const lines = timelineLines([row('a', 'r1'), row('b', 'r1'), row('c', 'r2')], heads);
  expect(lines.map(({ key }) => key)).toEqual(['r1', 'a', 'b', 'r2', 'c']);
  expect(lines[0]).toMatchObject({ count: 2 });
  const { recommendation, action } = LINE_HEIGHTS;
  expect(lineTops(lines)).toEqual([
    0,
    recommendation,
    recommendation + action,
    recommendation + 2 * action,
    2 * recommendation + 2 * action,
    2 * recommendation + 3 * action,
  ]);
});

describe('an arrow', () => {
  test('goes straight down where there is room', () => {
    expect(dependencyPath({ x: 100, y: 20 }, { x: 180, y: 60 })).toEqual({
      path: 'M100 20H168V60H180',
      mark: { x: 168, y: 40 },
    });
  });
  test('goes round between two lines where there is none', () => {
    expect(dependencyPath({ x: 100, y: 20 }, { x: 90, y: 60 })).toEqual({
      path: 'M100 20h8V40H78V60H90',
      mark: { x: 93, y: 40 },
    });
    expect(dependencyPath({ x: 100, y: 60 }, { x: 90, y: 20 }).path).toBe('M100 60h8V40H78V20H90');
  });
});
