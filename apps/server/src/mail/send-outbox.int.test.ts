import { randomUUID } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { withTestDatabase } from '@gt/db/testing';
import type { ParsedMail } from 'mailparser';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { answer, type OnMail, startRelay } from '../testing/start-relay.ts';
import { type OutboxOptions, sendOutbox } from './send-outbox.ts';

const { db } = await withTestDatabase();
const files = new Map([['aa', 'the minutes']]);
let onMail: OnMail = () => null;
const relay = await startRelay((mail) => onMail(mail), {
  onRcptTo: ({ address }, _session, done) =>
    done(address.startsWith('nobody') ? answer(550, 'no such mailbox') : null),
});
afterAll(() => relay.close());
const { received } = relay;
const options: OutboxOptions = {
  smtpUrl: relay.url,
  mailFrom: 'Golden Thread <no-reply@trust.example>',
  store: {
    open: async (sha256) => {
      const text = files.get(sha256);
      return text === undefined ? null : Readable.from([text]);
    },
  },
};

beforeEach(async () => {
  received.length = 0;
  onMail = () => null;
  await db.outboxMail.deleteMany();
});

const put = (id: string, more: Record<string, unknown> = {}) =>
  db.outboxMail.create({
    data: {
      id,
      messageId: `<${id}@golden-thread>`,
      toAddress: `${id}@trust.example`,
      subject: 'Your invitation',
      text: 'Open https://plan.example/join/secret',
      ...more,
    },
    select: { id: true },
  });
const rowOf = (id: string) =>
  db.outboxMail.findUniqueOrThrow({
    where: { id },
    select: { text: true, sentAt: true, attempts: true, lastError: true, notBefore: true, givenUpAt: true },
  });
/** As if so much time had gone by. */
const later = () => db.outboxMail.updateMany({ data: { notBefore: new Date(0) } });
const idsOf = (mails: readonly ParsedMail[]) => mails.map(({ messageId }) => messageId);

describe('a relay that works', () => {
  test('what waits goes out once, with its own Message-ID, and the link is not kept', async () => {
    await put('one');
    await put('two');
    expect(await sendOutbox(db, options)).toBe(2);
    expect(await sendOutbox(db, options)).toBe(0);
    expect(idsOf(received)).toEqual(['<one@golden-thread>', '<two@golden-thread>']);
    expect(received[0]?.text).toContain('/join/secret');
    expect(received[0]?.html).toBe(false);
    expect(received[0]?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await rowOf('one')).toMatchObject({ text: '', lastError: null, notBefore: null });
  });

  test('two servers sending at once send each mail once', async () => {
    for (let n = 0; n < 20; n += 1) await put(`many-${n}`);
    await Promise.all([sendOutbox(db, options), sendOutbox(db, options)]);
    expect(received).toHaveLength(20);
    expect(new Set(idsOf(received)).size).toBe(20);
  });

  test('mail that is for later waits until then', async () => {
    await put('later', { notBefore: new Date(Date.now() + 60_000) });
    await put('now', { notBefore: new Date(Date.now() - 1_000) });
    expect(await sendOutbox(db, options)).toBe(1);
    expect(idsOf(received)).toEqual(['<now@golden-thread>']);
  });

  test('files of the store go with it; without one of them it waits, and others go on', async () => {
    const minutes = { fileName: 'minutes.docx', mediaType: 'application/x-minutes', sha256: 'aa' };
    await put('missing', { attachments: [minutes, { ...minutes, sha256: 'bb' }] });
    await put('whole', { attachments: [minutes] });
    expect(await sendOutbox(db, options)).toBe(1);
    expect(received[0]?.attachments).toMatchObject([
      { filename: 'minutes.docx', contentType: 'application/x-minutes' },
    ]);
    expect(received[0]?.attachments[0]?.content.toString()).toBe('the minutes');
    expect(await rowOf('missing')).toMatchObject({
      sentAt: null,
      givenUpAt: null,
      lastError: 'The file minutes.docx is not in the store.',
    });
  });

  test('a server that is asked to stop ends after the mail under way', async () => {
    await put('first');
    await put('second');
    const stopping = new AbortController();
    onMail = () => {
      stopping.abort();
      return null;
    };
    expect(await sendOutbox(db, { ...options, signal: stopping.signal })).toBe(1);
    expect(await rowOf('second')).toMatchObject({ sentAt: null, attempts: 0 });
  });
});

describe('a relay that does not', () => {
  test('refuses for now: the mail waits longer each time, with the reason, others go on, and nothing is lost', async () => {
    await put('busy');
    await put('fine');
    onMail = (mail) => (mail.messageId === '<busy@golden-thread>' ? answer(451, 'try again later') : null);
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await later();
      await sendOutbox(db, options);
      const { notBefore, lastError, givenUpAt } = await rowOf('busy');
      expect({ lastError, givenUpAt }).toEqual({
        lastError: expect.stringContaining('451'),
        givenUpAt: null,
      });
      waits.push(Math.round(((notBefore?.getTime() ?? 0) - Date.now()) / 60_000));
    }
    expect(waits).toEqual([1, 2, 4]);
    expect(idsOf(received)).toEqual(['<fine@golden-thread>']);
    onMail = () => null;
    await later();
    expect(await sendOutbox(db, options)).toBe(1);
  });

  test('refuses for good: the mail is given up with the reason, and others go on', async () => {
    await put('nobody');
    await put('spam');
    await put('fine');
    onMail = (mail) => (mail.messageId === '<spam@golden-thread>' ? answer(554, 'not this') : null);
    expect(await sendOutbox(db, options)).toBe(1);
    const over = { sentAt: null, givenUpAt: expect.any(Date), attempts: 1 };
    expect(await rowOf('nobody')).toMatchObject({ ...over, lastError: expect.stringContaining('550') });
    expect(await rowOf('spam')).toMatchObject({ ...over, lastError: expect.stringContaining('554') });
    await later();
    expect(await sendOutbox(db, options)).toBe(0);
  });

  test('is not there: one mail is tried, all wait', async () => {
    await put('four');
    await put('five');
    expect(await sendOutbox(db, { ...options, smtpUrl: 'smtp://127.0.0.1:1' })).toBe(0);
    expect(await db.outboxMail.count({ where: { sentAt: null, lastError: { not: null } } })).toBe(1);
    expect(await db.outboxMail.count({ where: { givenUpAt: { not: null } } })).toBe(0);
    await later();
    expect(await sendOutbox(db, options)).toBe(2);
  });

  test('refuses our sign-in: no mail is given up for it', async () => {
    await put('six');
    const locked = await startRelay(undefined, {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(answer(535, 'no')),
    });
    const smtpUrl = locked.url.replace('smtp://', 'smtp://user:wrong@');
    expect(await sendOutbox(db, { ...options, smtpUrl })).toBe(0);
    await locked.close();
    expect(await rowOf('six')).toMatchObject({ givenUpAt: null, lastError: expect.stringContaining('535') });
  });

  test.each([
    ['says nothing at all', (_socket: Socket) => undefined],
    ['greets and then says nothing', (socket: Socket) => void socket.write('220 here\r\n')],
    ['hangs up at once', (socket: Socket) => void socket.destroy()],
  ])('%s: the mail waits', async (_what, greet) => {
    const id = randomUUID();
    await put(id);
    const sockets: Socket[] = [];
    const deaf = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      greet(socket);
    });
    await new Promise<void>((ready) => deaf.listen(0, '127.0.0.1', ready));
    const smtpUrl = `smtp://127.0.0.1:${(deaf.address() as { port: number }).port}`;
    const times = { connectMs: 300, answerMs: 300, mailMs: 1_000 };
    const begun = Date.now();
    expect(await sendOutbox(db, { ...options, smtpUrl, times })).toBe(0);
    expect(Date.now() - begun).toBeLessThan(5_000);
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => deaf.close(closed));
    expect(await rowOf(id)).toMatchObject({ sentAt: null, givenUpAt: null, attempts: 1 });
  });

  test('takes the mail and dies before it says so: it comes again, under the same Message-ID', async () => {
    await put('seven');
    const dying = await startRelay(async (mail) => {
      received.push(mail);
      // It has the mail; its answer never leaves.
      await new Promise(() => undefined);
      return null;
    });
    const times = { answerMs: 300, mailMs: 2_000 };
    expect(await sendOutbox(db, { ...options, smtpUrl: dying.url, times })).toBe(0);
    void dying.close();
    await later();
    expect(await sendOutbox(db, options)).toBe(1);
    expect(idsOf(received)).toEqual(['<seven@golden-thread>', '<seven@golden-thread>']);
  });
});
