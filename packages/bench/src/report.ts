import type { Result } from './row.ts';

/** 1 when a row falls short, else 3 when one is void, else 0. */
export function exitCodeOf(results: readonly Result[]): number {
  if (results.some((result) => result.ok === false)) return 1;
  return results.some((result) => result.ok === 'void') ? 3 : 0;
}

const VERDICTS = { true: 'ok', false: 'SHORT', void: 'void', skipped: 'skipped' } as const;

/** The table for people: one line a row, and beneath it why one was skipped. */
export function tableOf(results: readonly Result[]): string {
  const lines = results.map((result) => [
    result.name,
    result.measure,
    result.value === null ? '–' : result.value.toFixed(2),
    String(result.bar),
    result.aa === null ? '–' : result.aa.toFixed(2),
    VERDICTS[`${result.ok}`] + (result.why ? `: ${result.why}` : ''),
  ]);
  const all = [['row', 'measure', 'value', 'bar', 'A/A', ''], ...lines];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((line) => (line[column] ?? '').length)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
