import { DomainError, type FileAnswer, fileRoutes, guard } from '@gt/api';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { requestContext } from '../request-context.ts';
import type { Services } from '../services.ts';
import { takeFromLimit } from './rate-limit.ts';
import { assertOwnClient } from './request-guard.ts';

/** RFC 6266 with RFC 8187: an ASCII fall-back and the real name. */
export function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Answers JSON, or bytes as an attachment. */
export function sendFile(reply: FastifyReply, answer: FileAnswer): FastifyReply {
  if (answer.kind === 'json') return reply.code(answer.status ?? 200).send(answer.body);
  reply.header('content-type', answer.mediaType);
  reply.header('content-disposition', attachment(answer.fileName));
  if (answer.size !== undefined) reply.header('content-length', answer.size);
  return reply.send(answer.stream);
}

/** Mounts every declared file route: bodies stay streams, answers are attachments. */
export function mountFileRoutes(app: FastifyInstance, services: Services): void {
  app.register(async (files) => {
    files.removeAllContentTypeParsers();
    // The body is handed on as it arrives: nothing is parsed, nothing is buffered.
    files.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const route of fileRoutes) {
      files.route({
        method: route.method,
        url: route.path,
        bodyLimit: Number.MAX_SAFE_INTEGER,
        handler: async (request, reply) => {
          if (route.method !== 'GET') assertOwnClient(request);
          if (request.headers['sec-fetch-site'] === 'cross-site') {
            throw new DomainError('NOT_ALLOWED', 'Open files from inside Golden Thread.');
          }
          const ctx = await requestContext(services, request);
          const scope = guard(ctx, route.permission);
          await takeFromLimit(
            services.db,
            { key: `files:${scope.userId}`, cost: 1, max: 300, windowSeconds: 60 },
            ctx.now,
          );
          const gone = new AbortController();
          reply.raw.once('close', () => {
            if (!reply.raw.writableFinished) gone.abort();
          });
          const answer = await route.handle(ctx, scope, {
            params: request.params as Record<string, string>,
            query: request.query as Record<string, string | undefined>,
            headers: request.headers,
            body: request.raw,
            signal: gone.signal,
          });
          return sendFile(reply, answer);
        },
      });
    }
  });
}
