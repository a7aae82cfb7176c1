import type { News } from '@gt/api';
import { newId } from '@gt/api';
import { inTransaction, notify } from '@gt/db';
import { afterAll, expect, test, vi } from 'vitest';
import { buildServer } from '../server.ts';
import { makeAction } from '../testing/make-action.ts';
import { startTestServer } from '../testing/start-test-server.ts';
import { createLiveHub } from './live-hub.ts';

const server = await startTestServer();
const { db } = server;
const leadId = (await server.makeAccount('lead@trust.example', ['PROGRAMME_LEAD'])).userId;
const managerId = (await server.makeAccount('manager@trust.example', ['MANAGER'])).userId;
const partnerId = (await server.makeAccount('partner@police.example', ['PARTNER'])).userId;
await server.makeAccount('admin@trust.example', ['ADMINISTRATOR']);
const cookies = {
  lead: await server.signIn('lead@trust.example'),
  manager: await server.signIn('manager@trust.example'),
  partner: await server.signIn('partner@police.example'),
  admin: await server.signIn('admin@trust.example'),
};

/** A second server process, as far as the database can tell: its own hub, its own port. */
const second = buildServer(
  {
    ...server.services,
    live: createLiveHub({ db, url: server.databaseUrl, onError: () => undefined }),
  },
  { webDir: '/nowhere', logLevel: 'silent', liveTimes: { heartbeatMs: 50, recheckMs: 200 } },
);
const secondUrl = await second.listen({ host: '127.0.0.1', port: 0 });
afterAll(() => second.close());

type Heard = { event: string; data: News | null };
type Ear = { heard: Heard[]; text: () => string; isEnded: () => boolean; stop: () => void };

async function open(cookie: string, url = server.url): Promise<Ear> {
  const gone = new AbortController();
  const answer = await fetch(`${url}/api/live`, { headers: { cookie }, signal: gone.signal });
  if (!answer.ok || !answer.body) throw new Error(`live answered ${answer.status}`);
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const heard: Heard[] = [];
  let text = '';
  let ended = false;
  void (async () => {
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += part.value;
      heard.splice(0, heard.length, ...eventsIn(text));
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      ended = true;
    });
  await vi.waitFor(() => expect(heard[0]?.event).toBe('open'));
  return { heard, text: () => text, isEnded: () => ended, stop: () => gone.abort() };
}

function eventsIn(text: string): Heard[] {
  return text.split('\n\n').flatMap((block) => {
    const event = /^event: (.*)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    return event ? [{ event, data: JSON.parse(data ?? 'null') as News | null }] : [];
  });
}

/** Listening begins with the first stream; until the database has heard of it nothing is passed on. */
async function whenListening(): Promise<void> {
  await vi.waitFor(async () => {
    const [row] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`;
    expect(row?.n).toBe(2);
  });
}

const changesIn = (ear: Ear) => ear.heard.filter((item) => item.event === 'changed');
const comment = (cookie: string, actionId: string, url = server.url) =>
  fetch(`${url}/trpc/comments.add`, {
    method: 'POST',
    headers: { cookie, 'x-golden-thread': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ actionId, body: 'Said in words', mentionIds: [], idempotencyKey: newId() }),
  });

test('a change made in one process is told by both, to each what they may know and no word of it', async () => {
  const theirs = await makeAction(db, leadId);
  await db.action.update({
    where: { id: theirs.actionId },
    data: { ownerUserId: partnerId },
    select: { id: true },
  });
  const others = await makeAction(db, leadId);
  const ears = {
    lead: await open(cookies.lead),
    manager: await open(cookies.manager, secondUrl),
    partner: await open(cookies.partner, secondUrl),
    admin: await open(cookies.admin, secondUrl),
  };
  await whenListening();
  expect((await comment(cookies.lead, others.actionId)).status).toBe(200);
  await vi.waitFor(() => expect(changesIn(ears.manager)).toHaveLength(1));
  await vi.waitFor(() => expect(changesIn(ears.lead)).toHaveLength(1));
  expect(changesIn(ears.manager)[0]?.data).toEqual({
    planId: others.planId,
    kinds: ['COMMENT'],
    actionIds: [others.actionId],
    isOwn: false,
    who: 'lead',
  });
  expect(changesIn(ears.lead)[0]?.data?.isOwn).toBe(true);
  await comment(cookies.lead, theirs.actionId);
  await vi.waitFor(() => expect(changesIn(ears.partner)).toHaveLength(1));
  expect(changesIn(ears.partner)[0]?.data).toMatchObject({
    kinds: ['COMMENT'],
    actionIds: [theirs.actionId],
  });
  expect(ears.partner.heard.map((item) => item.event)).toContain('inbox');
  expect(ears.partner.text()).not.toContain(others.actionId);
  expect(changesIn(ears.admin)).toHaveLength(0);
  for (const ear of Object.values(ears)) {
    expect(ear.text()).not.toContain('Said in words');
    ear.stop();
  }
});

test('what is rolled back is told to nobody, and many rows are told as one', async () => {
  const { planId } = await makeAction(db, leadId);
  const ear = await open(cookies.manager, secondUrl);
  const { recordAudit } = await import('@gt/api');
  const who = { userId: managerId, userName: 'manager', now: new Date(), requestId: 'test' };
  const write = (count: number, fails = false) =>
    inTransaction(db, async (tx) => {
      for (let at = 0; at < count; at += 1) {
        const entry = { action: 'action.edit', entityType: 'ACTION', entityId: newId(), planId };
        await recordAudit(tx, who, entry);
      }
      if (fails) throw new Error('stop');
    });
  await write(3, true).catch(() => undefined);
  await write(250);
  await vi.waitFor(() => expect(changesIn(ear)).toHaveLength(1));
  expect(changesIn(ear)[0]?.data?.actionIds).toHaveLength(250);
  ear.stop();
});

test('a stream ends when the person signs out or is deactivated', async () => {
  const { userId } = await server.makeAccount('leaver@trust.example', ['VIEWER']);
  const cookie = await server.signIn('leaver@trust.example');
  const ear = await open(cookie);
  const other = await open(await server.signIn('leaver@trust.example'), secondUrl);
  await whenListening();
  await server.call('/api/auth/sign-out', { cookie, json: {} });
  await vi.waitFor(() => expect(ear.isEnded()).toBe(true));
  expect(ear.heard.at(-1)?.event).toBe('ended');
  expect(other.isEnded()).toBe(false);
  const answer = await server.call('/trpc/people.deactivate', {
    cookie: cookies.admin,
    json: { userId, version: 1 },
  });
  expect(answer.status).toBe(200);
  await vi.waitFor(() => expect(other.isEnded()).toBe(true));
});

test('a session that nobody told of ends within the next look, and listening keeps no session alive', async () => {
  const { userId } = await server.makeAccount('idle@trust.example', ['VIEWER']);
  const ear = await open(await server.signIn('idle@trust.example'), secondUrl);
  const activeAt = new Date(Date.now() - 10 * 60_000);
  await db.session.updateMany({ where: { userId }, data: { activeAt } });
  await vi.waitFor(() => expect(ear.text().split('\n\n').length).toBeGreaterThan(8));
  const session = await db.session.findFirst({ where: { userId }, select: { activeAt: true } });
  expect(session?.activeAt).toEqual(activeAt);
  await db.session.deleteMany({ where: { userId } });
  await vi.waitFor(() => expect(ear.isEnded()).toBe(true), { timeout: 5000 });
});

test('signed out, from another site, or too often: refused in words', async () => {
  expect((await fetch(`${server.url}/api/live`)).status).toBe(401);
  const foreign = { cookie: cookies.lead, 'sec-fetch-site': 'cross-site' };
  expect((await fetch(`${server.url}/api/live`, { headers: foreign })).status).toBe(403);
  const ears = [];
  for (let at = 0; at < 8; at += 1) ears.push(await open(cookies.admin));
  const ninth = await fetch(`${server.url}/api/live`, { headers: { cookie: cookies.admin } });
  expect(ninth.status).toBe(429);
  for (const ear of ears) ear.stop();
  await vi.waitFor(() => expect(server.services.live.count).toBeDefined());
});

test('what no version of the product sent is passed over', async () => {
  const ear = await open(cookies.manager);
  await notify(db, 'golden_thread_live', 'not json');
  await notify(db, 'golden_thread_live', '{"k":"x"}');
  const { actionId } = await makeAction(db, leadId);
  await comment(cookies.lead, actionId);
  await vi.waitFor(() => expect(changesIn(ear)).toHaveLength(1));
  ear.stop();
});
