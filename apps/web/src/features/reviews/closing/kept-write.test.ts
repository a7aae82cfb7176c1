import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../lib/problem.ts';
import { type KeptState, KeptWrite } from './kept-write.ts';

let server = { value: 'first', version: 1 };
let failing: 'UNAVAILABLE' | 'RULE' | null = null;
let states: KeptState<string>[] = [];
let kept: KeptWrite<string>;
const last = () => states.at(-1);
const problem = (code: 'UNAVAILABLE' | 'RULE' | 'CONFLICT') =>
  new ProblemError({ code, message: 'It cannot be.', requestId: '' });

beforeEach(() => {
  vi.useFakeTimers();
  server = { value: 'first', version: 1 };
  failing = null;
  states = [];
  kept = new KeptWrite(
    {
      save: async (value, version) => {
        if (failing) throw problem(failing);
        if (version !== server.version) throw problem('CONFLICT');
        server = { value, version: version + 1 };
        return server.version;
      },
      fetch: async () => server,
      problemOf: (error) => (error as ProblemError).problem,
      isSame: (one, other) => one === other,
      onState: (state) => states.push(state),
    },
    server,
  );
});
afterEach(() => {
  kept.stop();
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('is written when changes pause, whole and once', async () => {
  kept.change('first w');
  kept.change('first words');
  await pass(400);
  expect(server.value).toBe('first');
  await pass(200);
  expect(server).toEqual({ value: 'first words', version: 2 });
  expect(last()).toEqual({ value: 'first words', status: 'saved' });
});

test('that something else about the review changed is no conflict', async () => {
  server.version = 5;
  kept.change('mine');
  await pass(600);
  expect(server).toEqual({ value: 'mine', version: 6 });
});

test('that somebody else wrote this part is shown, and either can be chosen', async () => {
  server = { value: 'theirs', version: 4 };
  kept.change('mine');
  await pass(600);
  expect(last()).toEqual({ value: 'mine', status: 'conflict', theirs: 'theirs' });
  kept.choose('theirs and mine');
  await pass(600);
  expect(server.value).toBe('theirs and mine');
});

test('what could not be written is tried again until it is, and a refusal is said', async () => {
  failing = 'UNAVAILABLE';
  kept.change('mine');
  await pass(5_000);
  expect(last()?.status).toBe('offline');
  expect(await kept.flush()).toBe(false);
  failing = null;
  expect(await kept.flush()).toBe(true);
  expect(server.value).toBe('mine');
  failing = 'RULE';
  kept.change('more');
  await pass(600);
  expect(last()).toEqual({ value: 'more', status: 'refused', message: 'It cannot be.' });
});

test('what others made of it is taken over only while nothing of one’s own waits', async () => {
  kept.take('theirs', 2);
  expect(last()?.value).toBe('theirs');
  kept.change('mine');
  kept.take('later', 3);
  expect(last()?.value).toBe('mine');
});
