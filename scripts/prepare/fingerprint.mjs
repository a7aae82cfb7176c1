import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './paths.mjs';

const skippedFolders = new Set(['node_modules', 'dist', 'generated', 'test-results', 'playwright-report']);
const isTest = (name) => /\.(test|spec)\.[cm]?tsx?$/.test(name);

/**
 * Every source file under the given files and folders of the repository, sorted. Missing ones are left out.
 * @param {string[]} entries
 * @param {{ tests?: boolean }} [options] tests: with the test files, which nothing that is built depends on
 * @returns {{ path: string, size: number, mtime: number }[]} absolute paths
 */
export function sourceFiles(entries, { tests = false } = {}) {
  const found = [];
  const walk = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) {
      found.push({ path, size: stat.size, mtime: stat.mtimeMs });
      return;
    }
    for (const name of readdirSync(path)) {
      if (!name.startsWith('.') && !skippedFolders.has(name) && (tests || !isTest(name)))
        walk(join(path, name));
    }
  };
  for (const entry of entries) walk(join(root, entry));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const digest = (lines) => createHash('sha256').update(lines.join('\n')).digest('hex');

/**
 * Says whether something made from sources is still up to date.
 *
 * Names, sizes and times are compared first, since that costs a few milliseconds; only when they differ are
 * the contents read, because a fresh checkout changes every time and no content.
 *
 * @param {{ stamp: string, entries: string[], salt?: string, outputs?: string[] }} what
 *   stamp: file that remembers; entries: sources inside the repository; salt: anything else it depends on;
 *   outputs: files that must exist
 * @returns {{ fresh: boolean, remember: () => void }} call `remember` after making it anew
 */
export function freshness({ stamp, entries, salt = '', outputs = [] }) {
  const files = sourceFiles(entries);
  const name = (file) => relative(root, file.path).replaceAll('\\', '/');
  const quick = digest([salt, ...files.map((file) => `${name(file)} ${file.size} ${file.mtime}`)]);
  const before = readStamp(stamp);
  const made = outputs.every((output) => existsSync(join(root, output)));
  if (made && before.quick === quick) return { fresh: true, remember: () => {} };
  const content = digest([
    salt,
    ...files.map(
      (file) => `${name(file)} ${createHash('sha256').update(readFileSync(file.path)).digest('hex')}`,
    ),
  ]);
  const remember = () => writeStamp(stamp, { quick, content });
  if (made && before.content === content) {
    remember();
    return { fresh: true, remember };
  }
  return { fresh: false, remember };
}

/** @returns {Record<string, string>} */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** Written beside and renamed, so that a start that is cut off leaves no half stamp. */
export function writeStamp(file, value) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify(value));
    renameSync(temporary, file);
  } catch {
    // A folder that cannot be written only costs the next start a little time.
  }
}
