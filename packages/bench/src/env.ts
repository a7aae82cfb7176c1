import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** A Chromium on this machine, as `CHROMIUM_PATH` names it or on the search path; null when there is none. */
export function findChromium(source: NodeJS.ProcessEnv): string | null {
  if (source.CHROMIUM_PATH) return existsSync(source.CHROMIUM_PATH) ? source.CHROMIUM_PATH : null;
  const folders = (source.PATH ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => existsSync(path)) ?? null;
}
