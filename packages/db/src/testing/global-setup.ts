import type { TestProject } from 'vitest/node';
import type {} from './provided-context.ts';
import { startTestServer } from './test-server.ts';

/** Runs once before the integration tests; what it returns runs once after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer();
  project.provide('goldenThreadTestServer', server);
  return stop;
}
