import type { Db } from '@gt/db';
import { EnvProblem, type RunMode } from './env.ts';

export type InstallationState = { mode: 'SAMPLE' | 'REAL'; loadSample: boolean };

/**
 * Reads how this database was begun, and begins it if it is new. Sample data loads only into an empty database begun
 * without --empty; a production start refuses sample accounts. Throws EnvProblem with what to do.
 */
export async function openInstallation(db: Db, runMode: RunMode): Promise<InstallationState> {
  const wanted = runMode === 'sample' ? 'SAMPLE' : 'REAL';
  await db.$executeRaw`
    INSERT INTO "installation" ("id", "mode", "createdAt") VALUES (1, ${wanted}::"InstallationMode", now())
    ON CONFLICT DO NOTHING`;
  const row = await db.installation.findUniqueOrThrow({
    where: { id: 1 },
    select: { mode: true, sampleLoadedAt: true },
  });
  if (row.mode === 'SAMPLE' && runMode !== 'sample') {
    throw new EnvProblem(
      'This data folder holds the sample plan with its published passwords. Begin a real installation in another folder: npm start -- --empty --data FOLDER',
    );
  }
  if (runMode === 'production') await refuseSampleAccounts(db);
  if (row.mode === 'REAL') return { mode: 'REAL', loadSample: false };
  const somebody = await db.user.findFirst({ select: { id: true } });
  return { mode: 'SAMPLE', loadSample: row.sampleLoadedAt === null && somebody === null };
}

async function refuseSampleAccounts(db: Db): Promise<void> {
  const sample = await db.user.findFirst({ where: { isSample: true }, select: { id: true } });
  if (sample) {
    throw new EnvProblem(
      'This database has sample accounts, whose passwords are published. Production does not start with them.',
    );
  }
}
