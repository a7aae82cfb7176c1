import type { JobHandler } from './core/job-handler.ts';
import type { JobName } from './core/ports.ts';
import { sweepFiles } from './features/evidence/sweep-files.ts';
import { buildPack } from './features/packs/build-pack.ts';

/** Every background job that the api knows how to do. The host adds sending mail. */
export const jobHandlers: Partial<Record<JobName, JobHandler>> = {
  'pack.build': buildPack,
  'files.sweep': async (ctx) => void (await sweepFiles(ctx)),
};
