import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../lib/problem.ts';
import { QueueSender } from './queue-sender.ts';
import {
  type Entry,
  type ItemWrite,
  put,
  type Queue,
  rebased,
  shownItem,
  type Write,
} from './write-queue.ts';

let made = 0;
const say = (itemId: string, note: string, more: Partial<ItemWrite> = {}): ItemWrite => {
  made += 1;
  return {
    kind: 'item',
    id: `w${made}`,
    itemId,
    base: 1,
    note,
    state: null,
    rating: null,
    notBefore: 0,
    ...more,
  };
};
const decide = (id: string): Write => ({
  kind: 'decision',
  id,
  input: { reviewId: 'r', actionId: null, text: id, ownerPostId: null, dueDate: null },
});
const RED = { actionVersion: 3, rag: 'RED', ragReason: 'Two assessors left' } as const;

const problem = (code: 'UNAVAILABLE' | 'CONFLICT' | 'RULE' | 'INTERNAL', current?: object) =>
  new ProblemError({
    code,
    message: 'It cannot be.',
    requestId: '',
    ...(current ? { current } : {}),
  } as never);
const current = (values: Record<string, unknown>, changedBy = 'Programme Lead', version = 7) => ({
  version,
  changedBy,
  changedAt: '2026-03-12T10:00:00Z',
  values,
});

describe('the queue', () => {
  test('words on one item that were not sent yet are one write, of the version they were begun on', () => {
    let queue: Queue = put([], say('a', 'Tw', { notBefore: 900 }));
    queue = put(queue, say('b', 'Else'));
    queue = put(queue, say('a', 'Two left', { base: 2, state: 'DONE', rating: RED }));
    expect(queue).toHaveLength(2);
    expect(queue[0]).toMatchObject({
      id: 'w1',
      note: 'Two left',
      base: 1,
      state: 'DONE',
      rating: RED,
      notBefore: 0,
    });
    queue = put(queue, say('a', 'Two left.', { notBefore: 2_000 }));
    expect(queue[0]).toMatchObject({ note: 'Two left.', state: 'DONE', rating: RED, notBefore: 0 });
  });

  test('decisions are never taken together', () => {
    expect(put(put([], decide('one')), decide('two'))).toHaveLength(2);
  });

  test('an item is shown with what was said of it since', () => {
    const item = { note: 'Theirs', state: 'WAITING', rag: 'AMBER' } as const;
    const said = put([], say('a', 'Mine', { state: 'DONE', rating: RED }));
    expect(shownItem(item, said)).toEqual({ note: 'Mine', state: 'DONE', rag: 'RED' });
    expect(shownItem(item, put([], say('a', 'Mine')))).toEqual({
      note: 'Mine',
      state: 'WAITING',
      rag: 'AMBER',
    });
    expect(shownItem(item, [])).toBe(item);
  });

  test('sent again, it goes on from the version of the item, or of the action when that is what changed', () => {
    const [entry] = put([], say('a', 'Mine', { rating: RED }));
    expect(rebased(entry as Entry, current({ note: 'x' }))).toMatchObject({ base: 7, rating: RED });
    expect(rebased(entry as Entry, current({ declaredRag: 'GREEN' }))).toMatchObject({
      base: 1,
      rating: { actionVersion: 7 },
    });
  });
});

describe('sending', () => {
  let kept: string | undefined;
  let sent: Entry[] = [];
  let answer: (entry: Entry) => Promise<number>;
  const start = () => {
    const sender = new QueueSender({
      send: (entry) => {
        sent.push(entry);
        return answer(entry);
      },
      problemOf: (error) => (error as ProblemError).problem,
      keep: (text) => {
        kept = text ?? undefined;
      },
      kept,
      userName: 'Programme Lead',
      now: () => Date.now(),
    });
    sender.start();
    return sender;
  };
  const said = () => sent.map((entry) => (entry.kind === 'item' ? entry.note : entry.id));
  beforeEach(() => {
    kept = undefined;
    sent = [];
    answer = async () => 2;
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  test('typed words wait for a pause, what is recorded goes at once, and all is kept until it is written', async () => {
    const sender = start();
    sender.put(say('a', 'Tw', { notBefore: Date.now() + 800 }));
    sender.put(say('a', 'Two', { notBefore: Date.now() + 800 }));
    expect(said()).toEqual([]);
    expect(kept).toContain('Two');
    await vi.advanceTimersByTimeAsync(800);
    expect(said()).toEqual(['Two']);
    sender.put(say('b', 'Recorded', { state: 'DONE' }));
    await vi.advanceTimersByTimeAsync(0);
    expect(said()).toEqual(['Two', 'Recorded']);
    expect(kept).toBeUndefined();
    expect(sender.state()).toMatchObject({ queue: [], isOffline: false });
    expect(sender.state().savedAt).toBeGreaterThan(0);
  });

  test('words typed while others are under way go on from the version that those made', async () => {
    let arrive: (version: number) => void = () => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    const sender = start();
    sender.put(say('a', 'One'));
    sender.put(say('a', 'One two'));
    sender.put(say('b', 'Other'));
    expect(said()).toEqual(['One']);
    arrive(5);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ itemId: 'a', note: 'One two', base: 5 });
    arrive(6);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[2]).toMatchObject({ itemId: 'b', base: 1 });
  });

  test('a lost connection keeps the order, and what was kept survives a reload', async () => {
    answer = async () => Promise.reject(problem('UNAVAILABLE'));
    const sender = start();
    sender.put(say('a', 'First', { state: 'DONE', rating: RED }));
    sender.put(decide('second'));
    sender.put(say('c', 'Third'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(new Set(said())).toEqual(new Set(['First']));
    expect(sender.state().isOffline).toBe(true);
    sender.stop();

    sent = [];
    answer = async () => 2;
    const again = start();
    await vi.advanceTimersByTimeAsync(0);
    expect(said()).toEqual(['First', 'second', 'Third']);
    expect(sent[0]).toMatchObject({ rating: RED, state: 'DONE' });
    expect(again.state()).toMatchObject({ queue: [], isOffline: false });
  });

  test('the connection is tried again within two seconds, or at once when it is said to be back', async () => {
    answer = async () => Promise.reject(problem('UNAVAILABLE'));
    const sender = start();
    sender.put(say('a', 'Words'));
    await vi.advanceTimersByTimeAsync(20_000);
    const before = sent.length;
    // Every key asks the network no more often.
    for (const note of ['Words a', 'Words an', 'Words and']) sender.put(say('a', note));
    expect(sent).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.length).toBeGreaterThan(before);
    answer = async () => 2;
    sender.hurry();
    await vi.advanceTimersByTimeAsync(0);
    expect(sender.state().queue).toEqual([]);
  });

  test('what somebody else changed is for the person to see; the rest goes on', async () => {
    answer = async (entry) =>
      entry.kind === 'item' && entry.itemId === 'a' && entry.base === 1
        ? Promise.reject(
            problem('CONFLICT', current({ note: 'Theirs', state: 'WAITING' }, 'Head of Fostering')),
          )
        : 8;
    const sender = start();
    sender.put(say('a', 'Mine'));
    sender.put(say('b', 'Other'));
    await vi.advanceTimersByTimeAsync(0);
    expect(said()).toEqual(['Mine', 'Other']);
    // More words go with it, and are not sent on their own.
    sender.put(say('a', 'Mine and more'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(said()).toEqual(['Mine', 'Other']);
    const [stuck] = sender.state().queue;
    expect(stuck).toMatchObject({ note: 'Mine and more', status: 'stuck', stuck: { why: 'conflict' } });
    if (stuck?.stuck?.why !== 'conflict') throw new Error('not stuck');
    const { current: theirs } = stuck.stuck;
    sender.settle(stuck.id, (entry) => rebased(entry, theirs));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toMatchObject({ note: 'Mine and more', base: 7 });
    expect(sender.state().queue).toEqual([]);
  });

  test('one’s own earlier word, whose answer was lost, is no news: gone on from, or already written', async () => {
    answer = async (entry) =>
      entry.kind === 'item' && entry.base === 1
        ? Promise.reject(problem('CONFLICT', current({ note: 'Ha', state: 'WAITING' })))
        : 8;
    const sender = start();
    sender.put(say('a', 'Half', { state: 'DONE' }));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.map((entry) => (entry as ItemWrite).base)).toEqual([1, 7]);
    sender.put(say('b', 'Ha '));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(3);
    expect(sender.state().queue).toEqual([]);
  });

  test('a refusal is shown with its sentence, and can be left or sent again', async () => {
    answer = async () => Promise.reject(problem('RULE'));
    const sender = start();
    sender.put(decide('one'));
    sender.put(say('a', 'Words'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sender.state().queue.map(({ stuck }) => stuck)).toEqual([
      { why: 'refused', message: 'It cannot be.' },
      { why: 'refused', message: 'It cannot be.' },
    ]);
    sender.settle('one', null);
    answer = async () => 3;
    const [words] = sender.state().queue;
    sender.settle(words?.id ?? '', (entry) => ({ ...entry, status: 'waiting' }));
    await vi.advanceTimersByTimeAsync(0);
    expect(sender.state().queue).toEqual([]);
  });

  test('a server that only fails is given up in the end, with the words still here', async () => {
    answer = async () => Promise.reject(problem('INTERNAL'));
    const sender = start();
    sender.put(say('a', 'Words'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.length).toBeLessThan(12);
    expect(sender.saidOf('a')[0]).toMatchObject({ note: 'Words', status: 'stuck' });
  });

  test('an item of which nothing new is said keeps its list', () => {
    answer = () => new Promise(() => undefined);
    const sender = start();
    sender.put(say('a', 'One'));
    const before = sender.saidOf('a');
    sender.put(say('b', 'Two'));
    expect(sender.saidOf('a')).toBe(before);
    expect(sender.saidOf('none')).toBe(sender.saidOf('other'));
  });
});
