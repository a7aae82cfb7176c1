import { afterAll, inject } from 'vitest';
import { createTestDatabase, type TestDatabase } from './create-test-database.ts';
import type {} from './provided-context.ts';
import type { TestServer } from './test-server.ts';

/** The PostgreSQL of this test run. Only in the project "integration". */
export function testServer(): TestServer {
  return inject('goldenThreadTestServer');
}

/**
 * A database for one test file, removed after its last test. Call it once, at the top of the file or in
 * `beforeAll`:
 *
 *     const { db } = await withTestDatabase();
 */
export async function withTestDatabase(options: { readonly poolSize?: number } = {}): Promise<TestDatabase> {
  const database = await createTestDatabase(testServer(), options);
  afterAll(() => database.drop());
  return database;
}
