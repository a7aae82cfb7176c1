/** The only file here that reads the environment. */

export const SCENARIO_NAMES = ['northmoor', 'many-actions'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

export type SeedEnv = {
  /** Address that logs in as the serving role. */
  databaseUrl: string;
  /** Folder of the evidence store. */
  filesDir: string;
  scenario: ScenarioName;
  /** Actions of the scenario "many-actions". */
  actionCount: number;
};

/** A setting that stops the load, in words for whoever started it. */
export class SeedEnvProblem extends Error {}

/**
 * | variable | meaning |
 * |---|---|
 * | SEED_DATABASE_URL | a migrated database without accounts, as the serving role |
 * | SEED_FILES_DIR | folder of the evidence store |
 * | SEED_SCENARIO | northmoor (the whole story, default) or many-actions (a long list, for measuring) |
 * | SEED_ACTIONS | how many actions the long list has, 10,000 when not given |
 */
export function readSeedEnv(source: NodeJS.ProcessEnv = process.env): SeedEnv {
  const databaseUrl = source.SEED_DATABASE_URL;
  const filesDir = source.SEED_FILES_DIR;
  if (!databaseUrl) throw new SeedEnvProblem('SEED_DATABASE_URL is missing. Set it to the database to fill.');
  if (!filesDir) throw new SeedEnvProblem('SEED_FILES_DIR is missing. Set it to the folder of the files.');
  const wanted = source.SEED_SCENARIO ?? 'northmoor';
  const scenario = SCENARIO_NAMES.find((name) => name === wanted);
  if (!scenario) {
    throw new SeedEnvProblem(`SEED_SCENARIO is "${wanted}". Use ${SCENARIO_NAMES.join(' or ')}.`);
  }
  const actionCount = Number(source.SEED_ACTIONS ?? 10_000);
  if (!Number.isInteger(actionCount) || actionCount < 1 || actionCount > 1_000_000) {
    throw new SeedEnvProblem(
      `SEED_ACTIONS is "${source.SEED_ACTIONS}". Use a whole number from 1 to 1,000,000.`,
    );
  }
  return { databaseUrl, filesDir, scenario, actionCount };
}
