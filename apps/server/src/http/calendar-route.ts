import { readCalendar } from '@gt/api';
import type { FastifyInstance } from 'fastify';
import { systemContext } from '../request-context.ts';
import type { Services } from '../services.ts';
import { addressGroup, takeFromLimit } from './rate-limit.ts';

const CALENDAR_PATH = '/calendar/:secret.ics';

/** Calendar programmes read here, without a session: the address is the secret, and guessing it is counted. */
export function mountCalendar(app: FastifyInstance, services: Services): void {
  app.get(CALENDAR_PATH, async (request, reply) => {
    const ctx = systemContext(services, { requestId: String(request.id) });
    const limit = { key: `calendar:${addressGroup(request.ip)}`, cost: 1, max: 120, windowSeconds: 3600 };
    await takeFromLimit(services.db, limit, ctx.now);
    const { secret } = request.params as { secret: string };
    const text = await readCalendar(ctx, secret);
    return reply.header('content-type', 'text/calendar; charset=utf-8').send(text);
  });
}
