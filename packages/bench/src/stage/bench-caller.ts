import { appRouter, type Context, createCallerFactory, londonDate, signingWith } from '@gt/api';
import type { Db } from '@gt/db';
import { localEvidenceStore } from '@gt/storage';
import type { BenchDatabase } from './database.ts';

const createCaller = createCallerFactory(appRouter);

/** The API as the programme lead calls it, without HTTP. */
export async function benchCaller(database: Pick<BenchDatabase, 'db' | 'plans'>, folder: string) {
  return createCaller(await benchContext(database, folder));
}

/** One request of the programme lead. */
export async function benchContext(
  { db, plans }: { db: Db; plans: { userId: string } },
  folder: string,
): Promise<Context> {
  const now = new Date();
  return {
    db,
    signedIn: {
      userId: plans.userId,
      userName: 'Programme Lead, holder 1',
      email: 'lead@bench.example',
      roles: ['PROGRAMME_LEAD'],
      teamIds: [],
      postIds: [],
      sessionId: 'bench',
    },
    today: londonDate(now),
    now,
    requestId: 'bench',
    jobs: { enqueue: async () => undefined },
    accounts: { hashPassword: async () => '', passwordProblem: () => null },
    store: await localEvidenceStore(folder),
    settings: { publicUrl: 'http://127.0.0.1', mailIsSetUp: false },
    signing: signingWith(),
  };
}
