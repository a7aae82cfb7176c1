import { type Context, openUpdateLink, updateByLink } from '@gt/api';
import { updateLinkOpenInput } from '@gt/contracts/schemas';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { systemContext } from '../request-context.ts';
import type { Services } from '../services.ts';
import { limitSecret } from './rate-limit.ts';
import { assertJson, assertOwnClient } from './request-guard.ts';

/** Secrets that are none, from one place. */
const WRONG_AT_MOST = 60;
/** Requests with one secret: many actions, corrected often, by several people of an agency. */
const USES_AT_MOST = 300;

/**
 * What the page behind a partner's link asks. Nobody is signed in: the secret in the body is the right. It travels in
 * no address, since proxies and browsers keep those.
 */
export const updateLinkRoutes: readonly {
  method: 'POST';
  path: string;
  permission: 'public';
  handle(ctx: Context, body: unknown): Promise<unknown>;
}[] = [
  { method: 'POST', path: '/api/update-link', permission: 'public', handle: openUpdateLink },
  { method: 'POST', path: '/api/update-link/updates', permission: 'public', handle: updateByLink },
];

export function mountUpdateLinks(app: FastifyInstance, services: Services): void {
  for (const { method, path, handle } of updateLinkRoutes) {
    app.route({
      method,
      url: path,
      onRequest: async (request) => {
        assertOwnClient(request);
        assertJson(request);
      },
      handler: async (request) => {
        const ctx = systemContext(services, { requestId: String(request.id) });
        return limited(ctx, request, () => handle(ctx, request.body));
      },
    });
  }
}

/** What has not even the shape of a secret is refused before anything is counted. */
function limited(ctx: Context, request: FastifyRequest, work: () => Promise<unknown>): Promise<unknown> {
  const { secret } = updateLinkOpenInput.parse(request.body);
  const limits = { guessesAtMost: WRONG_AT_MOST, usesAtMost: USES_AT_MOST };
  return limitSecret(ctx.db, { what: 'update-link', secret, ip: request.ip, ...limits, now: ctx.now }, work);
}
