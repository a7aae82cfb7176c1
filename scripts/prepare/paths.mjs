import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder that holds the root package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {...string} parts path inside the repository */
export const inRoot = (...parts) => join(root, ...parts);

/** Where this machine keeps what is made from the sources and may be deleted at any time. */
export const cacheFolder = inRoot('.cache');

/**
 * The pinned Node that the server, the tests and the tools run on. Scripts may themselves be running on an
 * older Node; it is installed as a package so that every machine has the same one.
 */
export function pinnedNode() {
  const file = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(file)) return file;
  // A machine whose package registry refuses the Node package can still run when its own Node is new enough.
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : file;
}

/**
 * Path of the JavaScript file behind a package's command. Started through Node directly, because the links in
 * node_modules/.bin are shell scripts on Windows.
 * @param {string} packageName
 * @param {string} [command] when the package has several
 */
export function commandFile(packageName, command) {
  const folder = inRoot('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const relative =
    typeof bin === 'string' ? bin : (bin[command ?? packageName.split('/').pop()] ?? Object.values(bin)[0]);
  return join(folder, relative);
}

/** Environment for child processes: pinned tools first, and a compile cache that makes repeated starts quick. */
export function toolEnvironment(extra = {}) {
  return {
    ...process.env,
    PATH: [inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(cacheFolder, 'node-compile'),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    ...extra,
  };
}
