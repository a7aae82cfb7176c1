import { importReport } from '../stage/import-report.ts';
import { setUpPeople } from '../stage/set-up-people.ts';
import type { Stage } from '../stage/stage.ts';

/** The whole story of the made-up trust, from the report's arrival to yesterday. */
export async function northmoor(stage: Stage): Promise<void> {
  const company = await setUpPeople(stage);
  await importReport(stage, company);
}
