import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildServer } from '../server.ts';
import { type AgencyPlan, MARK, makeAgency, makeLink } from '../testing/make-agency.ts';
import { type Answer, type CallOptions, startTestServer } from '../testing/start-test-server.ts';
import { updateLinkRoutes } from './update-link-routes.ts';

const server = await startTestServer();
const { db } = server;
const lead = await server.makeAccount('lead@trust.example', ['PROGRAMME_LEAD']);
const cookie = await server.signIn('lead@trust.example');
await db.user.update({ where: { id: lead.userId }, data: { name: MARK }, select: { id: true } });

let plan: AgencyPlan;
let secret: string;
let linkId: string;

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await db.team.updateMany({ data: { archivedAt: new Date() } });
  for (const team of await db.team.findMany({ select: { id: true } })) {
    await db.team.update({
      where: { id: team.id },
      data: { name: `${team.id} ${MARK}` },
      select: { id: true },
    });
  }
  plan = await makeAgency(db, lead.userId);
  ({ secret, linkId } = await makeLink(server, cookie, plan));
});

const post = (path: string, json: unknown, more: CallOptions = {}) => server.call(path, { json, ...more });
const open = (more: CallOptions = {}) => post('/api/update-link', { secret }, more);
const versionOf = async (id: string) =>
  (await db.action.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

async function words(actionId: string, more: Record<string, unknown> = {}) {
  return {
    secret,
    actionId,
    version: await versionOf(actionId),
    writtenBy: 'Duty Sergeant',
    nothingChanged: false,
    whatHappened: 'Nine of ten discussions were answered within a day',
    difference: 'Plans are made while the children are still safe',
    inTheWay: '',
    next: 'A second officer from January',
    rag: 'GREEN',
    ragReason: '',
    percentComplete: 60,
    idempotencyKey: randomUUID(),
    ...more,
  };
}
const send = async (actionId: string, more: Record<string, unknown> = {}) =>
  post('/api/update-link/updates', await words(actionId, more));
const problemIn = async (answer: Answer) => (await answer.json()).error.problem;
const updatesOf = (actionId: string) =>
  db.progressUpdate.findMany({ where: { actionId, linkId: { not: null } }, orderBy: { createdAt: 'asc' } });

describe('what a link shows', () => {
  test('only the agency’s own open actions, and of these nothing that colleagues wrote', async () => {
    const answer = await open();
    expect(answer.status).toBe(200);
    const view = await answer.json();
    expect(JSON.stringify(view)).not.toContain(MARK);
    expect(JSON.stringify(view)).not.toContain('trust.example');
    expect(view).toMatchObject({
      name: 'Partnership Inspector',
      team: 'Police',
      trust: 'Northmoor Children’s Trust',
      askWhom: 'the programme lead at Northmoor Children’s Trust',
      updatesDue: null,
    });
    expect(Object.keys(view).sort()).toEqual(
      ['actions', 'askWhom', 'name', 'team', 'today', 'trust', 'updatesDue', 'worksUntil'].sort(),
    );
    expect(view.actions).toEqual([
      {
        id: plan.actions.given,
        version: 1,
        reference: 'R1.A1',
        title: 'Answer strategy discussions in a day',
        detail: '',
        successMeasure: '',
        dueDate: '2027-01-29',
        rag: 'NONE',
        percentComplete: 0,
        last: null,
      },
      expect.objectContaining({ reference: 'R1.A2', detail: 'Every morning', dueDate: null, last: null }),
    ]);
  });

  test('an action that is closed, cancelled or in the recycle bin is gone from it', async () => {
    await db.action.update({
      where: { id: plan.actions.given },
      data: { status: 'CLOSED' },
      select: { id: true },
    });
    await db.action.update({
      where: { id: plan.actions.partnered },
      data: { deletedAt: new Date() },
      select: { id: true },
    });
    expect((await (await open()).json()).actions).toEqual([]);
  });

  test('the words of its own last update, and nothing of one that was destroyed', async () => {
    await send(plan.actions.partnered);
    const shown = async () => (await (await open()).json()).actions[1].last;
    expect(await shown()).toMatchObject({
      writtenBy: 'Duty Sergeant',
      rag: 'GREEN',
      percentComplete: 60,
      isCorrectable: true,
    });
    await db.progressUpdate.updateMany({ where: { linkId }, data: { redactedAt: new Date() } });
    expect(await shown()).toBeNull();
  });
});

describe('opening', () => {
  test('scanners that look fifty times use nothing up, and change nothing', async () => {
    const before = await db.updateLink.findUniqueOrThrow({ where: { id: linkId } });
    for (let look = 0; look < 50; look += 1) {
      const method = look % 2 === 0 ? 'GET' : 'HEAD';
      await server.call(`/update?${secret}`, { method, headers: { 'x-golden-thread': '' } });
      expect((await server.call('/api/update-link', { method })).status).toBe(404);
      expect((await server.call('/api/update-link/updates', { method })).status).toBe(404);
    }
    expect(await db.updateLink.findUniqueOrThrow({ where: { id: linkId } })).toEqual(before);
    expect((await open()).status).toBe(200);
  });

  test('notes the first time and no other', async () => {
    await open();
    const { firstOpenedAt } = await db.updateLink.findUniqueOrThrow({ where: { id: linkId } });
    expect(firstOpenedAt).not.toBeNull();
    for (let look = 0; look < 50; look += 1) expect((await open()).status).toBe(200);
    expect(await db.updateLink.findUniqueOrThrow({ where: { id: linkId } })).toMatchObject({
      firstOpenedAt,
      usedAt: null,
    });
  });

  test('the page tells nobody where its visitor came from, and no search engine keeps it', async () => {
    const webDir = await mkdtemp(join(tmpdir(), 'golden-thread-page-'));
    await writeFile(join(webDir, 'index.html'), '<!doctype html><title>Golden Thread</title>');
    const app = buildServer(server.services, { webDir, logLevel: 'silent' });
    const { headers, statusCode } = await app.inject({ url: '/update' });
    const elsewhere = await app.inject({ url: '/updates' });
    await app.close();
    await rm(webDir, { recursive: true });
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(elsewhere.headers['referrer-policy']).toBe('same-origin');
  });
});

describe('sending', () => {
  test('writes an update on the word of whoever made the link, named by agency and post', async () => {
    const answer = await send(plan.actions.given);
    expect(answer.status).toBe(200);
    expect((await answer.json()).action).toMatchObject({
      reference: 'R1.A1',
      version: 2,
      rag: 'GREEN',
      percentComplete: 60,
      last: { writtenBy: 'Duty Sergeant', isCorrectable: true },
    });
    const [update] = await updatesOf(plan.actions.given);
    expect(update).toMatchObject({ authorId: lead.userId, linkId, writtenBy: 'Duty Sergeant' });
    const event = await db.auditEvent.findFirstOrThrow({ where: { entityId: update?.id ?? '' } });
    expect(event).toMatchObject({ action: 'update.create', actorName: 'Police, by link' });
    const list = await server.call(`/trpc/updateLinks.list?input={"planId":"${plan.planId}"}`, { cookie });
    const { links } = (await list.json()).result.data;
    expect(links.find(({ id }: { id: string }) => id === linkId).uses).toEqual([
      expect.objectContaining({ reference: 'R1.A1', writtenBy: 'Duty Sergeant' }),
    ]);
  });

  test('twenty times with one key at once is one update, and one answer', async () => {
    const body = await words(plan.actions.given);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post('/api/update-link/updates', body)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(texts.size).toBe(1);
    expect(await updatesOf(plan.actions.given)).toHaveLength(1);
  });

  test('a second, different one takes the place of the first, until a review was held', async () => {
    await send(plan.actions.given);
    await send(plan.actions.given, { whatHappened: 'Eight of ten' });
    const [first, second] = await updatesOf(plan.actions.given);
    expect(second).toMatchObject({ correctsId: first?.id, whatHappened: 'Eight of ten' });
    await db.review.create({
      data: { planId: plan.planId, number: 1, heldOn: new Date(), state: 'FROZEN', frozenAt: new Date() },
      select: { id: true },
    });
    const { actions } = await (await open()).json();
    expect(actions[0].last).toMatchObject({ whatHappened: 'Eight of ten', isCorrectable: false });
    await send(plan.actions.given, { whatHappened: 'All ten, this week' });
    expect((await updatesOf(plan.actions.given))[2]?.correctsId).toBeNull();
  });

  test('“nothing changed” needs a reason, and keeps rating and percent', async () => {
    await send(plan.actions.given, { rag: 'AMBER', ragReason: 'One officer only', percentComplete: 40 });
    const nothing = { nothingChanged: true, difference: '', next: '', rag: null, percentComplete: null };
    const empty = await send(plan.actions.given, { ...nothing, whatHappened: ' ' });
    expect((await problemIn(empty)).fields).toEqual([
      { field: 'whatHappened', message: 'Say why nothing changed' },
    ]);
    const sent = await send(plan.actions.given, {
      ...nothing,
      whatHappened: 'The officer starts in January',
    });
    expect((await sent.json()).action).toMatchObject({ rag: 'AMBER', percentComplete: 40 });
  });

  test('an action that changed meanwhile is told of without names, and goes through when read again', async () => {
    const stale = await words(plan.actions.given);
    await db.action.update({
      where: { id: plan.actions.given },
      data: { version: { increment: 1 }, title: 'Answer in two hours' },
      select: { id: true },
    });
    const refused = await post('/api/update-link/updates', stale);
    expect(refused.status).toBe(409);
    const problem = await problemIn(refused);
    expect(problem).toEqual({
      code: 'CONFLICT',
      message:
        'This action was changed while you were writing. Your words are kept: read what is asked now, then send them again.',
      requestId: expect.any(String),
    });
    const { version, title } = (await (await open()).json()).actions[0];
    expect(title).toBe('Answer in two hours');
    expect((await post('/api/update-link/updates', { ...stale, version })).status).toBe(200);
  });

  test('of twenty different ones at one version one is written, and none of the others names it', async () => {
    const version = await versionOf(plan.actions.given);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(plan.actions.given, { version })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts.join('')).not.toContain(MARK);
    expect(await updatesOf(plan.actions.given)).toHaveLength(1);
  });

  test('words are kept to the letter, whatever they look like', async () => {
    const nasty = `'); DROP TABLE "action"; -- <script>alert(1)</script> {{7*7}} \${x} "quoted" \u202Eright to left`;
    await send(plan.actions.given, { whatHappened: nasty, writtenBy: '<b>Sergeant</b>' });
    const [update] = await updatesOf(plan.actions.given);
    expect(update).toMatchObject({ whatHappened: nasty, writtenBy: '<b>Sergeant</b>' });
    const answer = await open();
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect((await answer.json()).actions[0].last.whatHappened).toBe(nasty);
  });

  test.each([
    ['no post', { writtenBy: ' ' }, 400, 'Enter your post.'],
    ['too many words', { whatHappened: 'x'.repeat(20_001) }, 400, /must be 20,000 characters or fewer/],
    ['no rating on an action that has none', { rag: null }, 400, 'Choose a rating: Red, Amber or Green'],
    ['red without a reason', { rag: 'RED' }, 400, 'Say why the action is off track'],
    ['a colour that nobody declares', { rag: 'BLUE' }, 400, 'Choose off track, at risk or on track.'],
    ['a body beyond any form', { whatHappened: 'x'.repeat(300_000) }, 413, /limit is 256 kB/],
  ])('%s is refused in a sentence, and nothing is written', async (_what, more, status, message) => {
    const answer = await send(plan.actions.given, more);
    expect(answer.status).toBe(status);
    expect((await problemIn(answer)).message).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
    expect(await updatesOf(plan.actions.given)).toEqual([]);
  });
});

describe('what a link does not reach', () => {
  test.each(['others', 'elsewhere'] as const)(
    'an action %s: not found, as if there were none',
    async (which) => {
      const answer = await send(plan.actions[which]);
      expect(answer.status).toBe(404);
      const unknown = await problemIn(await send(plan.actions.given, { actionId: randomUUID() }));
      expect((await problemIn(answer)).message).toBe(unknown.message);
      expect(await updatesOf(plan.actions[which])).toEqual([]);
    },
  );

  test('an action that was closed while the page was open', async () => {
    await open();
    const body = await words(plan.actions.given);
    await db.action.update({
      where: { id: plan.actions.given },
      data: { status: 'CLOSED' },
      select: { id: true },
    });
    const answer = await post('/api/update-link/updates', body);
    expect(answer.status).toBe(422);
    expect((await problemIn(answer)).message).toBe(
      'R1.A1 is finished by now and wants no update any more. If your words matter still, ask the programme lead at Northmoor Children’s Trust where to send them.',
    );
    expect(await updatesOf(plan.actions.given)).toEqual([]);
  });
});

describe('a link that works no more', () => {
  const ended = async (told: RegExp) => {
    for (const answer of [await open(), await send(plan.actions.given)]) {
      expect(answer.status).toBe(422);
      const { code, message } = await problemIn(answer);
      expect(code).toBe('RULE');
      expect(message).toMatch(told);
      expect(message).toContain('ask the programme lead at Northmoor Children’s Trust for a new one');
      expect(message).not.toContain(MARK);
    }
    expect(await updatesOf(plan.actions.given)).toEqual([]);
  };

  test('past its end', async () => {
    await db.updateLink.update({
      where: { id: linkId },
      data: { expiresAt: new Date() },
      select: { id: true },
    });
    await ended(/^This link worked until the end of /);
  });

  test('revoked while the page was open', async () => {
    await open();
    await server.call('/trpc/updateLinks.revoke', { cookie, json: { linkId } });
    await ended(/^This link was withdrawn on /);
  });

  test('sent again', async () => {
    const json = { linkId, days: 7, idempotencyKey: randomUUID() };
    await server.call('/trpc/updateLinks.sendAgain', { cookie, json });
    await ended(/^A newer link took the place of this one on /);
  });

  test.each(['x'.repeat(43), 'short', '', null, 7, ['a'], { a: 1 }])('%j is no link', async (wrong) => {
    const answer = await post('/api/update-link', { secret: wrong });
    expect([400, 404]).toContain(answer.status);
  });
});

describe('who may ask', () => {
  test.each<[string, Record<string, string>, number]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
    ['text', { 'content-type': 'text/plain' }, 400],
    ['neither our client nor our page', { 'x-golden-thread': '' }, 403],
  ])('not %s', async (_what, headers, status) => {
    for (const path of updateLinkRoutes.map((route) => route.path)) {
      const answer = await server.call(path, {
        method: 'POST',
        body: JSON.stringify(await words(plan.actions.given)),
        headers: { 'content-type': 'application/json', ...headers },
      });
      expect(answer.status, path).toBe(status);
    }
    expect(await updatesOf(plan.actions.given)).toEqual([]);
    expect(await db.updateLink.findUniqueOrThrow({ where: { id: linkId } })).toMatchObject({
      firstOpenedAt: null,
    });
  });

  test('a session opens nothing here, and gives no more', async () => {
    expect((await post('/api/update-link', { secret: 'x'.repeat(43) }, { cookie })).status).toBe(404);
    expect(await (await open({ cookie })).text()).not.toContain(MARK);
  });

  test('guesses from one place end after sixty; a secret that is one is no guess', async () => {
    for (let tried = 0; tried < 61; tried += 1) expect((await open()).status).toBe(200);
    const statuses: number[] = [];
    for (let guess = 0; guess < 62; guess += 1) {
      const wrong = `${String(guess).padStart(3, '0')}${'x'.repeat(40)}`;
      statuses.push((await post('/api/update-link', { secret: wrong })).status);
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(404));
    expect(statuses.slice(60)).toEqual([429, 429]);
  });

  test('one link is asked at most three hundred times in a quarter of an hour', async () => {
    await open();
    await db.rateLimit.updateMany({ where: { count: 1 }, data: { count: 300 } });
    const answer = await open();
    expect(answer.status).toBe(429);
    expect((await problemIn(answer)).message).toMatch(/^Too many attempts\. Wait \d+ (minutes|seconds)/);
  });
});

test('the log holds no secret, no words and no address of whoever wrote', async () => {
  const lines: string[] = [];
  const app = buildServer(server.services, {
    webDir: '/nowhere',
    logLevel: 'info',
    logStream: { write: (line) => void lines.push(line) },
  });
  const ask = (url: string, payload: object) =>
    app.inject({ method: 'POST', url, payload, headers: { 'x-golden-thread': '1' } });
  await ask('/api/update-link', { secret });
  await ask('/api/update-link', { secret: `planted${'x'.repeat(36)}` });
  await ask(`/api/update-link?${secret}`, { secret: 'planted' });
  await ask('/api/update-link/updates', await words(plan.actions.given, { whatHappened: 'planted-words' }));
  await ask('/api/update-link/updates', await words(plan.actions.given, { rag: 'planted-rag' }));
  await app.inject({ url: `/update?${secret}` });
  await app.close();
  const log = lines.join('');
  expect(log).toContain('request completed');
  expect(log).not.toContain(secret);
  expect(log).not.toMatch(/planted|police\.example|Sergeant/);
});
