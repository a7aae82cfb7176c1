import { readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMissing, makePrivateFolder, syncFolder } from './durable-file.ts';
import type { StoredFile, SweepOptions, SweepReport } from './evidence-store.ts';

interface LocalLayout {
  incoming: string;
  pathOf: (sha256: string) => string;
  files: AsyncIterable<StoredFile>;
}

const TOMB = /^([0-9a-f]{64})\.tomb$/;

/**
 * Removes left-over temporaries, and content that no row knows. The same bytes may be uploaded again
 * while we look, so an orphan is first moved aside (`<sha256>.tomb`), then judged again by its age and
 * by `known`, and put back when it came to life. A sweep that was killed is finished by the next one.
 */
export async function sweepLocalStore(layout: LocalLayout, options: SweepOptions): Promise<SweepReport> {
  const report: SweepReport = { temporaries: 0, orphans: [], kept: 0 };
  const isOld = (time: Date) => Date.now() - time.getTime() >= options.olderThanMs;
  await sweepIncoming(layout, options, report, isOld);
  for await (const file of layout.files) {
    if (!isOld(file.storedAt) || (await options.known(file.sha256))) report.kept += 1;
    else if (options.dryRun || (await bury(layout, file.sha256, options, isOld)))
      report.orphans.push(file.sha256);
    else report.kept += 1;
  }
  return report;
}

async function sweepIncoming(
  layout: LocalLayout,
  options: SweepOptions,
  report: SweepReport,
  isOld: (time: Date) => boolean,
): Promise<void> {
  for (const name of await readdir(layout.incoming)) {
    const path = join(layout.incoming, name);
    const tomb = TOMB.exec(name)?.[1];
    if (tomb && !options.dryRun) await settle(layout, tomb, options, isOld);
    const age = await timeOf(path);
    if (tomb || !age || !isOld(age)) continue;
    report.temporaries += 1;
    if (!options.dryRun) await rm(path, { force: true });
  }
}

async function bury(
  layout: LocalLayout,
  sha256: string,
  options: SweepOptions,
  isOld: (time: Date) => boolean,
) {
  try {
    await rename(layout.pathOf(sha256), join(layout.incoming, `${sha256}.tomb`));
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  return settle(layout, sha256, options, isOld);
}

/** True when the moved-aside content is really gone; false when it was put back. */
async function settle(
  layout: LocalLayout,
  sha256: string,
  options: SweepOptions,
  isOld: (time: Date) => boolean,
) {
  const tomb = join(layout.incoming, `${sha256}.tomb`);
  const age = await timeOf(tomb);
  if (!age) return false;
  if (isOld(age) && !(await options.known(sha256))) {
    await rm(tomb, { force: true });
    return true;
  }
  const home = layout.pathOf(sha256);
  await makePrivateFolder(dirname(home));
  await rename(tomb, home);
  await syncFolder(dirname(home));
  return false;
}

async function timeOf(path: string): Promise<Date | null> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
