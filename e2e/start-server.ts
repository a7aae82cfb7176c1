import { runServer } from './run-server.ts';

/** One server with the sample plan for the whole run; stopped and removed at the end. */
export default async function startServer(): Promise<() => Promise<void>> {
  const server = await runServer({ mode: 'sample' });
  process.env.E2E_URL = server.url;
  return () => server.stop();
}
