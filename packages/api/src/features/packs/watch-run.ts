import type { PackJobStage } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import type { PackProgress } from '@gt/pack';
import { type PackRun, reportRun } from './pack-run.ts';

/** Milliseconds between two looks at the row: at most four writes a second, and a cancel is seen within one. */
const LOOK_EVERY = 250;
const KIB = 1024;

/** Why an attempt was stopped from outside the server. */
export class RunStopped extends Error {
  readonly why: 'CANCELLED' | 'TAKEN_OVER';
  constructor(why: 'CANCELLED' | 'TAKEN_OVER') {
    super(`the building of the pack was stopped: ${why}`);
    this.name = 'RunStopped';
    this.why = why;
  }
}

export type RunWatch = {
  /** Fires with the job's own reason, or with RunStopped. */
  signal: AbortSignal;
  onProgress(progress: PackProgress): void;
  /** Ends the watching; resolves when no statement of it is under way. */
  stop(): Promise<void>;
};

/** Keeps the row told how far the writer is, and the writer told when somebody cancels. */
export function watchRun(db: Db, run: PackRun, jobSignal: AbortSignal): RunWatch {
  const stopping = new AbortController();
  let latest: { stage: PackJobStage; stageDone: number; stageTotal: number } | null = null;
  let looking: Promise<void> = Promise.resolve();
  let isLooking = false;
  const look = async () => {
    const progress = latest;
    latest = null;
    isLooking = true;
    try {
      const answer = await reportRun(db, run, progress);
      if (answer !== 'GO_ON') stopping.abort(new RunStopped(answer));
    } catch {
      // A database that does not answer now is asked again at the next look; the end of the attempt says the rest.
      latest ??= progress;
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => {
    if (!isLooking) looking = look();
  }, LOOK_EVERY);
  return {
    signal: AbortSignal.any([jobSignal, stopping.signal]),
    onProgress({ stage, done, total }) {
      const unit = stage === 'files' ? KIB : 1;
      latest = { stage, stageDone: Math.floor(done / unit), stageTotal: Math.ceil(total / unit) };
    },
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
