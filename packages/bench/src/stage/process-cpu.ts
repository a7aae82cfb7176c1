import { readdir, readFile } from 'node:fs/promises';

/** Milliseconds of processor time the process has used in all its threads; null where Linux's /proc is not there. */
export async function processCpu(pid: number): Promise<number | null> {
  try {
    const threads = await readdir(`/proc/${pid}/task`);
    const spent = await Promise.all(
      threads.map(async (thread) => {
        const text = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0');
        return Number(text.split(' ')[0]);
      }),
    );
    return spent.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
  } catch {
    return null;
  }
}
