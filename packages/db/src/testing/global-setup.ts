import type { TestProject } from 'vitest/node';
import type {} from './provided-context.ts';
import { startTestServer } from './test-server.ts';

/** Kept on the process: each project of a run loads this file anew, and all of them use the one server. */
const OF_THE_RUN = Symbol.for('golden-thread.test-server');
type Run = { users: number; started: ReturnType<typeof startTestServer> };
const shared = globalThis as { [OF_THE_RUN]?: Run };

/** Runs before the integration tests of each project; what it returns runs after them, and the last one stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared[OF_THE_RUN] ??= { users: 0, started: startTestServer() };
  const run = shared[OF_THE_RUN];
  run.users += 1;
  const { server, stop } = await run.started;
  project.provide('goldenThreadTestServer', server);
  return async () => {
    run.users -= 1;
    if (run.users > 0) return;
    delete shared[OF_THE_RUN];
    await stop();
  };
}
