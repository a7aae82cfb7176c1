import type { TestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    goldenThreadTestServer: TestServer;
  }
}
