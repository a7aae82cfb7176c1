import { trpcClient } from '../../lib/trpc.ts';
import type { BulkChange, BulkResult } from './queries.ts';

/** One of many actions, at the version that was on screen. */
export type BulkItem = { actionId: string; version: number; reference: string };

/** As many as the server takes in one request. */
const AT_ONCE = 500;

type Progress = { done: number; of: number };

/** The list in pieces that the server takes. */
export function inPieces<T>(list: readonly T[], size = AT_ONCE): T[][] {
  const pieces: T[][] = [];
  for (let from = 0; from < list.length; from += size) pieces.push(list.slice(from, from + size));
  return pieces;
}

/**
 * Makes one change to many actions, as many requests as it takes, and answers a line for each. Stopped by `signal`
 * it finishes the request that is on its way; the rest are said not to have been tried. `key` makes one effect of it
 * however often a request is sent.
 */
export async function runBulk(
  change: BulkChange,
  items: readonly BulkItem[],
  key: string,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const [index, piece] of inPieces(items).entries()) {
    if (signal.aborted) break;
    onProgress({ done: results.length, of: items.length });
    const answer = await trpcClient.assignments.bulkChange.mutate({
      change,
      items: piece.map(({ actionId, version }) => ({ actionId, version })),
      idempotencyKey: `${key}-${index}`,
    });
    results.push(...answer.results.map((result, at) => named(result, piece[at])));
  }
  const untried = items.slice(results.length).map((item) => ({
    ...item,
    ok: false,
    changed: false,
    sentence: 'Not tried: the change was stopped before its turn.',
  }));
  return [...results, ...untried];
}

/** Takes back what was changed; answers a line for each action that was. */
export async function undoBulk(results: readonly BulkResult[]): Promise<BulkResult[]> {
  const entries = results.flatMap(({ actionId, ok, changed, version }) =>
    ok && changed && version !== undefined ? [{ actionId, version }] : [],
  );
  const answers: BulkResult[] = [];
  for (const piece of inPieces(entries)) {
    answers.push(...(await trpcClient.assignments.undo.mutate({ entries: piece })).results);
  }
  return answers;
}

/** What cannot be seen any more is named as it was on screen. */
function named(result: BulkResult, item: BulkItem | undefined): BulkResult {
  return result.reference === '' && item ? { ...result, reference: item.reference } : result;
}

/** The outcome as text, a line each, for a message or a note. */
export function resultLines(results: readonly BulkResult[]): string {
  return results
    .map(({ reference, ok, sentence }) => `${reference}\t${ok ? 'Done' : 'Refused'}\t${sentence}`)
    .join('\n');
}
