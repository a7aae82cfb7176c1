import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../env.ts';
import { type BenchDatabase, openBenchDatabase } from './database.ts';

const MIB = 1024 * 1024;

/** What rows share: a folder, a throw-away PostgreSQL with two made-up plans, and the sizes to work with. */
export type Stage = {
  folder: string;
  /** Bytes of the throughput rows. */
  throughputBytes: number;
  chromium: string | null;
  /** Started when first asked for. */
  database(): Promise<BenchDatabase>;
  /** Also when it is asked for twice, by the end of the run and by a signal. */
  close(): Promise<void>;
};

export async function openStage(options: { megabytes: number; env: NodeJS.ProcessEnv }): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-bench-'));
  let opened: Promise<BenchDatabase> | undefined;
  let closing: Promise<void> | undefined;
  return {
    folder,
    throughputBytes: options.megabytes * MIB,
    chromium: findChromium(options.env),
    database() {
      opened ??= openBenchDatabase();
      return opened;
    },
    close() {
      closing ??= (async () => {
        try {
          await (await opened)?.close();
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      })();
      return closing;
    },
  };
}
