import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type * as EngineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { CatalogueAdapterFactory } from './catalogue-adapter.ts';

type Engine = typeof EngineModule;

/** The part of WebAssembly used here; the compiler's own declaration would bring the whole browser with it. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ readonly instance: { readonly exports: Record<string, unknown> } }>;
};

let panic: string | undefined;

function keepPanic(message: string): void {
  panic = message;
}

let loading: Promise<Engine> | undefined;

/**
 * Opens Prisma's schema engine (WebAssembly, no native binary, no download) on one database, runs `work`, and
 * closes its connections.
 *
 * @param files the Prisma schema, needed for `diff` only
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
  files: readonly { readonly path: string; readonly content: string }[] = [],
): Promise<T> {
  const module = await load();
  const factory = new CatalogueAdapterFactory(url);
  const datamodels = files.length === 0 ? undefined : files.map((f): [string, string] => [f.path, f.content]);
  const engine = await module.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await factory.end();
  }
}

/** The engine's own words for a failure, without its stack. */
export function engineMessage(error: unknown): string {
  if (panic !== undefined) return panic;
  if (error instanceof Error) return error.message.split('\n   0:')[0] ?? error.message;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

function load(): Promise<Engine> {
  loading ??= instantiate();
  return loading;
}

/** The package's own entry imports the .wasm as a module, which Node does not do without a flag. */
async function instantiate(): Promise<Engine> {
  // The engine writes the words of an internal failure here before it stops.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: keepPanic } });
  const module: Engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(join(entry, '..', 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': withoutLingeringTimers(module),
  });
  const glue = module as unknown as { __wbg_set_wasm(exports: unknown): void };
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return module;
}

/** The engine leaves a ten-second timer behind, which would keep a finished command from ending. */
function withoutLingeringTimers(module: Engine): Record<string, unknown> {
  const imports: Record<string, unknown> = { ...module };
  for (const name of Object.keys(imports)) {
    if (!name.startsWith('__wbg_setTimeout_')) continue;
    imports[name] = (callback: () => void, ms: number) => setTimeout(callback, ms >>> 0).unref();
  }
  return imports;
}
