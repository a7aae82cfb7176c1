import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Answers that are data or bytes may load nothing at all. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The policy of the page itself: our own files only; injected styles carry the nonce. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // React sets style properties through the object model; the attribute is only ever written by the style engine.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

type HeaderOptions = { https: boolean };

/** The headers of every answer, as name and value. */
export function answerHeaders(options: HeaderOptions): [string, string][] {
  return [
    ['content-security-policy', DATA_POLICY],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()'],
    ['x-frame-options', 'DENY'],
    ['cache-control', 'no-store'],
    ...(options.https
      ? ([['strict-transport-security', 'max-age=63072000; includeSubDomains']] as [string, string][])
      : []),
  ];
}

/** Headers on every answer; a page replaces the policy by its own. */
export function securityHeaders(app: FastifyInstance, options: HeaderOptions): void {
  app.addHook('onSend', async (_request, reply: FastifyReply) => {
    for (const [name, value] of answerHeaders(options)) {
      if (!reply.hasHeader(name)) reply.header(name, value);
    }
  });
}
