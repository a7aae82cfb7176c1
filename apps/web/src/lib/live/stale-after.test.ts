import { describe, expect, test } from 'vitest';
import type { News } from './live-message.ts';
import { waitBefore } from './open-stream.ts';
import { isStaleAfter } from './stale-after.ts';
import { hurryStream, longestWait } from './stream-haste.ts';

const news = (more: Partial<News> = {}): News[] => [
  { planId: 'p1', kinds: ['COMMENT'], actionIds: ['a1'], isOwn: false, who: 'Lead', ...more },
];

describe('what is asked for again', () => {
  test.each([
    [[['comments', 'list'], { actionId: 'a1' }], true],
    [[['comments', 'list'], { actionId: 'a2' }], false],
    [[['actions', 'get'], { input: { actionId: 'a1' }, type: 'query' }], true],
    [[['actions', 'get'], { input: { actionId: 'a2' }, type: 'query' }], false],
    [[['actions', 'list'], { pages: { planId: 'p1' } }], true],
    [[['actions', 'list'], { pages: { planId: 'p2' } }], false],
    [[['actions', 'mine'], { type: 'query' }], true],
    [[['updates', 'list'], { input: { actionId: 'a1' } }], false],
    [[['people', 'list']], false],
    [['session'], false],
  ])('%j after a comment: %s', (key, stale) => {
    expect(isStaleAfter(key, news())).toBe(stale);
  });

  test('everything of the plan when it is not said what', () => {
    const any = news({ kinds: [], actionIds: null });
    expect(isStaleAfter([['updates', 'list'], { input: { actionId: 'a9' } }], any)).toBe(true);
    expect(isStaleAfter([['actions', 'list'], { pages: { planId: 'p2' } }], any)).toBe(false);
  });

  test('a meeting refreshes what shows reviews and nothing else', () => {
    const review = news({ kinds: ['REVIEW'], actionIds: [] });
    expect(isStaleAfter([['reviews', 'item'], { input: { reviewId: 'r1' } }], review)).toBe(true);
    expect(isStaleAfter([['actions', 'list'], { pages: { planId: 'p1' } }], review)).toBe(false);
  });

  test('a kind of record that this page does not know yet refreshes everything', () => {
    expect(
      isStaleAfter(
        [['dashboard', 'position'], { input: { planId: 'p1' } }],
        news({ kinds: ['SOMETHING_NEW'] }),
      ),
    ).toBe(true);
  });
});

test('a broken stream comes back later each time, spread, and never later than a minute and a half', () => {
  const wait = (attempt: number, random: number) => waitBefore(attempt, random, longestWait());
  expect(wait(1, 0)).toBe(500);
  expect(wait(1, 1)).toBe(1500);
  expect(wait(4, 0.5)).toBe(8000);
  expect(wait(40, 1)).toBe(90_000);
});

test('while a meeting is open it comes back soon however long it was away', () => {
  const end = hurryStream();
  expect(waitBefore(40, 1, longestWait())).toBeLessThanOrEqual(2_250);
  end();
  expect(waitBefore(40, 1, longestWait())).toBe(90_000);
});
