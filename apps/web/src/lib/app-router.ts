import type { AnyTRPCRouter } from '@trpc/server';

/** The API's type. Types only: nothing of the API may reach the browser. */
export type AppRouter = AnyTRPCRouter;
