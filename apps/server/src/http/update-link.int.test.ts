import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildServer } from '../server.ts';
import { MARK } from '../testing/make-agency.ts';
import { startLinkServer } from '../testing/start-link-server.ts';

const { server, db, lead, cookie, at, post, open, send, words, versionOf, problemIn, updatesOf } =
  await startLinkServer();

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
        id: at.plan.actions.given,
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
      where: { id: at.plan.actions.given },
      data: { status: 'CLOSED' },
      select: { id: true },
    });
    await db.action.update({
      where: { id: at.plan.actions.partnered },
      data: { deletedAt: new Date() },
      select: { id: true },
    });
    expect((await (await open()).json()).actions).toEqual([]);
  });

  test('the words of its own last update, and nothing of one that was destroyed', async () => {
    await send(at.plan.actions.partnered);
    const shown = async () => (await (await open()).json()).actions[1].last;
    expect(await shown()).toMatchObject({
      writtenBy: 'Duty Sergeant',
      rag: 'GREEN',
      percentComplete: 60,
      isCorrectable: true,
    });
    await db.progressUpdate.updateMany({ where: { linkId: at.linkId }, data: { redactedAt: new Date() } });
    expect(await shown()).toBeNull();
  });
});

describe('opening', () => {
  test('scanners that look fifty times use nothing up, and change nothing', async () => {
    const before = await db.updateLink.findUniqueOrThrow({ where: { id: at.linkId } });
    for (let look = 0; look < 50; look += 1) {
      const method = look % 2 === 0 ? 'GET' : 'HEAD';
      await server.call(`/update?${at.secret}`, { method, headers: { 'x-golden-thread': '' } });
      expect((await server.call('/api/update-link', { method })).status).toBe(404);
      expect((await server.call('/api/update-link/updates', { method })).status).toBe(404);
    }
    expect(await db.updateLink.findUniqueOrThrow({ where: { id: at.linkId } })).toEqual(before);
    expect((await open()).status).toBe(200);
  });

  test('notes the first time and no other', async () => {
    await open();
    const { firstOpenedAt } = await db.updateLink.findUniqueOrThrow({ where: { id: at.linkId } });
    expect(firstOpenedAt).not.toBeNull();
    for (let look = 0; look < 50; look += 1) expect((await open()).status).toBe(200);
    expect(await db.updateLink.findUniqueOrThrow({ where: { id: at.linkId } })).toMatchObject({
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
    const answer = await send(at.plan.actions.given);
    expect(answer.status).toBe(200);
    expect((await answer.json()).action).toMatchObject({
      reference: 'R1.A1',
      version: 2,
      rag: 'GREEN',
      percentComplete: 60,
      last: { writtenBy: 'Duty Sergeant', isCorrectable: true },
    });
    const [update] = await updatesOf(at.plan.actions.given);
    expect(update).toMatchObject({ authorId: lead.userId, linkId: at.linkId, writtenBy: 'Duty Sergeant' });
    const event = await db.auditEvent.findFirstOrThrow({ where: { entityId: update?.id ?? '' } });
    expect(event).toMatchObject({ action: 'update.create', actorName: 'Police, by link' });
    const list = await server.call(`/trpc/updateLinks.list?input={"planId":"${at.plan.planId}"}`, { cookie });
    const { links } = (await list.json()).result.data;
    expect(links.find(({ id }: { id: string }) => id === at.linkId).uses).toEqual([
      expect.objectContaining({ reference: 'R1.A1', writtenBy: 'Duty Sergeant' }),
    ]);
  });

  test('twenty times with one key at once is one update, and one answer', async () => {
    const body = await words(at.plan.actions.given);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post('/api/update-link/updates', body)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(texts.size).toBe(1);
    expect(await updatesOf(at.plan.actions.given)).toHaveLength(1);
  });

  test('a second, different one takes the place of the first, until a review was held', async () => {
    await send(at.plan.actions.given);
    await send(at.plan.actions.given, { whatHappened: 'Eight of ten' });
    const [first, second] = await updatesOf(at.plan.actions.given);
    expect(second).toMatchObject({ correctsId: first?.id, whatHappened: 'Eight of ten' });
    await db.review.create({
      data: { planId: at.plan.planId, number: 1, heldOn: new Date(), state: 'FROZEN', frozenAt: new Date() },
      select: { id: true },
    });
    const { actions } = await (await open()).json();
    expect(actions[0].last).toMatchObject({ whatHappened: 'Eight of ten', isCorrectable: false });
    await send(at.plan.actions.given, { whatHappened: 'All ten, this week' });
    expect((await updatesOf(at.plan.actions.given))[2]?.correctsId).toBeNull();
  });

  test('“nothing changed” needs a reason, and keeps rating and percent', async () => {
    await send(at.plan.actions.given, { rag: 'AMBER', ragReason: 'One officer only', percentComplete: 40 });
    const nothing = { nothingChanged: true, difference: '', next: '', rag: null, percentComplete: null };
    const empty = await send(at.plan.actions.given, { ...nothing, whatHappened: ' ' });
    expect((await problemIn(empty)).fields).toEqual([
      { field: 'whatHappened', message: 'Say why nothing changed' },
    ]);
    const sent = await send(at.plan.actions.given, {
      ...nothing,
      whatHappened: 'The officer starts in January',
    });
    expect((await sent.json()).action).toMatchObject({ rag: 'AMBER', percentComplete: 40 });
  });

  test('an action that changed meanwhile is told of without names, and goes through when read again', async () => {
    const stale = await words(at.plan.actions.given);
    await db.action.update({
      where: { id: at.plan.actions.given },
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
    const version = await versionOf(at.plan.actions.given);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(at.plan.actions.given, { version })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts.join('')).not.toContain(MARK);
    expect(await updatesOf(at.plan.actions.given)).toHaveLength(1);
  });

  test('words are kept to the letter, whatever they look like', async () => {
    const nasty = `'); DROP TABLE "action"; -- <script>alert(1)</script> {{7*7}} \${x} "quoted" \u202Eright to left`;
    await send(at.plan.actions.given, { whatHappened: nasty, writtenBy: '<b>Sergeant</b>' });
    const [update] = await updatesOf(at.plan.actions.given);
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
    const answer = await send(at.plan.actions.given, more);
    expect(answer.status).toBe(status);
    expect((await problemIn(answer)).message).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
    expect(await updatesOf(at.plan.actions.given)).toEqual([]);
  });
});
