#!/usr/bin/env node
/**
 * Adds to package-lock.json the optional packages for other operating systems that npm left out because it ran
 * where they cannot be fetched. Which machine each is for is read from its name, as its authors name them.
 * Run after adding a dependency, when the house rules say so.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './prepare/paths.mjs';

const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  windows: 'win32',
  win32: 'win32',
};
const processors = ['arm64', 'riscv64', 'loong64', 's390x', 'ppc64', 'ia32', 'x64', 'arm'];

/** @returns {{ version: string, cpu: string[], libc?: string[], optional: true, os: string[] }} */
function entryFor(name, version, parent) {
  const system = Object.keys(systems).find((word) => name.includes(word));
  const processor = processors.find((word) => name.includes(word)) ?? (/-64$/.test(name) ? 'x64' : undefined);
  if (!system || !processor || !/^\d/.test(version)) {
    throw new Error(
      `${name}@${version}: its name does not say which machine it is for; add it to the lock file by hand`,
    );
  }
  const library = system === 'linux' && (/musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined);
  return {
    version,
    cpu: [processor],
    ...(parent.dev ? { dev: true } : {}),
    ...(library ? { libc: [library] } : {}),
    ...(parent.license ? { license: parent.license } : {}),
    optional: true,
    os: [systems[system]],
  };
}

const file = inRoot('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const listed = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').pop()));
let added = 0;
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (listed.has(name)) continue;
    lock.packages[`node_modules/${name}`] = entryFor(name, version, parent);
    listed.add(name);
    added += 1;
  }
}
const [first, ...rest] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([first, ...rest.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
if (added > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} packages added`);
