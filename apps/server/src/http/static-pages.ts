import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { DomainError } from '@gt/api';
import type { FastifyInstance } from 'fastify';
import { newNonce, pagePolicy } from './security-headers.ts';

const NONCE_MARK = '__CSP_NONCE__';
/** Behind a partner's or an inspector's link: its secret stands in the fragment, and nobody is told where the visitor came from. */
const LINK_PAGE = /^\/(?:update|room)([/?]|$)/;

/** Serves the built web: hashed assets for a year, the page itself fresh each time with a nonce of its own. */
export function mountPages(app: FastifyInstance, webDir: string): void {
  const page = join(webDir, 'index.html');
  const html = existsSync(page) ? readFileSync(page, 'utf8') : null;
  app.register(fastifyStatic, {
    root: webDir,
    index: false,
    wildcard: false,
    // The build writes each text file a second and third time, in Brotli and gzip.
    preCompressed: true,
    setHeaders(reply, path) {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      );
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isPage = isRead && !/^\/(trpc|api|files|assets|health)([/?]|$)/.test(request.url);
    if (!isPage) throw new DomainError('NOT_FOUND', 'There is nothing at this address.');
    if (html === null)
      throw new DomainError('UNAVAILABLE', 'The pages are not built. Run "npm start", which builds them.');
    const nonce = newNonce();
    reply.header('content-security-policy', pagePolicy(nonce));
    if (LINK_PAGE.test(request.url)) {
      reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow');
    }
    reply.type('text/html; charset=utf-8');
    return reply.send(html.replaceAll(NONCE_MARK, nonce));
  });
}
