import { randomUUID } from 'node:crypto';
import { DomainError, guard, HTTP_STATUSES, problemFrom } from '@gt/api';
import Fastify, { type FastifyInstance } from 'fastify';
import { authRoutes } from './auth/auth-routes.ts';
import { mountCalendar } from './http/calendar-route.ts';
import { DEADLINES, type Deadlines, requestDeadlines } from './http/deadlines.ts';
import { mountFileRoutes } from './http/file-routes.ts';
import { logProblem } from './http/log-problem.ts';
import { refuseAddress, refuseConnection } from './http/refuse-unreadable.ts';
import { assertJson, assertOwnClient } from './http/request-guard.ts';
import { mountRoom } from './http/room-routes.ts';
import { securityHeaders } from './http/security-headers.ts';
import { endSilentConnections } from './http/silent-connections.ts';
import { mountPages } from './http/static-pages.ts';
import { mountTrpc } from './http/trpc.ts';
import { mountUpdateLinks } from './http/update-link-routes.ts';
import { type LiveTimes, mountLive } from './live/live-route.ts';
import { requestContext } from './request-context.ts';
import type { Services } from './services.ts';

export type ServerOptions = {
  webDir: string;
  logLevel: string;
  /** Addresses whose word about the visitor's address is believed; nobody's when not given. */
  trustProxy?: string[];
  deadlines?: Deadlines;
  liveTimes?: LiveTimes;
  /** Where the log goes instead of standard output. */
  logStream?: { write(line: string): void };
};

/** The HTTP host: sign-in, API, files, pages, health. Nothing is mounted that is not in a declared list. */
export function buildServer(services: Services, options: ServerOptions): FastifyInstance {
  const deadlines = options.deadlines ?? DEADLINES;
  const app = Fastify({
    // Neither addresses nor headers are logged: addresses carry one-time links, headers carry sessions.
    logger: {
      level: options.logLevel,
      ...(options.logStream ? { stream: options.logStream } : {}),
      redact: ['req.headers', 'req.url'],
      serializers: { req: ({ method }) => ({ method }) },
    },
    bodyLimit: 256 * 1024,
    genReqId: () => randomUUID(),
    trustProxy: options.trustProxy ?? false,
    // Uploads may take as long as they move; `requestDeadlines` cuts off everything else.
    requestTimeout: 0,
    connectionTimeout: deadlines.idleMs,
    // What is said about an upload travels in a header; 64 KiB holds its longest texts in any script, URI-encoded.
    http: { maxHeaderSize: 64 * 1024, headersTimeout: 20_000, connectionsCheckingInterval: 5_000 },
    routerOptions: { maxParamLength: 4000 },
    frameworkErrors: refuseAddress(services),
    clientErrorHandler: refuseConnection(services),
  });
  securityHeaders(app, { https: services.https });
  requestDeadlines(app, deadlines);
  endSilentConnections(app);
  app.setErrorHandler((error, request, reply) => {
    const problem = problemFrom(fromHost(error), String(request.id));
    if (problem.code === 'INTERNAL') logProblem(app.log, error, { requestId: String(request.id) });
    reply.code(HTTP_STATUSES[problem.code]).type('application/json').send({ error: { problem } });
  });
  app.get('/health', async () => {
    await services.db.$queryRaw`SELECT 1`;
    return { ok: true };
  });
  mountAuth(app, services);
  mountTrpc(app, services);
  mountFileRoutes(app, services);
  mountCalendar(app, services);
  mountUpdateLinks(app, services);
  mountRoom(app, services);
  mountLive(app, services, options.liveTimes);
  mountPages(app, options.webDir);
  return app;
}

function mountAuth(app: FastifyInstance, services: Services): void {
  app.register(async (api) => {
    for (const route of authRoutes) {
      api.route({
        method: route.method,
        url: route.path,
        bodyLimit: 16 * 1024,
        onRequest: async (request) => {
          if (route.method === 'GET') return;
          assertOwnClient(request);
          assertJson(request);
        },
        handler: async (request, reply) => {
          if (route.permission !== 'public') guard(await requestContext(services, request), route.permission);
          return route.handle(services, request, reply);
        },
      });
    }
  });
}

/** The host's own refusals (body too large, broken JSON …) in our words. */
function fromHost(error: unknown): unknown {
  const status = (error as { statusCode?: number }).statusCode;
  if (error instanceof DomainError || status === undefined || status >= 500) return error;
  if (status === 413)
    return new DomainError(
      'TOO_LARGE',
      'This is too much at once. The limit is 256 kB; send it in parts or as a file.',
    );
  if (status === 404) return new DomainError('NOT_FOUND', 'There is nothing at this address.');
  return new DomainError('INVALID', 'The request could not be read.');
}
