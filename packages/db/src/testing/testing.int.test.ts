import { describe, expect, it } from 'vitest';
import { createTestDatabase } from './create-test-database.ts';
import { startTestServer } from './test-server.ts';
import { testServer, withTestDatabase } from './with-test-database.ts';

const { db } = await withTestDatabase();

describe('test databases', () => {
  it('start migrated and empty, and share nothing', async () => {
    const other = await createTestDatabase(testServer());
    await db.user.create({ data: { email: 'one@example.test', name: 'Verifier 1' } });
    expect(await other.db.user.count()).toBe(0);
    await other.drop();
    await expect(other.db.user.count()).rejects.toThrow();
  });

  it('can be cloned by several test files at once', async () => {
    const clones = await Promise.all(Array.from({ length: 4 }, () => createTestDatabase(testServer())));
    for (const clone of clones) expect(await clone.db.user.count()).toBe(0);
    for (const clone of clones) await clone.drop();
  });

  it('come from a server of their own in each test run', async () => {
    const [first, second] = await Promise.all([startTestServer(), startTestServer()]);
    expect(new URL(first.server.url).port).not.toBe(new URL(second.server.url).port);
    const clone = await createTestDatabase(second.server);
    await first.stop();
    expect(await clone.db.user.count()).toBe(0);
    await clone.drop();
    await second.stop();
  });
});
