import { readFile } from 'node:fs/promises';

const KIB = 1024;
/** Between two looks. */
const EVERY_MS = 20;

/** Resident memory of a process in bytes; null where Linux's /proc is not there. */
export async function residentBytes(pid: number): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const found = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
    return found === undefined ? null : Number(found) * KIB;
  } catch {
    return null;
  }
}

/** The most resident memory that a process took while the work ran. */
export async function peakMemoryDuring(pid: number, work: () => Promise<void>): Promise<number> {
  let peak = 0;
  const look = async () => {
    peak = Math.max(peak, (await residentBytes(pid)) ?? 0);
  };
  const watch = setInterval(() => void look(), EVERY_MS);
  try {
    await look();
    await work();
    await look();
  } finally {
    clearInterval(watch);
  }
  return peak;
}
