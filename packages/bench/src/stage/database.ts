import type { Db } from '@gt/db';
import { createTestDatabase, type RawPool, rawPool, startTestServer } from '@gt/db/testing/server';
import { type MadeUpPlans, makeUpPlans } from './make-up-plans.ts';

export type BenchDatabase = {
  db: Db;
  /** Logs in as the serving role, as `db` does. */
  url: string;
  ownerUrl: string;
  /** The plain driver, as the serving role. */
  raw: RawPool;
  owner: RawPool;
  plans: MadeUpPlans;
  close(): Promise<void>;
};

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const { server, stop } = await startTestServer();
  const database = await createTestDatabase(server);
  const raw = rawPool(database.url);
  const owner = rawPool(database.ownerUrl, { mayTakeLong: true });
  return {
    db: database.db,
    url: database.url,
    ownerUrl: database.ownerUrl,
    raw,
    owner,
    plans: await makeUpPlans(owner),
    async close() {
      await raw.end();
      await owner.end();
      await database.drop();
      await stop();
    },
  };
}
