export { createBlankDatabase, createTestDatabase, type TestDatabase } from './create-test-database.ts';
export { startTestServer, type TestServer } from './test-server.ts';
export { testServer, withTestDatabase } from './with-test-database.ts';
