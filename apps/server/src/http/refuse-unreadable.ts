import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { DomainError, HTTP_STATUSES, problemFrom } from '@gt/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerHeaders } from './security-headers.ts';

/** Addresses that the router cannot read. The host's own answer repeats them, and they may hold a one-time link. */
export function refuseAddress(options: { https: boolean }) {
  return (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
    const nothing = new DomainError('NOT_FOUND', 'There is nothing at this address.');
    const problem = problemFrom(nothing, String(request.id));
    reply.headers(Object.fromEntries(answerHeaders(options)));
    return reply.code(HTTP_STATUSES[problem.code]).send({ error: { problem } });
  };
}

const STATUSES: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Bytes that are no request, headers too large or too slow: a bare refusal, and the connection ends. */
export function refuseConnection(options: { https: boolean }) {
  return (error: Error & { code?: string }, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUSES[error.code ?? ''] ?? 400;
    const lines = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'connection: close',
      'content-length: 0',
      ...answerHeaders(options).map(([name, value]) => `${name}: ${value}`),
    ];
    socket.end(`${lines.join('\r\n')}\r\n\r\n`, () => socket.destroy());
  };
}
