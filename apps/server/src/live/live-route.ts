import { PassThrough } from 'node:stream';
import { DomainError, guard, londonDate, type Scope } from '@gt/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readSession } from '../auth/read-session.ts';
import { takeFromLimit } from '../http/rate-limit.ts';
import { systemContext, webHeaders } from '../request-context.ts';
import type { Services } from '../services.ts';
import type { LiveStream } from './live-hub.ts';

export const LIVE_PATH = '/api/live';
/** A browser needs one; this many browsers or private windows of one person are enough. */
const STREAMS_A_PERSON = 8;
const OPENED_A_MINUTE = 60;
/** A reader who is further behind than this is dropped and comes back, in bytes. */
const BEHIND_BYTES = 64 * 1024;

/** Times in milliseconds. */
export type LiveTimes = { heartbeatMs: number; recheckMs: number };
const LIVE_TIMES: LiveTimes = { heartbeatMs: 25_000, recheckMs: 60_000 };

/**
 * The stream of server-sent events that tells a browser what to ask for again. The session is looked at when it opens
 * and every minute, and at once when somebody's account or session changes; listening never counts as activity.
 */
export function mountLive(app: FastifyInstance, services: Services, times: LiveTimes = LIVE_TIMES): void {
  app.addHook('preClose', () => services.live.stop());
  app.get(LIVE_PATH, async (request, reply) => {
    if (request.headers['sec-fetch-site'] === 'cross-site') {
      throw new DomainError('NOT_ALLOWED', 'This is only for pages of Golden Thread.');
    }
    const scope = await scopeOf(services, request);
    const limit = { key: `live:${scope.userId}`, cost: 1, max: OPENED_A_MINUTE, windowSeconds: 60 };
    await takeFromLimit(services.db, limit, scope.now);
    if (services.live.count(scope.userId) >= STREAMS_A_PERSON) {
      throw new DomainError('TOO_MANY_REQUESTS', 'Golden Thread is open in too many browsers at once.');
    }
    const body = openStream(services, request, scope, times);
    reply.raw.once('close', () => body.destroy());
    return (
      reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store, no-transform')
        .header('x-accel-buffering', 'no')
        // The connection is the stream's own, and closes with it: a server that stops does not wait for it.
        .header('connection', 'close')
        .send(body)
    );
  });
}

function openStream(
  services: Services,
  request: FastifyRequest,
  first: Scope,
  times: LiveTimes,
): PassThrough {
  const body = new PassThrough();
  let scope = first;
  const write = (text: string): void => {
    if (body.destroyed || body.writableEnded) return;
    body.write(text);
    if (body.writableLength + body.readableLength > BEHIND_BYTES) body.destroy();
  };
  const end = (): void => {
    write('event: ended\ndata: null\n\n');
    body.end();
  };
  const recheck = (): void => {
    void scopeOf(services, request).then(
      (now) => {
        scope = now;
      },
      (error: unknown) => {
        // Signed out or deactivated. That the database does not answer is no reason to send anybody away.
        if (error instanceof DomainError) end();
      },
    );
  };
  const stream: LiveStream = {
    userId: first.userId,
    scope: () => scope,
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    recheck,
    drop: () => void body.end(),
  };
  const beat = setInterval(() => write(': \n\n'), times.heartbeatMs);
  const look = setInterval(recheck, times.recheckMs);
  body.once('close', () => {
    clearInterval(beat);
    clearInterval(look);
    services.live.close(stream);
  });
  services.live.open(stream);
  write('event: open\ndata: null\n\n');
  return body;
}

/** Who is asking, by the session alone; throws NOT_SIGNED_IN. */
async function scopeOf(services: Services, request: FastifyRequest): Promise<Scope> {
  const now = new Date();
  const today = londonDate(now);
  const signedIn = await readSession(services, webHeaders(request), { today, now, counts: false });
  return guard(
    { ...systemContext(services, { now, requestId: String(request.id) }), signedIn },
    'account.self',
  );
}
