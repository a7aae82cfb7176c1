import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appRouter, fileRoutes } from '@gt/api';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildServer } from '../server.ts';
import { makeRoom } from '../testing/make-room.ts';
import { type Answer, type CallOptions, startTestServer } from '../testing/start-test-server.ts';
import { roomRoutes } from './room-routes.ts';

const server = await startTestServer();
const { db } = server;
const { userId } = await server.makeAccount('lead@trust.example', ['PROGRAMME_LEAD']);
const cookie = await server.signIn('lead@trust.example');
const room = await makeRoom(server, cookie, userId);
const other = await makeRoom(server, cookie, userId);

beforeEach(() => db.rateLimit.deleteMany());

const entrance = (json: object, more: CallOptions = {}) =>
  server.call('/api/room/entrance', { json, ...more });
const keys = ({ secret, code }: typeof room) => ({ secret, code });
/** The cookie of a visit, and the line that set it. */
async function enter(at: typeof room) {
  const answer = await entrance(keys(at));
  expect(answer.status).toBe(200);
  const [line = ''] = answer.headers.getSetCookie();
  return { line, visit: line.split(';')[0] ?? '' };
}
const problemIn = async (answer: Answer) => (await answer.json()).error.problem;

describe('the way in', () => {
  test('the session is a cookie of the room alone, which no script reads', async () => {
    const { line } = await enter(room);
    expect(line).toMatch(/^gt_room=[\w-]{43}; Path=\/api\/room; Max-Age=\d+; HttpOnly; SameSite=Strict$/);
    const [, seconds] = /Max-Age=(\d+)/.exec(line) ?? [];
    expect(Number(seconds)).toBeLessThanOrEqual(25 * 3_600);
  });

  test('a link is opened as often as scanners like and opens nothing without its code', async () => {
    const before = await db.roomLogLine.count();
    for (const method of ['GET', 'HEAD'] as const) {
      expect((await server.call(`/room?${room.secret}`, { method })).headers.getSetCookie()).toEqual([]);
      expect((await server.call('/api/room/entrance', { method })).status).toBe(404);
    }
    const { status } = await entrance({ secret: room.secret });
    expect(status).toBe(400);
    expect(await db.roomLogLine.count()).toBe(before);
  });

  test('from another site it is shut', async () => {
    const answer = await entrance(keys(room), { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(answer.status).toBe(403);
    const { visit } = await enter(room);
    const read = await server.call('/api/room', {
      cookie: visit,
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(read.status).toBe(403);
  });

  test('guesses of links from one place are counted, and links that are ones are not', async () => {
    for (let turn = 0; turn < 3; turn += 1) await enter(room);
    const guess = () => entrance({ secret: `${randomUUID()}abcdefg`.slice(0, 43), code: room.code });
    const statuses = [];
    for (let turn = 0; turn < 61; turn += 1) statuses.push((await guess()).status);
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(404));
    expect(statuses[60]).toBe(429);
  });

  test('the page tells nobody where its visitor came from, and no search engine keeps it', async () => {
    const webDir = await mkdtemp(join(tmpdir(), 'golden-thread-page-'));
    await writeFile(join(webDir, 'index.html'), '<!doctype html><title>Golden Thread</title>');
    const app = buildServer(server.services, { webDir, logLevel: 'silent' });
    const { headers } = await app.inject({ url: '/room' });
    const elsewhere = await app.inject({ url: '/rooms' });
    await app.close();
    await rm(webDir, { recursive: true });
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(elsewhere.headers['referrer-policy']).toBe('same-origin');
  });
});

describe('inside', () => {
  test('every route is shut to whoever has no visit', async () => {
    for (const { method, path } of roomRoutes) {
      const url = path.replace(':ref', 'E1').replace(':page', '1');
      const options = method === 'POST' ? { json: {} } : {};
      const none = await server.call(url, options);
      const made = await server.call(url, { ...options, cookie: `gt_room=${'x'.repeat(43)}` });
      const lead = await server.call(url, { ...options, cookie });
      expect([path, none.status, made.status, lead.status]).toEqual([path, 401, 401, 401]);
    }
  });

  test('the pack is read, seen and taken away, and nothing is sent inline', async () => {
    const { visit } = await enter(room);
    const get = (path: string) => server.call(`/api/room${path}`, { cookie: visit });
    expect(await (await get('')).json()).toMatchObject({ visitor: 'Lead inspector', pack: { number: 1 } });
    expect(await (await get('/recommendations/R1')).json()).toMatchObject({ evidence: [{ ref: 'E1' }] });
    expect(await (await get('/evidence/E1/preview')).json()).toMatchObject({ kind: 'TEXT' });
    const file = await get('/evidence/E1/file');
    expect(await file.text()).toMatch(/^audit of /);
    const zip = await get('/pack');
    expect((await zip.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
    for (const { headers } of [file, zip]) {
      expect(headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('no id of the plan is taken, and nothing of another room’s pack is found', async () => {
    const { visit } = await enter(room);
    for (const ref of [other.versionId, room.versionId, 'E2', '..%2f..%2fE1', 'e1']) {
      const answer = await server.call(`/api/room/evidence/${ref}/file`, { cookie: visit });
      expect([ref, answer.status]).toEqual([ref, 404]);
    }
    const theirs = await enter(other);
    const [mine, its] = await Promise.all(
      [visit, theirs.visit].map(async (cookieOf) =>
        (await server.call('/api/room/evidence/E1/file', { cookie: cookieOf })).text(),
      ),
    );
    expect(mine).not.toBe(its);
  });

  test('a visit is nobody to every procedure and file route', async () => {
    const { visit } = await enter(room);
    const procedures = Object.entries(
      appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
    );
    expect(procedures.length).toBeGreaterThan(100);
    for (const [path, { _def }] of procedures) {
      const answer = await server.call(`/trpc/${path}`, {
        cookie: visit,
        ...(_def.type === 'mutation' ? { json: {} } : {}),
      });
      expect([path, answer.status]).toEqual([path, 401]);
    }
    for (const { method, path } of fileRoutes) {
      const url = path.replace(/:\w+/g, room.packId);
      const answer = await server.call(url, { cookie: visit, method });
      expect([path, answer.status]).toEqual([path, 401]);
    }
    const session = await (await server.call('/api/session', { cookie: visit })).json();
    expect(session.user).toBeNull();
    expect((await server.call('/api/live', { cookie: visit })).status).toBe(401);
  });

  test('leaving takes the cookie back, and closing has its effect with the next request', async () => {
    const first = await enter(room);
    const left = await server.call('/api/room/leave', { cookie: first.visit, json: {} });
    expect(left.headers.getSetCookie()[0]).toContain('gt_room=; Path=/api/room; Max-Age=0');
    expect((await server.call('/api/room', { cookie: first.visit })).status).toBe(401);
    const { visit } = await enter(other);
    expect((await server.call('/api/room/standing', { cookie: visit })).status).toBe(200);
    await server.call('/trpc/rooms.close', { cookie, json: { roomId: other.roomId, version: 1 } });
    const shut = await server.call('/api/room', { cookie: visit });
    expect(shut.status).toBe(422);
    expect((await problemIn(shut)).message).toMatch(/^This room was closed on/);
    expect((await server.call('/api/room/evidence/E1/file', { cookie: visit })).status).toBe(422);
    expect((await entrance(keys(other))).status).toBe(403);
  });
});
