import { describe, expect, it, test } from 'vitest';
import { measureRow, ROUNDS } from './measure-row.ts';
import { exitCodeOf, tableOf } from './report.ts';
import type { Result } from './row.ts';
import { isVoid, median, type Round, ratiosOf } from './statistics.ts';

test.each<[number[], number]>([
  [[3], 3],
  [[1, 9], 5],
  [[9, 1, 4], 4],
  [[1, 100, 2, 3], 2.5],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('of nothing there is no median', () => {
  expect(() => median([])).toThrow();
});

describe('ratios', () => {
  it('are medians of rounds, so that one restless round does not count', () => {
    const quiet: Round = [10, 20, 10, 20];
    expect(ratiosOf([quiet, quiet, [10, 900, 10, 900], quiet, quiet])).toEqual({ cost: 2, aa: 1 });
  });

  it('share drift within a round between both sides', () => {
    expect(ratiosOf([[10, 20, 20, 40]]).cost).toBe(2);
    expect(ratiosOf([[10, 20, 20, 40]]).aa).toBe(0.5);
  });

  test.each<[number, boolean]>([
    [0.899, true],
    [0.9, false],
    [1, false],
    [1.1, false],
    [1.101, true],
    [Number.NaN, true],
  ])('a control of %d is void: %s', (aa, expected) => {
    expect(isVoid(aa)).toBe(expected);
  });
});

describe('measuring a row', () => {
  const row = { name: 'a', measure: 'time', bar: { cost: 1.5 } };
  const steady = (cost: number) => async () => cost;

  it('passes at the bar and falls short above it', async () => {
    const at = await measureRow(row, { ours: steady(15), against: steady(10) });
    expect(at).toEqual({ name: 'a', measure: 'time', value: 1.5, bar: 1.5, ok: true, aa: 1 });
    expect(await measureRow(row, { ours: steady(16), against: steady(10) })).toMatchObject({ ok: false });
  });

  it('turns speed round', async () => {
    const speed = { ...row, bar: { speed: 0.6 } };
    const found = await measureRow(speed, { ours: steady(20), against: steady(10) });
    expect(found).toMatchObject({ value: 0.5, bar: 0.6, ok: false });
    expect(await measureRow(speed, { ours: steady(16), against: steady(10) })).toMatchObject({ ok: true });
  });

  it('runs again three times with twice the rounds when the control fails, and is then void', async () => {
    let calls = 0;
    const restless = async () => (calls++ % 2 === 1 ? 10 : 20);
    const found = await measureRow(row, { ours: steady(1), against: restless });
    expect(found.ok).toBe('void');
    expect(calls).toBe(1 + 2 * ROUNDS + 3 * 2 * 2 * ROUNDS);
  });

  it('counts a repeat whose control holds', async () => {
    let calls = 0;
    const settling = async () => (calls++ < 1 + 2 * ROUNDS && calls % 2 === 0 ? 20 : 10);
    expect(await measureRow(row, { ours: steady(10), against: settling })).toMatchObject({ ok: true, aa: 1 });
    expect(calls).toBe(1 + 2 * ROUNDS + 4 * ROUNDS);
  });
});

describe('the report', () => {
  const one = (ok: Result['ok']): Result => ({ name: 'a', measure: 't', value: 1, bar: 2, ok, aa: 1 });

  test.each<[Result['ok'][], number]>([
    [[true, true], 0],
    [[true, 'skipped'], 0],
    [[true, 'void'], 3],
    [['void', false], 1],
  ])('%j ends with %d', (oks, code) => {
    expect(exitCodeOf(oks.map(one))).toBe(code);
  });

  it('says why a row was skipped', () => {
    const skipped = { ...one('skipped'), value: null, aa: null, why: 'no Chromium' };
    expect(tableOf([one(false), skipped])).toMatch(/a +t +1\.00 +2 +1\.00 +SHORT\n.*skipped: no Chromium$/);
  });
});
