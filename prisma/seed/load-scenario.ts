import { SAMPLE_PASSWORD } from '@gt/contracts/words';
import { type Db, inTransaction, type Tx } from '@gt/db';
import type { EvidenceStore } from '@gt/storage';
import { hashPassword } from 'better-auth/crypto';
import { type Stage, stageOn } from './stage/stage.ts';

/** Why a scenario is not loaded into this database, in words for whoever started it. */
export class SeedRefusal extends Error {}

export type Scenario = (stage: Stage) => Promise<void>;

/** Far longer than any scenario takes, so that a slow or busy machine still gets there. */
const LOAD_TIMEOUT_MS = 600_000;

/**
 * Plays a scenario into an empty database begun as SAMPLE, in one transaction: all of it is there afterwards, or
 * nothing, whatever stops the process. `installation.sampleLoadedAt` is set last. Files written before a failure
 * belong to no row, and the sweeper of the store removes them.
 *
 * Throws SeedRefusal, before anything is written, for a real installation and for one that has accounts.
 */
export async function loadScenario(
  into: { db: Db; store: EvidenceStore; now: Date },
  scenario: Scenario,
): Promise<void> {
  const passwordHash = await hashPassword(SAMPLE_PASSWORD);
  await inTransaction(
    into.db,
    async (tx) => {
      await refuseUnlessEmptySample(tx);
      await scenario(stageOn({ db: insideOf(tx), store: into.store, now: into.now, passwordHash }));
      await tx.user.updateMany({ data: { isSample: true } });
      await tx.installation.update({
        where: { id: 1 },
        data: { sampleLoadedAt: into.now },
        select: { id: true },
      });
    },
    { timeoutMs: LOAD_TIMEOUT_MS, retries: 0 },
  );
}

async function refuseUnlessEmptySample(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "installation" ("id", "mode", "createdAt") VALUES (1, 'SAMPLE'::"InstallationMode", now())
    ON CONFLICT DO NOTHING`;
  // The row lock makes two loads at once take turns: the second finds the accounts of the first.
  const [row] = await tx.$queryRaw<{ mode: string }[]>`
    SELECT "mode"::text AS "mode" FROM "installation" WHERE "id" = 1 FOR UPDATE`;
  if (row?.mode !== 'SAMPLE') {
    throw new SeedRefusal('This is a real installation. The sample plan is never loaded into one.');
  }
  const somebody = await tx.user.findFirst({ select: { id: true } });
  if (somebody) {
    throw new SeedRefusal(
      'This database has accounts already, so the sample plan is not loaded. Begin with another data folder.',
    );
  }
}

/** The open transaction in the shape of the whole client: every use-case inside joins it instead of its own. */
function insideOf(tx: Tx): Db {
  const join = (work: (inner: Tx) => Promise<unknown>) => work(tx);
  return new Proxy(tx, {
    get: (target, name) => (name === '$transaction' ? join : Reflect.get(target, name, target)),
  }) as unknown as Db;
}
