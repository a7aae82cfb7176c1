import pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase } from './client.ts';
import { translateDatabaseError } from './database-error.ts';
import { withTestDatabase } from './testing/index.ts';

const { db, url, ownerUrl } = await withTestDatabase();

beforeAll(async () => {
  const { id: planId } = await db.plan.create({
    data: { name: 'Plan', councilName: 'Council', trustName: 'Trust', createdById: 'p1' },
    select: { id: true },
  });
  await db.snapshot.create({
    data: {
      planId,
      number: 1,
      cause: 'BY_HAND',
      asAt: new Date('2026-03-12'),
      sha256: 'a',
      body: new Uint8Array([1, 2, 3]),
      textSize: 3,
      actionCount: 0,
      totals: { actions: 0 },
    },
  });
});

it.each([
  'DELETE FROM snapshot',
  'TRUNCATE snapshot CASCADE',
  'UPDATE snapshot SET number = 2',
  `UPDATE snapshot SET totals = '{}'`,
  `UPDATE snapshot SET body = '\\x00'`,
  `UPDATE snapshot SET body = '\\x00', "redactedAt" = now()`,
  `UPDATE snapshot SET "redactedAt" = now(), "redactedSha256" = 'b'`,
  `UPDATE snapshot SET body = '\\x00', "redactedAt" = now(), "redactedSha256" = 'b', sha256 = 'b'`,
  `UPDATE snapshot SET body = '\\x00', "redactedAt" = now(), "redactedSha256" = 'b', "asAt" = '2026-03-13'`,
  'SET session_replication_role = replica; DELETE FROM snapshot',
])('even the owner is refused: %s', async (statement) => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  } finally {
    await client.end();
  }
});

it('the serving role may add to the snapshots, and has no right to change or remove one', async () => {
  const serving = createDatabase(url, { poolSize: 1 });
  try {
    const refused = [
      serving.db.$executeRaw`DELETE FROM snapshot`,
      serving.db.$executeRaw`UPDATE snapshot SET sha256 = 'b'`,
      serving.db.$executeRaw`TRUNCATE snapshot CASCADE`,
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

it('words in it may be destroyed, with the time and the new hash; the hash it was taken with stays', async () => {
  const destroyed = { body: new Uint8Array([0]), redactedAt: new Date(), redactedSha256: 'b' };
  await db.snapshot.updateMany({ data: destroyed });
  const kept = await db.snapshot.findFirstOrThrow();
  expect(kept).toMatchObject({ sha256: 'a', redactedSha256: 'b' });
});
