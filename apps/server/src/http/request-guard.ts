import { DomainError } from '@gt/api';
import type { FastifyRequest } from 'fastify';

/** The header that our own client sends and no foreign form can. */
export const CLIENT_HEADER = 'x-golden-thread';

/**
 * Stops requests that another site could cause in a signed-in person's browser: everything under /trpc, and every
 * write elsewhere, must come from our own pages. Throws NOT_ALLOWED.
 */
export function assertOwnClient(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const own = request.headers[CLIENT_HEADER] === '1' || site === 'same-origin';
  if (!own || site === 'cross-site') {
    throw new DomainError(
      'NOT_ALLOWED',
      'This request did not come from Golden Thread itself and was refused.',
    );
  }
}

/** JSON and nothing else may carry a body here. Throws INVALID. */
export function assertJson(request: FastifyRequest): void {
  const type = request.headers['content-type'];
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  if (hasBody && !/^application\/json(\s*;\s*charset=utf-8)?$/i.test(type ?? '')) {
    throw new DomainError('INVALID', 'Only application/json is accepted here.');
  }
}
