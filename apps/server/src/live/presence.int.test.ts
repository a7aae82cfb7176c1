import { afterAll, expect, test, vi } from 'vitest';
import { buildServer } from '../server.ts';
import { makeAction } from '../testing/make-action.ts';
import { startTestServer } from '../testing/start-test-server.ts';
import { createLiveHub } from './live-hub.ts';
import type { Here } from './presence.ts';

const server = await startTestServer();
const { db } = server;
const leadId = (await server.makeAccount('lead@trust.example', ['PROGRAMME_LEAD'])).userId;
const managerId = (await server.makeAccount('manager@trust.example', ['MANAGER'])).userId;
const partnerId = (await server.makeAccount('partner@police.example', ['PARTNER'])).userId;
await server.makeAccount('viewer@trust.example', ['VIEWER']);
const cookies = {
  lead: await server.signIn('lead@trust.example'),
  manager: await server.signIn('manager@trust.example'),
  partner: await server.signIn('partner@police.example'),
  viewer: await server.signIn('viewer@trust.example'),
};

/** A second server process, as far as the database can tell. */
const second = buildServer(
  { ...server.services, live: createLiveHub({ db, url: server.databaseUrl, onError: () => undefined }) },
  { webDir: '/nowhere', logLevel: 'silent' },
);
const secondUrl = await second.listen({ host: '127.0.0.1', port: 0 });
afterAll(() => second.close());

async function listenAs(cookie: string, url = server.url) {
  const gone = new AbortController();
  const answer = await fetch(`${url}/api/live`, { headers: { cookie }, signal: gone.signal });
  if (!answer.ok || !answer.body) throw new Error(`live answered ${answer.status}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  void (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
  })().catch(() => undefined);
  await vi.waitFor(() => expect(text).toContain('event: open'));
  const heard = () =>
    [...text.matchAll(/^event: here\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as Here);
  return { heard, stop: () => gone.abort() };
}

const ears = {
  lead: await listenAs(cookies.lead),
  manager: await listenAs(cookies.manager, secondUrl),
  partner: await listenAs(cookies.partner, secondUrl),
  viewer: await listenAs(cookies.viewer),
};
afterAll(() => {
  for (const ear of Object.values(ears)) ear.stop();
});
await vi.waitFor(async () => {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`;
  expect(row?.n).toBe(2);
});

const say = async (cookie: string, actionId: string, state: 'READING' | 'TYPING' | 'GONE') =>
  (await server.call('/trpc/live.here', { cookie, json: { recordId: actionId, state } })).status;
const heardOf = (ear: { heard: () => Here[] }, actionId: string) =>
  ear.heard().filter((here) => here.recordId === actionId);

test('two who have the same action open see each other, in both processes; nobody else is told', async () => {
  const { actionId } = await makeAction(db, leadId);
  const rowsBefore = await db.auditEvent.count();
  expect(await say(cookies.manager, actionId, 'READING')).toBe(200);
  expect(await say(cookies.lead, actionId, 'TYPING')).toBe(200);
  await vi.waitFor(() => expect(heardOf(ears.manager, actionId)).toHaveLength(1));
  await vi.waitFor(() => expect(heardOf(ears.lead, actionId)).toHaveLength(1));
  expect(heardOf(ears.manager, actionId)[0]).toEqual({
    of: 'ACTION',
    recordId: actionId,
    userId: leadId,
    name: 'lead',
    isTyping: true,
    forMs: 45_000,
  });
  expect(heardOf(ears.lead, actionId)[0]).toMatchObject({ userId: managerId, isTyping: false });
  await say(cookies.lead, actionId, 'GONE');
  await vi.waitFor(() => expect(heardOf(ears.manager, actionId).at(-1)?.forMs).toBe(0));
  expect(ears.viewer.heard()).toEqual([]);
  expect(await db.auditEvent.count()).toBe(rowsBefore);
});

test('a partner who may not see the action can neither say nor hear; one who no longer may hears no more', async () => {
  const theirs = await makeAction(db, leadId);
  const owner = (ownerUserId: string | null) =>
    db.action.update({ where: { id: theirs.actionId }, data: { ownerUserId }, select: { id: true } });
  const { actionId: otherId } = await makeAction(db, leadId);
  await owner(partnerId);
  expect(await say(cookies.partner, otherId, 'READING')).toBe(404);
  expect(await say(cookies.partner, theirs.actionId, 'READING')).toBe(200);
  await say(cookies.lead, otherId, 'READING');
  await say(cookies.lead, theirs.actionId, 'READING');
  await vi.waitFor(() => expect(heardOf(ears.partner, theirs.actionId)).toHaveLength(1));
  await owner(leadId);
  await say(cookies.lead, theirs.actionId, 'TYPING');
  await say(cookies.manager, theirs.actionId, 'READING');
  await vi.waitFor(() => expect(heardOf(ears.manager, theirs.actionId).length).toBeGreaterThan(1));
  expect(heardOf(ears.partner, theirs.actionId)).toHaveLength(1);
  expect(heardOf(ears.partner, otherId)).toEqual([]);
  // Going is always allowed, and tells nothing of one who was never there.
  expect(await say(cookies.partner, otherId, 'GONE')).toBe(200);
  expect(await say(cookies.partner, theirs.actionId, 'GONE')).toBe(200);
  const last = () => heardOf(ears.manager, theirs.actionId).at(-1);
  await vi.waitFor(() => expect(last()).toMatchObject({ userId: partnerId, forMs: 0 }));
  expect(heardOf(ears.lead, otherId)).toEqual([]);
});

test('a meeting is told of as an action is, to those who read reviews', async () => {
  const { planId } = await makeAction(db, leadId);
  const { id: recordId } = await db.review.create({
    data: { planId, number: 1, heldOn: new Date('2026-03-12') },
    select: { id: true },
  });
  const sayMeeting = async (cookie: string, state: 'READING' | 'GONE') =>
    (await server.call('/trpc/live.here', { cookie, json: { of: 'REVIEW', recordId, state } })).status;
  expect(await sayMeeting(cookies.partner, 'READING')).toBe(403);
  expect(await sayMeeting(cookies.manager, 'READING')).toBe(200);
  expect(await sayMeeting(cookies.viewer, 'READING')).toBe(200);
  await vi.waitFor(() =>
    expect(heardOf(ears.manager, recordId).at(-1)).toMatchObject({ of: 'REVIEW', name: 'viewer' }),
  );
  await vi.waitFor(() => expect(heardOf(ears.viewer, recordId)[0]).toMatchObject({ userId: managerId }));
  await sayMeeting(cookies.viewer, 'GONE');
  await vi.waitFor(() => expect(heardOf(ears.manager, recordId).at(-1)?.forMs).toBe(0));
  expect(ears.partner.heard().filter((here) => here.recordId === recordId)).toEqual([]);
});

test('whoever signs out is gone at once, and saying so keeps no session alive', async () => {
  const { actionId } = await makeAction(db, leadId);
  const { userId } = await server.makeAccount('leaver@trust.example', ['VIEWER']);
  const cookie = await server.signIn('leaver@trust.example');
  const activeAt = new Date(Date.now() - 10 * 60_000);
  await db.session.updateMany({ where: { userId }, data: { activeAt } });
  await say(cookies.manager, actionId, 'READING');
  const answer = await server.call('/trpc/live.here', {
    cookie,
    json: { recordId: actionId, state: 'READING' },
    headers: { 'x-background': '1' },
  });
  expect(answer.status).toBe(200);
  await vi.waitFor(() => expect(heardOf(ears.manager, actionId)).toHaveLength(1));
  const session = await db.session.findFirst({ where: { userId }, select: { activeAt: true } });
  expect(session?.activeAt).toEqual(activeAt);
  await server.call('/api/auth/sign-out', { cookie, json: {} });
  await vi.waitFor(() => expect(heardOf(ears.manager, actionId).at(-1)).toMatchObject({ userId, forMs: 0 }));
  expect(await say(cookie, actionId, 'READING')).toBe(401);
});

test('said far too often it is passed over without a word', async () => {
  const { actionId } = await makeAction(db, leadId);
  await say(cookies.manager, actionId, 'READING');
  for (let at = 0; at < 70; at += 1) expect(await say(cookies.viewer, actionId, 'READING')).toBe(200);
  await vi.waitFor(() => expect(heardOf(ears.manager, actionId).length).toBeGreaterThan(50));
  expect(heardOf(ears.manager, actionId).length).toBeLessThanOrEqual(60);
});
