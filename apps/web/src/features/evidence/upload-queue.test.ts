import { isoDate } from '@gt/contracts/words';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../lib/problem.ts';

type Options = { headers: Record<string, string>; signal: AbortSignal; onProgress: (share: number) => void };
type Sent = { options: Options; done: (answer: unknown) => void; fail: (error: unknown) => void };

const { sent, setSessionEnded } = vi.hoisted(() => ({ sent: [] as Sent[], setSessionEnded: vi.fn() }));
vi.mock('../../lib/upload-file.ts', () => ({
  uploadFile: (_path: string, _file: unknown, options: Options) =>
    new Promise((done, fail) => sent.push({ options, done, fail })),
}));
vi.mock('../../lib/session-ended.ts', () => ({ setSessionEnded }));
vi.mock('./queries.ts', () => ({ refreshEvidence: async () => undefined }));

const { UploadQueue } = await import('./upload-queue.ts');
const TODAY = isoDate('2026-03-12');
const target = { planId: 'plan', entityType: 'ACTION', entityId: 'action' } as const;
const tick = () => new Promise((resolve) => setTimeout(resolve, 0));
const stored = new Map<string, string>();

beforeEach(() => {
  sent.length = 0;
  stored.clear();
  setSessionEnded.mockClear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});

function queueOf(...names: string[]) {
  const queue = new UploadQueue('me', target);
  queue.add(names.map((name) => new File(['x'], name)));
  for (const { id } of queue.snapshot()) queue.change(id, { kind: 'MINUTES', shows: 'Who was approved' });
  return {
    queue,
    ids: queue.snapshot().map((item) => item.id),
    states: () => queue.snapshot().map((item) => item.state),
  };
}

describe('files on their way', () => {
  it('go two at once, the next when one is done', async () => {
    const { queue, ids, states } = queueOf('a.txt', 'b.txt', 'c.txt');
    expect(queue.send(ids, TODAY)).toEqual([]);
    expect(states()).toEqual(['SENDING', 'SENDING', 'WAITING']);
    sent[0]?.done({ reference: 'E1', evidenceId: 'one' });
    await tick();
    expect(states()).toEqual(['DONE', 'SENDING', 'SENDING']);
    expect(queue.snapshot()[0]?.made).toEqual({ reference: 'E1', evidenceId: 'one' });
  });

  it('stay when something is wrong with their words, each with its sentence', () => {
    const { queue, ids } = queueOf('a.txt', 'b.txt');
    queue.change(ids[0] ?? '', { title: ' ' });
    const found = queue.send(ids, TODAY);
    expect(found).toEqual([{ id: ids[0], problem: { field: 'title', message: 'Enter a title' } }]);
    expect(queue.snapshot().map((item) => item.state)).toEqual(['READY', 'SENDING']);
  });

  it('are tried again with the same key, so that a lost answer makes no second item', async () => {
    const { queue, ids, states } = queueOf('a.txt');
    queue.send(ids, TODAY);
    sent[0]?.fail(new ProblemError({ code: 'UNAVAILABLE', message: 'Not reached', requestId: '' }));
    await tick();
    expect(states()).toEqual(['FAILED']);
    expect(queue.snapshot()[0]?.failure).toBe('Not reached');
    queue.send(ids, TODAY);
    expect(sent[1]?.options.headers['x-idempotency-key']).toBe(sent[0]?.options.headers['x-idempotency-key']);
  });

  it('can be stopped, and keep their words', async () => {
    const { queue, ids, states } = queueOf('a.txt');
    queue.send(ids, TODAY);
    queue.cancel(ids[0] ?? '');
    expect(sent[0]?.options.signal.aborted).toBe(true);
    sent[0]?.fail(new DOMException('Upload stopped', 'AbortError'));
    await tick();
    expect(states()).toEqual(['READY']);
    expect(queue.snapshot()[0]?.facts.shows).toBe('Who was approved');
  });

  it('say so when the session has ended, and lose nothing', async () => {
    const { queue, ids, states } = queueOf('a.txt');
    queue.send(ids, TODAY);
    sent[0]?.fail(new ProblemError({ code: 'NOT_SIGNED_IN', message: 'You are signed out.', requestId: '' }));
    await tick();
    await tick();
    expect(states()).toEqual(['FAILED']);
    expect(setSessionEnded).toHaveBeenCalledWith(true);
    expect(queue.snapshot()).toHaveLength(1);
  });
});

describe('words about files', () => {
  it('are kept as drafts and come back with the same file, until it is uploaded', async () => {
    const { queue, ids } = queueOf('a.txt');
    queue.remove('nothing');
    const again = queueOf().queue;
    again.add([new File(['x'], 'a.txt')]);
    expect(again.snapshot()[0]?.facts.shows).toBe('Who was approved');
    queue.send(ids, TODAY);
    sent[0]?.done({ reference: 'E1', evidenceId: 'one' });
    await tick();
    expect([...stored.keys()].filter((key) => key.includes('a.txt'))).toEqual([]);
  });

  it('are copied to the other files, titles apart', () => {
    const { queue, ids } = queueOf('a.txt', 'b.txt');
    queue.change(ids[0] ?? '', { kind: 'DATA', source: 'Case system', title: 'First' });
    queue.copyToOthers(ids[0] ?? '');
    expect(queue.snapshot()[1]?.facts).toMatchObject({ kind: 'DATA', source: 'Case system', title: 'b' });
  });
});
