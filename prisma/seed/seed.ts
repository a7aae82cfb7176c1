import { createDatabase } from '@gt/db';
import { localEvidenceStore } from '@gt/storage';
import { readSeedEnv, SeedEnvProblem } from './env.ts';
import { loadScenario, SeedRefusal } from './load-scenario.ts';
import { manyActions } from './scenarios/many-actions.ts';
import { northmoor } from './scenarios/northmoor.ts';

async function run(): Promise<void> {
  const env = readSeedEnv();
  const database = createDatabase(env.databaseUrl, { poolSize: 2, applicationName: 'golden-thread-seed' });
  try {
    await loadScenario(
      { db: database.db, store: await localEvidenceStore(env.filesDir), now: new Date() },
      env.scenario === 'northmoor' ? northmoor : manyActions(env.actionCount),
    );
  } finally {
    await database.close();
  }
}

run().catch((error: unknown) => {
  const known = error instanceof SeedRefusal || error instanceof SeedEnvProblem;
  if (known) console.error(`There is a problem. ${error.message}`);
  else console.error('The sample plan could not be loaded. Nothing of it was kept in the database.', error);
  process.exitCode = 1;
});
