import { type Context, type JobHandler, type JobName, type Jobs, jobHandlers } from '@gt/api';
import { JOBS_SCHEMA } from '@gt/db';
import { PgBoss } from 'pg-boss';

/** A worker that has not been heard of for this long is taken for dead and its job is run again. */
const HEARTBEAT_SECONDS = 10;

const QUEUES: Record<JobName, { retryLimit: number; expireInSeconds: number }> = {
  'pack.build': { retryLimit: 5, expireInSeconds: 60 * 60 },
  'packs.expire': { retryLimit: 2, expireInSeconds: 60 * 60 },
  'audit.seal': { retryLimit: 2, expireInSeconds: 5 * 60 },
  'mail.send': { retryLimit: 10, expireInSeconds: 10 * 60 },
  // Reads every file of the store.
  'store.check': { retryLimit: 1, expireInSeconds: 6 * 60 * 60 },
  'files.sweep': { retryLimit: 2, expireInSeconds: 2 * 60 * 60 },
  'evidence.screen': { retryLimit: 5, expireInSeconds: 2 * 60 },
  // Apart from the single ones: a new file does not wait until all the old ones have been looked through.
  'evidence.screenAll': { retryLimit: 2, expireInSeconds: 12 * 60 * 60 },
  'readiness.watch': { retryLimit: 3, expireInSeconds: 30 * 60 },
  'digests.send': { retryLimit: 2, expireInSeconds: 30 * 60 },
  'reviews.prepare': { retryLimit: 2, expireInSeconds: 10 * 60 },
  'snapshots.take': { retryLimit: 5, expireInSeconds: 10 * 60 },
  'reports.issue': { retryLimit: 5, expireInSeconds: 10 * 60 },
  'figures.read': { retryLimit: 3, expireInSeconds: 2 * 60 },
  'workbook.read': { retryLimit: 3, expireInSeconds: 2 * 60 },
};

export type Queue = {
  jobs: Jobs;
  /** Begins to work. Handlers get a fresh context each time. */
  work(context: () => Context, extra: Partial<Record<JobName, JobHandler>>): Promise<void>;
  stop(): Promise<void>;
};

/**
 * The job queue in PostgreSQL. `url` is the application's own address: the owner has made the queue's schema.
 * Jobs are added in the caller's transaction, so a job exists exactly when its reason does.
 */
export async function startQueue(url: string, onError: (error: Error) => void): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    schema: JOBS_SCHEMA,
    createSchema: false,
    max: 4,
    application_name: 'golden-thread-jobs',
    // How soon a job of a killed server is noticed and run again; the default is a minute.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 60,
  });
  boss.on('error', onError);
  await boss.start();
  for (const [name, options] of Object.entries(QUEUES)) {
    await boss.createQueue(name, { ...options, retryDelay: 1, heartbeatSeconds: HEARTBEAT_SECONDS });
  }
  const stopping = new AbortController();
  const jobs: Jobs = {
    async enqueue(tx, name, data, options) {
      await boss.send(name, data, {
        ...(options?.singletonKey ? { singletonKey: options.singletonKey } : {}),
        db: {
          async executeSql(text: string, values?: unknown[]) {
            return { rows: await tx.$queryRawUnsafe<never[]>(text, ...(values ?? [])) };
          },
        },
      });
    },
  };
  return {
    jobs,
    async work(context, extra) {
      const handlers: Partial<Record<JobName, JobHandler>> = { ...jobHandlers, ...extra };
      for (const [name, handler] of Object.entries(handlers)) {
        await boss.work<Record<string, string>>(name, { pollingIntervalSeconds: 1 }, async (batch) => {
          for (const job of batch) {
            await handler(context(), job.data ?? {}, AbortSignal.any([job.signal, stopping.signal]));
          }
        });
      }
      if (handlers['audit.seal']) {
        await boss.schedule('audit.seal', '* * * * *', {});
        // What a killed server left unsealed does not wait for the next minute.
        await boss.send('audit.seal', {});
      }
      if (handlers['mail.send']) await boss.schedule('mail.send', '* * * * *', {});
      // Each person chose a time of their own; whose time it is, the job decides.
      if (handlers['digests.send']) await boss.schedule('digests.send', '*/5 * * * *', {});
      if (handlers['packs.expire'])
        await boss.schedule('packs.expire', '40 3 * * *', {}, { tz: 'Europe/London' });
      // Hourly: a plan that is given a rhythm sees its next meeting soon after.
      if (handlers['reviews.prepare']) await boss.schedule('reviews.prepare', '7 * * * *', {});
      if (handlers['files.sweep'])
        await boss.schedule('files.sweep', '20 3 * * *', {}, { tz: 'Europe/London' });
      if (handlers['evidence.screenAll']) {
        await boss.schedule('evidence.screenAll', '50 2 * * *', {}, { tz: 'Europe/London' });
        // Files of before there was screening, and of a server that was killed; once people have their pages back.
        await boss.send('evidence.screenAll', {}, { startAfter: 30 });
      }
      // Before the working day: what waits is in the inbox when people come.
      if (handlers['readiness.watch'])
        await boss.schedule('readiness.watch', '40 5 * * *', {}, { tz: 'Europe/London' });
      if (handlers['store.check'])
        await boss.schedule('store.check', '20 4 * * *', {}, { tz: 'Europe/London' });
      // Late, so that a review of the evening is frozen by then.
      if (handlers['snapshots.take']) {
        await boss.schedule('snapshots.take', '45 22 * * *', {}, { tz: 'Europe/London' });
        // The evening that a server missed.
        await boss.send('snapshots.take', {});
      }
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}
