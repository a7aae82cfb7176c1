import { type AppRouter, appRouter, type Context } from '@gt/api';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyInstance } from 'fastify';
import { requestContext } from '../request-context.ts';
import type { Services } from '../services.ts';
import { logProblem } from './log-problem.ts';
import { addressGroup, takeFromLimit } from './rate-limit.ts';
import { assertJson, assertOwnClient } from './request-guard.ts';

export const MAX_BATCH = 10;
/** Bytes of one request: the largest is a logo of 200 kB as text. */
const BODY_LIMIT = 640 * 1024;
const CALLS_PER_MINUTE = 1200;

const contexts = new WeakMap<object, Context>();

/**
 * Mounts the API with the guards of the trust rules: JSON only, our own client only, 10 calls a batch, 256 kB a body,
 * and a rate limit counted per call. The checks run before tRPC sees the request.
 */
export function mountTrpc(app: FastifyInstance, services: Services): void {
  app.register(
    async (api) => {
      api.addHook('onRequest', async (request) => {
        assertOwnClient(request);
        assertJson(request);
      });
      api.addHook('preHandler', async (request) => {
        const ctx = await requestContext(services, request);
        const calls = callsIn((request.params as { path?: string }).path ?? '');
        const who = ctx.signedIn?.userId ?? addressGroup(request.ip);
        await takeFromLimit(
          services.db,
          { key: `calls:${who}`, cost: calls, max: CALLS_PER_MINUTE, windowSeconds: 60 },
          ctx.now,
        );
        contexts.set(request, ctx);
      });
      api.register(fastifyTRPCPlugin, {
        prefix: '',
        trpcOptions: {
          router: appRouter,
          maxBatchSize: MAX_BATCH,
          createContext: async ({ req }) => contexts.get(req) ?? requestContext(services, req),
          onError({ error, path, ctx }) {
            if (error.code === 'INTERNAL_SERVER_ERROR') {
              logProblem(app.log, error.cause ?? error, { requestId: ctx?.requestId, path });
            }
          },
        } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
      });
    },
    { prefix: '/trpc', bodyLimit: BODY_LIMIT } as never,
  );
}

/** Calls in one request. The library decodes the path a second time before it looks for commas, and so do we. */
function callsIn(path: string): number {
  try {
    return decodeURIComponent(path).split(',').length;
  } catch {
    return MAX_BATCH;
  }
}
