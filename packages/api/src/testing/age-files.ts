import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';

const DAY = 24 * 60 * 60 * 1000;

/** Makes every file of a store two days old, as the sweep sees it: younger ones are left alone. */
export async function ageFiles(filesDir: string): Promise<void> {
  const then = new Date(Date.now() - 2 * DAY);
  for (const entry of await readdir(filesDir, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), then, then);
  }
}
