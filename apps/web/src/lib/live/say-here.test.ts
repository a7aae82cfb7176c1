import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepSayingHere, noteTyping } from './say-here.ts';

const page = { visibilityState: 'visible', addEventListener: () => undefined };
let asked: { state: string; headers: Record<string, string> }[] = [];

beforeEach(() => {
  asked = [];
  page.visibilityState = 'visible';
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
  vi.stubGlobal('fetch', async (_url: string, init: { body: string; headers: Record<string, string> }) => {
    const input = JSON.parse(init.body) as Record<string, { state: string }>;
    for (const { state } of Object.values(input)) asked.push({ state, headers: init.headers });
    return new Response(JSON.stringify([{ result: { data: { recordId: 'a1' } } }]));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const states = () => asked.map((item) => item.state);

test('said once settled, at the first key, every 20 seconds and on closing, and never as activity', async () => {
  const stop = keepSayingHere('a1');
  await vi.advanceTimersByTimeAsync(1_100);
  expect(states()).toEqual(['READING']);
  noteTyping('a1');
  noteTyping('a1');
  noteTyping('a2');
  await vi.advanceTimersByTimeAsync(100);
  expect(states()).toEqual(['READING', 'TYPING']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(states()).toEqual(['READING', 'TYPING', 'READING']);
  page.visibilityState = 'hidden';
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states()).toHaveLength(3);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states().slice(3)).toEqual(['GONE']);
  expect(asked.every(({ headers }) => headers['x-background'] === '1')).toBe(true);
});

test('walking past says nothing', async () => {
  keepSayingHere('a1')();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states()).toEqual([]);
});
