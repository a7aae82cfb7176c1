#!/usr/bin/env node
/**
 * Shows that the boundaries check can fail: a skeleton of this repository is made in a temporary folder, with
 * one file for every "no" of the import table (by package name and by relative path) and some for its "yes".
 * One cruise reads them all; each must be judged as scripts/checks/plants.mjs says, and every rule of
 * .dependency-cruiser.cjs must have spoken at least once.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruiseTree, ruleNames } from './checks/cruise-tree.mjs';
import { plants } from './checks/plants.mjs';
import { root } from './prepare/paths.mjs';

/** @returns {Promise<{ total: number, passed: number, failures: string[] }>} */
export async function selfTest() {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-boundaries-')));
  try {
    const manifests = plantSkeleton(tree);
    const planted = plants.map((plant, index) => plantImport(manifests, plant, index));
    plantTargets(tree, planted);
    const { modules, violations } = await cruiseTree(tree, ['apps', 'packages', 'prisma/seed', 'e2e']);
    return judge(planted, modules, violations);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** Copies every workspace's manifest, and stands in for each library with an empty module. */
function plantSkeleton(tree) {
  const folders = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${parent}/${entry.name}`),
  );
  const manifests = new Map();
  const libraries = new Set(
    plants.map(({ to }) => to).filter((to) => /^[@a-z]/.test(to) && !/^(@gt\/|node:)/.test(to)),
  );
  for (const folder of [...folders, 'prisma/seed', 'e2e']) {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    write(tree, `${folder}/package.json`, JSON.stringify(manifest));
    manifests.set(manifest.name, { folder, exports: manifest.exports });
    link(tree, manifest.name, folder);
  }
  write(tree, 'package.json', readFileSync(join(root, 'package.json'), 'utf8'));
  for (const spec of libraries) plantLibrary(tree, spec);
  return manifests;
}

function link(tree, name, folder) {
  const place = join(tree, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(tree, folder), place, 'junction');
}

function plantLibrary(tree, spec) {
  const parts = spec.split('/');
  const name = parts.slice(0, spec.startsWith('@') ? 2 : 1).join('/');
  const inside = spec.slice(name.length + 1);
  write(
    tree,
    `node_modules/${name}/package.json`,
    JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  );
  write(tree, `node_modules/${name}/index.js`, 'export {};\n');
  if (inside) write(tree, `node_modules/${name}/${inside}/index.js`, 'export {};\n');
}

/** File behind a workspace import, found through that package's own exports. */
function fileBehind(manifests, spec) {
  const [scope, name, ...rest] = spec.split('/');
  const found = manifests.get(`${scope}/${name}`);
  if (!found) return undefined;
  const door = rest.length ? `./${rest.join('/')}` : '.';
  const target = found.exports[door] ?? found.exports['./*']?.replace('*', rest.join('/'));
  if (!target) throw new Error(`the self-test names ${spec}, which ${scope}/${name} does not export`);
  return posix.join(found.folder, target);
}

/** Writes one import into a file of its own beside the place the plant names. */
function plantImport(manifests, plant, index) {
  const behind = plant.to.startsWith('@gt/') ? fileBehind(manifests, plant.to) : undefined;
  // Relative plants name each other and keep their names; the rest get a number so that each stands alone.
  const keepsName = plant.to.startsWith('.') && !basename(plant.file).startsWith('planted');
  const file = keepsName ? plant.file : plant.file.replace('planted', `planted-${index}`);
  const spec = plant.byPath ? relativeSpec(file, behind) : plant.to;
  return { ...plant, file, spec, behind };
}

function relativeSpec(from, to) {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

/** Writes the planted files, and an empty module wherever an import leads that has none. */
function plantTargets(tree, planted) {
  const files = new Map();
  for (const { file, spec, typeOnly } of planted) {
    const line = `${typeOnly ? 'import type' : 'import'} * as seen${files.get(file)?.length ?? 0} from '${spec}';`;
    files.set(file, [...(files.get(file) ?? []), line]);
  }
  for (const { file, spec, behind } of planted) {
    const target = behind ?? (spec.startsWith('.') ? posix.join(posix.dirname(file), spec) : undefined);
    if (!target || target.includes('no-such') || files.has(target)) continue;
    if (['.ts', '.tsx'].includes(extname(target))) files.set(target, []);
  }
  for (const [file, lines] of files) {
    const uses = lines.map((_, index) => `seen${index}`).join(', ');
    write(tree, file, `${lines.join('\n')}\nexport const planted = [${uses}];\n`);
  }
}

function write(tree, file, text) {
  const path = join(tree, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Compares what was said of each planted import with what had to be said. */
function judge(planted, modules, violations) {
  const failures = [];
  const spoke = new Set(violations.map(({ rule }) => rule));
  for (const rule of ruleNames)
    if (!spoke.has(rule)) failures.push(`no planted import breaks the rule "${rule}"`);
  for (const { file, spec, expect } of planted) {
    const dependency = modules
      .find((module) => module.source === file)
      ?.dependencies.find(
        (candidate) => candidate.module === spec.replace(/^node:/, '') || candidate.module === spec,
      );
    if (!dependency) {
      failures.push(`${file} → ${spec} was not read`);
      continue;
    }
    const said = violations
      .filter(({ from, to }) => from === file && to === dependency.resolved)
      .map(({ rule }) => rule);
    if (expect && !said.includes(expect))
      failures.push(`${file} → ${spec} should break "${expect}" and broke [${said}]`);
    // Which libraries a package has declared changes with its work; that is not what an allowed cell is about.
    if (!expect && said.some((rule) => rule !== 'declared-in-package-json'))
      failures.push(`${file} → ${spec} is allowed, yet it broke [${said}]`);
  }
  const total = planted.length + ruleNames.length;
  return { total, passed: total - failures.length, failures };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { total, passed, failures } = await selfTest();
  for (const failure of failures) console.error(`  ${failure}`);
  console.log(`boundaries self-test: ${passed} of ${total} planted imports judged rightly`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
