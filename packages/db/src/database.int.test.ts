import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createDatabase, type Tx } from './client.ts';
import { DatabaseError, translateDatabaseError } from './database-error.ts';
import { inTransaction } from './in-transaction.ts';
import { withRole } from './pool-config.ts';
import { APP_ROLE } from './roles.ts';
import { withTestDatabase } from './testing/with-test-database.ts';

const { db, url, ownerUrl } = await withTestDatabase();

const aUser = (email: string) => ({ email, name: 'Head of Fostering, holder 1' });

const anEvent = (tx: Tx = db) =>
  tx.auditEvent.create({
    data: {
      at: new Date(),
      actorName: 'Programme Lead',
      action: 'action.created',
      entityType: 'action',
      entityId: 'a1',
      requestId: 'r1',
      payloadDigest: 'digest',
      payload: { create: { salt: 'salt', body: { title: 'New' } } },
    },
  });

describe('failures in the product’s own terms', () => {
  it('names a repeated value and its field, and nothing else', async () => {
    await db.user.create({ data: aUser('one@example.test') });
    const error = await inTransaction(db, (tx) => tx.user.create({ data: aUser('one@example.test') })).catch(
      (e) => e,
    );
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error.failure).toEqual({ kind: 'unique', fields: ['email'] });
    expect(error.message).not.toContain('email');
  });

  it('names a missing row, a missing parent and a value that does not fit', async () => {
    const missing = await db.user.update({ where: { id: 'nobody' }, data: { name: 'x' } }).catch((e) => e);
    expect(translateDatabaseError(missing)).toEqual({ kind: 'notFound' });
    const orphan = await db.session
      .create({ data: { userId: 'nobody', token: 't', expiresAt: new Date() } })
      .catch((e) => e);
    expect(translateDatabaseError(orphan)).toEqual({ kind: 'foreignKey' });
    const wrong = await db.$queryRaw`SELECT ${'x'}::text::int`.catch((e) => e);
    expect(translateDatabaseError(wrong)).toEqual({ kind: 'invalid' });
  });

  it('names a statement that is cut off', async () => {
    const late = await inTransaction(db, async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 50`;
      await tx.$queryRaw`SELECT pg_sleep(5)::text`;
    }).catch((e) => e);
    expect(late.failure).toEqual({ kind: 'timeout' });
  });

  it('names a server that is not there', async () => {
    const nowhere = createDatabase('postgresql://nobody:secret@127.0.0.1:1/none');
    await expect(nowhere.ping()).rejects.toMatchObject({ failure: { kind: 'unavailable' } });
    const error = await nowhere.db.user.count().catch((e) => e);
    expect(translateDatabaseError(error)).toEqual({ kind: 'unavailable' });
    await nowhere.close();
  });

  it('leaves errors that are not the database’s alone', async () => {
    const own = new Error('stop');
    await expect(inTransaction(db, () => Promise.reject(own))).rejects.toBe(own);
    expect(translateDatabaseError(own)).toBeNull();
    expect(translateDatabaseError(undefined)).toBeNull();
  });

  it('refuses an undefined filter instead of answering every row', async () => {
    const everything = async () => db.user.findMany({ where: { email: undefined } });
    await expect(everything()).rejects.toThrow(/undefined/);
  });
});

describe('transactions', () => {
  it('keeps all or nothing', async () => {
    const work = inTransaction(db, async (tx) => {
      await tx.user.create({ data: aUser('rolled-back@example.test') });
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await db.user.count({ where: { email: 'rolled-back@example.test' } })).toBe(0);
  });

  it('tries again when two serializable transactions meet', async () => {
    const user = await db.user.create({ data: aUser('counter@example.test') });
    const add = () =>
      inTransaction(
        db,
        async (tx) => {
          const { version } = await tx.user.findUniqueOrThrow({
            where: { id: user.id },
            select: { version: true },
          });
          await tx.user.update({ where: { id: user.id }, data: { version: version + 1 } });
        },
        { isolation: 'Serializable', retries: 12 },
      );
    await Promise.all(Array.from({ length: 4 }, add));
    const { version } = await db.user.findUniqueOrThrow({
      where: { id: user.id },
      select: { version: true },
    });
    expect(version).toBe(5);
  });

  it('gives up after the given number of tries', async () => {
    let tries = 0;
    const work = inTransaction(
      db,
      async (tx) => {
        tries += 1;
        await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = 'serialization_failure'; END $$`;
      },
      { retries: 2 },
    );
    await expect(work).rejects.toMatchObject({ failure: { kind: 'serialization' } });
    expect(tries).toBe(3);
  });
});

describe('the serving role', () => {
  it.each([
    ['its own login', () => url],
    ['one login that acts as the role', () => withRole(ownerUrl, APP_ROLE)],
  ])('may add to the audit but not change it (%s)', async (_, addressOf) => {
    const serving = createDatabase(addressOf(), { poolSize: 1 });
    try {
      const rows = await serving.db.$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`;
      expect(rows).toEqual([{ role: APP_ROLE }]);
      const event = await anEvent(serving.db);
      const refused = [
        serving.db.auditEvent.update({ where: { id: event.id }, data: { action: 'other' } }),
        serving.db.auditEvent.delete({ where: { id: event.id } }),
        serving.db.auditPayload.delete({ where: { eventId: event.id } }),
        serving.db.auditPayload.update({ where: { eventId: event.id }, data: { body: { title: 'Other' } } }),
        serving.db.$executeRaw`UPDATE audit_payload SET "eventId" = 0`,
        serving.db.$executeRaw`TRUNCATE audit_event CASCADE`,
        serving.db.$executeRaw`UPDATE audit_seal SET hash = ''`,
        serving.db.$executeRaw`DELETE FROM _prisma_migrations`,
        serving.db.$executeRaw`CREATE TABLE extra (id int)`,
        serving.db.$executeRaw`ALTER TABLE audit_event DISABLE TRIGGER ALL`,
      ];
      const results = await Promise.allSettled(refused);
      const kinds = results.map((r) =>
        r.status === 'rejected' ? translateDatabaseError(r.reason)?.kind : 'done',
      );
      expect(kinds).toEqual(refused.map(() => 'denied'));
    } finally {
      await serving.close();
    }
  });

  it('may destroy a payload, with a time and a decision', async () => {
    const event = await anEvent();
    await db.auditPayload.update({
      where: { eventId: event.id },
      data: { salt: null, redactedAt: new Date(), redactionId: 'd1' },
    });
    const kept = await db.auditPayload.findUniqueOrThrow({ where: { eventId: event.id } });
    expect(kept.salt).toBeNull();
  });

  it('may keep the job queue in a schema of its own', async () => {
    await db.$executeRaw`CREATE TABLE pgboss.trial (id int)`;
    await db.$executeRaw`DROP TABLE pgboss.trial`;
  });
});

describe('the owner', () => {
  it.each([
    'UPDATE audit_event SET action = action',
    'DELETE FROM audit_event',
    'TRUNCATE audit_event CASCADE',
    'TRUNCATE audit_seal',
    'DELETE FROM audit_payload',
    'TRUNCATE audit_payload',
    `UPDATE audit_payload SET body = '{}'`,
    'SET session_replication_role = replica; DELETE FROM audit_payload',
  ])('is refused too: %s', async (statement) => {
    await anEvent();
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.end();
    }
  });
});
