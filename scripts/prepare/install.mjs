import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { readStamp, writeStamp } from './fingerprint.mjs';
import { inRoot, pinnedNode, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { lastLines, runCommand } from './run-command.mjs';

const stampFile = inRoot('node_modules', '.golden-thread-install');

/** What the installed packages depend on: the lock file, and the machine that native parts were fetched for. */
function wanted() {
  const lock = readFileSync(inRoot('package-lock.json'));
  return {
    lock: createHash('sha256').update(lock).digest('hex'),
    machine: `${process.platform}-${process.arch}`,
  };
}

/** True when node_modules holds what the lock file names. Costs a millisecond when nothing changed. */
export function isInstalled() {
  if (!existsSync(pinnedNode())) return false;
  const { lock, machine } = wanted();
  const before = readStamp(stampFile);
  if (before.lock === lock && before.machine === machine) return true;
  if (before.machine && before.machine !== machine) return false;
  if (!installedMatchesLock()) return false;
  writeStamp(stampFile, { lock, machine });
  return true;
}

/** Compares npm's own record of what it installed with the lock file: somebody may have installed by hand. */
function installedMatchesLock() {
  try {
    const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(readFileSync(inRoot('node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(lock).every(([path, entry]) => {
      if (!path.includes('node_modules/')) return true;
      const present = installed[path];
      // Optional packages are for other operating systems; npm leaves those out.
      if (!present) return Boolean(entry.optional || entry.peer);
      return present.link === entry.link && present.version === entry.version;
    });
  } catch {
    return false;
  }
}

const networkFailure =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network (request|connectivity)|UNABLE_TO_GET_ISSUER|SELF_SIGNED_CERT/i;

/**
 * Environment for npm: no browser or engine is downloaded while installing (many networks block those), and
 * nothing of a surrounding `npm start` leaks in. The pinned Node is kept out of PATH, because installing
 * replaces it.
 */
function npmEnvironment() {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(lifecycle|package|command|execpath|node_execpath|config_local_prefix)/.test(name),
  );
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(inRoot('node_modules')));
  return {
    ...Object.fromEntries(inherited),
    PATH: path.join(delimiter),
    PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    npm_config_update_notifier: 'false',
  };
}

/** Installs exactly what the lock file names. Throws a Problem in plain words when it cannot. */
export async function install() {
  const before = wanted();
  const settings = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--prefer-offline'];
  const npm = (...args) =>
    runCommand('npm', [...args, ...settings], { env: npmEnvironment(), shell: process.platform === 'win32' });
  let outcome = await npm('ci');
  // "npm ci" compares the lock file with what the registry offers, and refuses when a mirror lacks a package
  // meant for another operating system. "install" takes the same versions from the lock file without that.
  if (outcome.code !== 0 && /EUSAGE/.test(outcome.output)) outcome = await npm('install', '--no-save');
  if (outcome.code !== 0) throw installProblem(outcome);
  if (!existsSync(pinnedNode())) {
    throw new Problem(
      'The packages were installed, but Node 24 was not: this npm did not run the install script of the package "node". ' +
        'Run "npm rebuild node" in this folder, or install Node 24 on this machine, then start again.',
      lastLines(outcome.output, 15),
    );
  }
  writeStamp(stampFile, before);
}

function installProblem({ code, output }) {
  if (code === 127)
    return new Problem(
      'The command "npm" was not found. It comes with Node: install Node 20 or newer, then start again.',
    );
  const detail = lastLines(output, 15);
  if (networkFailure.test(output)) {
    return new Problem(
      'The packages could not be fetched: the package registry did not answer. The first start needs the network once; ' +
        'check the connection (and the proxy, if there is one), then start again.',
      detail,
    );
  }
  if (/ENOSPC/.test(output))
    return new Problem('The disk is full. Free about 2 GB, then start again.', detail);
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new Problem(
      `The folder ${root} cannot be written by this account. Check who owns it, then start again.`,
      detail,
    );
  }
  return new Problem('Installing the packages failed. The lines above say why.', detail);
}
