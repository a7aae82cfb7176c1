import { Readable } from 'node:stream';
import type { EvidenceUploadOut } from '@gt/contracts/schemas';
import type { FileAnswer } from '../../core/file-route.ts';
import { guard } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import type { Harness, Person } from '../../testing/harness.ts';
import { evidenceFileRoutes } from './evidence.files.ts';

export type UploadOptions = {
  details?: Record<string, unknown>;
  fileName?: string;
  key?: string;
  bytes?: string | Uint8Array | Readable;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** Calls a file route as the host does: through the guard, with the body as a stream. */
export async function callFile(
  h: Harness,
  person: Person | null,
  route: string,
  request: {
    params?: Record<string, string>;
    headers?: Record<string, string>;
    body?: Readable;
    signal?: AbortSignal;
  },
): Promise<FileAnswer> {
  const found = evidenceFileRoutes.find((item) => `${item.method} ${item.path}` === route);
  if (!found) throw new Error(`no route ${route}`);
  const ctx = h.ctxAs(person);
  return found.handle(ctx, guard(ctx, found.permission), {
    params: request.params ?? {},
    query: {},
    headers: request.headers ?? {},
    body: request.body ?? Readable.from([]),
    signal: request.signal ?? new AbortController().signal,
  });
}

function streamOf(bytes: UploadOptions['bytes'] = 'Minutes of the fostering panel\n'): Readable {
  return bytes instanceof Readable ? bytes : Readable.from([Buffer.from(bytes)]);
}

function headersOf({ fileName = 'Panel minutes.txt', key = newId(), headers = {} }: UploadOptions) {
  return { 'x-file-name': encodeURIComponent(fileName), 'x-idempotency-key': key, ...headers };
}

/** Uploads a small text file as evidence for one action. */
export async function upload(
  h: Harness,
  person: Person | null,
  at: { planId: string; actionId?: string },
  options: UploadOptions = {},
): Promise<EvidenceUploadOut> {
  const details = {
    planId: at.planId,
    actionIds: at.actionId ? [at.actionId] : [],
    title: 'Panel minutes',
    kind: 'MINUTES',
    shows: 'Who was approved, and when',
    ...options.details,
  };
  const answer = await callFile(h, person, 'POST /files/evidence', {
    headers: { 'x-evidence': encodeURIComponent(JSON.stringify(details)), ...headersOf(options) },
    body: streamOf(options.bytes),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (answer.kind !== 'json') throw new Error('an upload answers JSON');
  return answer.body as EvidenceUploadOut;
}

export async function uploadVersion(
  h: Harness,
  person: Person | null,
  at: { evidenceId: string; version: number },
  options: UploadOptions = {},
): Promise<EvidenceUploadOut> {
  const answer = await callFile(h, person, 'POST /files/evidence/:evidenceId/versions', {
    params: { evidenceId: at.evidenceId },
    headers: { 'x-version': String(at.version), ...headersOf(options) },
    body: streamOf(options.bytes),
  });
  if (answer.kind !== 'json') throw new Error('an upload answers JSON');
  return answer.body as EvidenceUploadOut;
}

/** What is in the store, by hash. */
export async function storedHashes(h: Harness): Promise<string[]> {
  const found: string[] = [];
  for await (const file of h.store.list()) found.push(file.sha256);
  return found.sort();
}
