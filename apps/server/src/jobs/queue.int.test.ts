import { randomUUID } from 'node:crypto';
import { type Context, type JobHandler, recordAudit } from '@gt/api';
import { inTransaction } from '@gt/db';
import { withTestDatabase } from '@gt/db/testing';
import { afterEach, expect, test } from 'vitest';
import { type Queue, startQueue } from './queue.ts';

const { db, url } = await withTestDatabase();
const open: Queue[] = [];
const errors: Error[] = [];

async function queue(): Promise<Queue> {
  const started = await startQueue(url, (error) => errors.push(error));
  open.push(started);
  return started;
}

afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; waited < 20_000 && !condition(); waited += 50)
    await new Promise((r) => setTimeout(r, 50));
  expect(condition()).toBe(true);
}

const context = () => ({}) as Context;

test('a job exists exactly when the transaction that asked for it commits', async () => {
  const { jobs, work } = await queue();
  const done: string[] = [];
  const handler: JobHandler = async (_ctx, data) => void done.push(data.packId ?? '');
  await work(context, { 'pack.build': handler, 'audit.seal': async () => undefined });
  const rolledBack = inTransaction(db, async (tx) => {
    await jobs.enqueue(tx, 'pack.build', { packId: 'rolled back' });
    throw new Error('never mind');
  });
  await expect(rolledBack).rejects.toThrow('never mind');
  const packId = randomUUID();
  await inTransaction(db, (tx) => jobs.enqueue(tx, 'pack.build', { packId }));
  await until(() => done.includes(packId));
  expect(done).not.toContain('rolled back');
});

test('a job that throws is run again', async () => {
  const { jobs, work } = await queue();
  let runs = 0;
  const handler: JobHandler = async () => {
    runs += 1;
    if (runs === 1) throw new Error('the first time never works');
  };
  await work(context, { 'pack.build': handler, 'audit.seal': async () => undefined });
  await inTransaction(db, (tx) => jobs.enqueue(tx, 'pack.build', { packId: randomUUID() }));
  await until(() => runs === 2);
});

test('history is sealed by the queue itself, with the handlers of the product', async () => {
  const { work } = await queue();
  const who = { userId: null, userName: 'Nobody signed in', now: new Date(), requestId: randomUUID() };
  const entry = { action: 'test', entityType: 'USER', entityId: randomUUID(), planId: null };
  await inTransaction(db, (tx) => recordAudit(tx, who, entry));
  expect(await db.auditSeal.count()).toBe(0);
  await work(() => ({ db }) as Context, {});
  await expect.poll(() => db.auditSeal.count(), { timeout: 20_000 }).toBe(1);
});
