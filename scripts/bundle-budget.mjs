#!/usr/bin/env node
/**
 * Measures the built screens (apps/web/dist): no chunk that is fetched with a route may weigh more than 60 kB
 * gzipped. What the first page needs is another matter (its bar is measured from the network, in e2e) and is
 * only reported here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { saveResult } from './checks/save-result.mjs';
import { inRoot } from './prepare/paths.mjs';

/** In bytes of gzip; kB is 1,000. */
export const routeChunkBar = 60_000;

/** Chunks that a script imports outright; those it imports on demand are routes. */
function staticImports(code) {
  const found = code.matchAll(
    /(?:^|[;\s}])(?:import|export)\s*(?:[\w$*{}\s,]+?\s*from\s*)?["']\.\/([^"']+\.js)["']/g,
  );
  return [...found].map((match) => match[1]);
}

/**
 * @param {string} dist folder with index.html and assets
 * @returns {{ chunks: { name: string, bytes: number, initial: boolean }[], initialBytes: number, tooHeavy: string[] }}
 */
export function weigh(dist) {
  const assets = join(dist, 'assets');
  const code = new Map(
    readdirSync(assets)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, readFileSync(join(assets, name), 'utf8')]),
  );
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const initial = new Set();
  const reach = (name) => {
    if (initial.has(name) || !code.has(name)) return;
    initial.add(name);
    for (const next of staticImports(code.get(name))) reach(next);
  };
  for (const match of page.matchAll(/(?:src|href)="[^"]*\/([^"/]+\.js)"/g)) reach(match[1]);
  const chunks = [...code]
    .map(([name, text]) => ({ name, bytes: gzipSync(text).length, initial: initial.has(name) }))
    .sort((a, b) => b.bytes - a.bytes);
  return {
    chunks,
    initialBytes: chunks.filter((chunk) => chunk.initial).reduce((sum, chunk) => sum + chunk.bytes, 0),
    tooHeavy: chunks
      .filter((chunk) => !chunk.initial && chunk.bytes > routeChunkBar)
      .map((chunk) => chunk.name),
  };
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function main() {
  const dist = inRoot('apps', 'web', 'dist');
  if (!existsSync(join(dist, 'assets'))) {
    console.error('  apps/web/dist is missing: build the screens first (npm run build)');
    saveResult({ passed: 0, failed: 1 });
    return 1;
  }
  const { chunks, initialBytes, tooHeavy } = weigh(dist);
  const routes = chunks.filter((chunk) => !chunk.initial);
  for (const chunk of routes.slice(0, 5))
    console.log(`  ${kilobytes(chunk.bytes).padStart(9)}  ${chunk.name}`);
  console.log(`  ${kilobytes(initialBytes).padStart(9)}  fetched with the first page, before any route`);
  if (chunks.length === 0 || initialBytes === 0) tooHeavy.push('(no script was found in the built page)');
  for (const name of tooHeavy) console.error(`  over ${kilobytes(routeChunkBar)} gzipped: ${name}`);
  console.log(
    `bundle budget: ${routes.length} route chunks, ${tooHeavy.length} over ${kilobytes(routeChunkBar)}`,
  );
  saveResult({ passed: chunks.length - tooHeavy.length, failed: tooHeavy.length });
  return tooHeavy.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main();
