import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { inTransaction } from './in-transaction.ts';
import { listen } from './listen.ts';
import { notify } from './notify.ts';
import { withTestDatabase } from './testing/with-test-database.ts';

const { db, url, ownerUrl } = await withTestDatabase();

it('hears what was kept, not what was rolled back, and reports a gap after a lost connection', async () => {
  const heard: string[] = [];
  const onGap = vi.fn();
  const listening = listen(url, { channel: 'changes', onMessage: (text) => heard.push(text), onGap });
  try {
    await vi.waitFor(async () => {
      await notify(db, 'changes', 'hello');
      expect(heard).toContain('hello');
    });
    await inTransaction(db, async (tx) => {
      await notify(tx, 'changes', 'never');
      throw new Error('stop');
    }).catch(() => undefined);
    await inTransaction(db, (tx) => notify(tx, 'changes', 'kept'));
    await vi.waitFor(() => expect(heard).toContain('kept'));
    expect(heard).not.toContain('never');
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'golden-thread-live'`,
    );
    await owner.end();
    await vi.waitFor(() => expect(onGap).toHaveBeenCalledOnce(), { timeout: 5_000 });
    await notify(db, 'changes', 'again');
    await vi.waitFor(() => expect(heard).toContain('again'));
  } finally {
    await listening.close();
  }
});
