import { randomUUID } from 'node:crypto';
import { type Context, londonDate } from '@gt/api';
import type { FastifyRequest } from 'fastify';
import { readSession } from './auth/read-session.ts';
import type { Services } from './services.ts';

/** Background polling says so, and does not keep a session alive. */
export const BACKGROUND_HEADER = 'x-background';

/** The request's headers for the sign-in library, which reads the visitor's address from one of them. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('x-forwarded-for', request.ip);
  return headers;
}

/** Builds what one request is served with: who asks, today in London, and the ports. */
export async function requestContext(services: Services, request: FastifyRequest): Promise<Context> {
  const now = new Date();
  const today = londonDate(now);
  const counts = request.headers[BACKGROUND_HEADER] === undefined;
  const signedIn = await readSession(services, webHeaders(request), { today, now, counts });
  return { ...systemContext(services, { now, requestId: String(request.id) }), signedIn };
}

/** The context of work nobody is signed in for: jobs, start-up, sign-in itself. */
export function systemContext(services: Services, request: { now?: Date; requestId?: string } = {}): Context {
  const now = request.now ?? new Date();
  return {
    db: services.db,
    signedIn: null,
    today: londonDate(now),
    now,
    requestId: request.requestId ?? randomUUID(),
    jobs: services.jobs,
    accounts: services.accounts,
    store: services.store,
    settings: services.settings,
    signing: services.signing,
  };
}
