import { freshness } from './fingerprint.mjs';
import { inRoot, pinnedNode, toolEnvironment } from './paths.mjs';
import { Problem } from './problem.mjs';
import { lastLines, runCommand } from './run-command.mjs';

/** @returns {{ fresh: boolean, remember: () => void }} */
export const clientFreshness = () =>
  freshness({
    stamp: inRoot('node_modules', '.golden-thread-client'),
    entries: ['prisma/schema', 'prisma.config.ts', 'scripts/generate.mjs', 'package-lock.json'],
    outputs: ['packages/db/src/generated/client.ts'],
  });

/** Writes the database client from prisma/schema, when the schema changed. */
export async function generateClient() {
  const state = clientFreshness();
  if (state.fresh) return;
  const { code, output } = await runCommand(pinnedNode(), [inRoot('scripts', 'generate.mjs')], {
    env: toolEnvironment(),
  });
  if (code !== 0)
    throw new Problem('The database client could not be written from prisma/schema.', lastLines(output));
  state.remember();
}
