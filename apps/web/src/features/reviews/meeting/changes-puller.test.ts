import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ChangesPuller } from './changes-puller.ts';

let asked = 0;
let answer: () => Promise<void> = async () => undefined;
let connected: boolean[] = [];
let puller: ChangesPuller;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  connected = [];
  answer = async () => undefined;
  puller = new ChangesPuller({
    ask: () => {
      asked += 1;
      return answer();
    },
    onConnected: (isConnected) => connected.push(isConnected),
  });
});
afterEach(() => {
  puller.stop();
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('asks when told, once more for all that was told meanwhile, and seldom by itself', async () => {
  let arrive = () => {};
  answer = () => new Promise((resolve) => (arrive = resolve));
  puller.pull();
  puller.pull();
  puller.pull();
  expect(asked).toBe(1);
  answer = async () => undefined;
  arrive();
  await pass(0);
  expect(asked).toBe(2);
  await pass(19_000);
  expect(asked).toBe(2);
  await pass(2_000);
  expect(asked).toBe(3);
});

test('while there is no answer it asks every second, and says when the connection goes and comes', async () => {
  answer = async () => Promise.reject(new Error('no answer'));
  puller.pull();
  await pass(3_500);
  expect(asked).toBeGreaterThanOrEqual(4);
  expect(connected).toEqual([false]);
  answer = async () => undefined;
  await pass(1_000);
  expect(connected).toEqual([false, true]);
});

test('with a broken stream it keeps asking though it is answered, until the stream is back', async () => {
  puller.streamBroke();
  await pass(5_100);
  expect(asked).toBe(6);
  puller.streamIsBack();
  await pass(10_000);
  expect(asked).toBe(7);
  puller.stop();
  puller.pull();
  await pass(60_000);
  expect(asked).toBe(7);
});
