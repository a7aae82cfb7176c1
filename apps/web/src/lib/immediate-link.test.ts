import type { AppRouter } from '@gt/api/types';
import { createTRPCClient } from '@trpc/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { immediateLink } from './immediate-link.ts';
import { problemOf } from './problem.ts';

const sent = vi.fn<typeof fetch>();
const client = createTRPCClient<AppRouter>({ links: [immediateLink] });
const save = () => client.reviews.saveItem.mutate({ itemId: 'item', version: 3, note: 'The panel met.' });

beforeEach(() => {
  vi.stubGlobal('fetch', sent);
  vi.stubGlobal('localStorage', { getItem: () => null });
});
afterEach(() => {
  vi.unstubAllGlobals();
  sent.mockReset();
});

test('is on its way before whoever asked goes on, and answers what the server answered', async () => {
  sent.mockResolvedValue(Response.json({ result: { data: { item: { version: 4 } } } }));
  const answer = save();
  expect(sent).toHaveBeenCalledOnce();
  const [address, { method, headers, body } = {}] = sent.mock.calls[0] ?? [];
  expect(address).toBe('/trpc/reviews.saveItem');
  expect(method).toBe('POST');
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-golden-thread': '1' });
  expect(JSON.parse(String(body))).toEqual({ itemId: 'item', version: 3, note: 'The panel met.' });
  expect(await answer).toEqual({ item: { version: 4 } });
});

test('a refusal keeps what the server said of it', async () => {
  const problem = { code: 'CONFLICT', message: 'Somebody was sooner.', requestId: 'r' };
  sent.mockResolvedValue(
    Response.json({ error: { message: 'x', code: -32009, data: { problem } } }, { status: 409 }),
  );
  expect(problemOf(await save().catch((error: unknown) => error))).toEqual(problem);
});

test.each([
  ['a connection that fails', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a page of something in between', () => Promise.resolve(new Response('<h1>Bad gateway</h1>'))],
])('%s can be tried again', async (_what, answer) => {
  sent.mockImplementation(answer);
  expect(problemOf(await save().catch((error: unknown) => error)).code).toBe('UNAVAILABLE');
});
