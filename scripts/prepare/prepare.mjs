import { accessSync, constants } from 'node:fs';
import { buildWeb, webFreshness } from './build-web.mjs';
import { clientFreshness, generateClient } from './generate-client.mjs';
import { install, isInstalled } from './install.mjs';
import { root } from './paths.mjs';
import { withPrepareLock } from './prepare-lock.mjs';
import { Problem } from './problem.mjs';
import { note, step } from './progress.mjs';

const oldestNode = 20;

/** Refuses an old Node with the words that help, before anything newer than it is used. */
export function checkNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= oldestNode) return;
  throw new Problem(
    `This machine has Node ${version}, and Golden Thread needs Node ${oldestNode} or newer to begin (it then brings its own). ` +
      'Install a current version from nodejs.org, then start again.',
  );
}

/**
 * Brings the checkout to the state its sources describe: packages, database client and, unless told otherwise,
 * the built screens. When nothing changed it only compares fingerprints, which takes some milliseconds.
 * @param {{ web?: boolean }} [options]
 */
export async function prepare({ web = true } = {}) {
  checkNode();
  const ready = () => isInstalled() && clientFreshness().fresh && (!web || webFreshness().fresh);
  if (ready()) {
    note('Nothing changed since the last time: no install, no build');
    return;
  }
  checkFolder();
  await withPrepareLock(async () => {
    if (!isInstalled()) await step('Installing packages (the first time takes a minute or two)', install);
    if (!clientFreshness().fresh) await step('Preparing the database client', generateClient);
    if (web && !webFreshness().fresh) await step('Building the screens', buildWeb);
  });
}

function checkFolder() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Problem(
      `The folder ${root} cannot be written by this account. Check who owns it, then start again.`,
    );
  }
}
