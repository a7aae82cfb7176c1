import type { AddressInfo } from 'node:net';
import { withTestDatabase } from '@gt/db/testing';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { sendOutbox } from './send-outbox.ts';

const { db } = await withTestDatabase();
const received: ParsedMail[] = [];
let refuse = false;

/** A real relay on a free port. */
const relay = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    void simpleParser(stream).then((mail) => {
      if (refuse) return done(new Error('451 try again later'));
      received.push(mail);
      done();
    });
  },
});
await new Promise<void>((ready) => relay.listen(0, '127.0.0.1', ready));
afterAll(() => new Promise<void>((closed) => relay.close(closed)));
const { port } = relay.server.address() as AddressInfo;
const options = { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Golden Thread <no-reply@trust.example>' };

beforeEach(async () => {
  received.length = 0;
  refuse = false;
  await db.outboxMail.deleteMany();
});

async function put(id: string): Promise<void> {
  const mail = {
    messageId: `<${id}@golden-thread>`,
    toAddress: `${id}@trust.example`,
    subject: 'Your invitation',
    text: 'Open https://plan.example/join/secret',
  };
  await db.outboxMail.create({ data: mail, select: { id: true } });
}

test('what waits goes out once, with its own Message-ID, and the link is not kept', async () => {
  await put('one');
  await put('two');
  expect(await sendOutbox(db, options)).toBe(2);
  expect(await sendOutbox(db, options)).toBe(0);
  expect(received.map((mail) => mail.messageId).sort()).toEqual([
    '<one@golden-thread>',
    '<two@golden-thread>',
  ]);
  expect(received[0]?.text).toContain('/join/secret');
  expect(await db.outboxMail.findMany({ select: { text: true } })).toEqual([{ text: '' }, { text: '' }]);
});

test('a relay that refuses loses nothing: the mail waits, with the reason, and goes out later', async () => {
  await put('three');
  refuse = true;
  expect(await sendOutbox(db, options)).toBe(0);
  const waiting = await db.outboxMail.findFirstOrThrow({
    select: { sentAt: true, lastError: true, attempts: true },
  });
  expect(waiting).toMatchObject({ sentAt: null, attempts: 1, lastError: expect.stringContaining('451') });
  refuse = false;
  expect(await sendOutbox(db, options)).toBe(1);
});

test('two servers sending at once send each mail once', async () => {
  for (let n = 0; n < 20; n += 1) await put(`many-${n}`);
  await Promise.all([sendOutbox(db, options), sendOutbox(db, options)]);
  expect(received).toHaveLength(20);
  expect(new Set(received.map((mail) => mail.messageId)).size).toBe(20);
});

test('a relay that is not there leaves the mail waiting', async () => {
  await put('four');
  expect(await sendOutbox(db, { ...options, smtpUrl: 'smtp://127.0.0.1:1' })).toBe(0);
  expect(await db.outboxMail.count({ where: { sentAt: null, lastError: { not: null } } })).toBe(1);
});
