import { runServer } from './run-server.ts';

/** One server with the sample plan for the whole run; stopped and removed at the end. */
export default async function startServer(): Promise<() => Promise<void>> {
  // A server that is already running, while a test is being written.
  if (process.env.E2E_URL) return async () => undefined;
  const server = await runServer({ mode: 'sample' });
  process.env.E2E_URL = server.url;
  return () => server.stop();
}
