import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Times in milliseconds. */
export type Deadlines = {
  /** Longest a body that is no file may take to arrive. */
  bodyMs: number;
  /** How long the rest of a refused upload is listened to, so that the sender can read the answer. */
  refusedMs: number;
  /** Longest silence on a connection in both directions, uploads and downloads too. */
  idleMs: number;
};

export const DEADLINES: Deadlines = { bodyMs: 30_000, refusedMs: 10_000, idleMs: 300_000 };

/**
 * Cuts off senders that hold a connection by sending a little at a time. Files have no deadline, because a good
 * upload may take an hour; a body that nobody waits for any more has one, whatever its address.
 */
export function requestDeadlines(app: FastifyInstance, deadlines: Deadlines): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!hasBody(request)) return;
    const cut = () => {
      if (!request.raw.complete) request.raw.destroy();
    };
    const isFile = request.routeOptions.url?.startsWith('/files/') ?? false;
    const timer = isFile ? undefined : setTimeout(cut, deadlines.bodyMs);
    reply.raw.once('close', () => clearTimeout(timer));
    reply.raw.once('finish', () => {
      if (!request.raw.complete) setTimeout(cut, deadlines.refusedMs).unref();
    });
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
