import type { Context } from './context.ts';

/**
 * The work behind a job: idempotent and resumable, because a job may be run again after a crash. `signal` fires when
 * the server is asked to stop; throwing then puts the job back into the queue.
 */
export type JobHandler = (ctx: Context, data: Record<string, string>, signal: AbortSignal) => Promise<void>;
