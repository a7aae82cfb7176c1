// The throw-away server without Vitest: for benchmarks, which run as a program of their own.
export { createTestDatabase, type TestDatabase } from './create-test-database.ts';
export { type RawPool, rawPool } from './raw-pool.ts';
export { startTestServer, type TestServer } from './test-server.ts';
