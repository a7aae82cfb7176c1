import type { ReportContent } from '@gt/contracts/words';

/** A run of words that two versions share, or that only one of them has. */
export type WordRun = { kind: 'SAME' | 'ADDED' | 'REMOVED'; text: string };
export type WordingDifference = {
  heading: string;
  change: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** The words in order; of a table only that it changed. */
  runs: WordRun[];
};

/** Beyond so many comparisons a text is shown as wholly replaced: nobody reads a difference of that size. */
const MOST_CELLS = 4_000_000;

/**
 * What is worded otherwise in the newer of two versions of a paper: sections added, left out or renamed, words
 * changed, tables that differ. Empty when they say the same.
 */
export function compareWording(older: ReportContent, newer: ReportContent): WordingDifference[] {
  const before = textsOf(older);
  const after = textsOf(newer);
  const differences: WordingDifference[] = [];
  for (const [key, { heading, text }] of after) {
    const was = before.get(key);
    if (!was) differences.push({ heading, change: 'ADDED', runs: [{ kind: 'ADDED', text }] });
    else if (was.text !== text)
      differences.push({ heading, change: 'CHANGED', runs: wordRuns(was.text, text) });
  }
  for (const [key, { heading, text }] of before) {
    if (!after.has(key)) differences.push({ heading, change: 'REMOVED', runs: [{ kind: 'REMOVED', text }] });
  }
  return differences;
}

type Text = { heading: string; text: string };

function textsOf({ subtitle, facts, sections }: ReportContent): Map<string, Text> {
  const head = facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
  const texts: [string, Text][] = [
    ['subtitle', { heading: 'Under the title', text: subtitle }],
    ['facts', { heading: 'At the head', text: head }],
  ];
  for (const { key, heading, isIncluded, blocks } of sections) {
    if (!isIncluded) continue;
    texts.push([`heading ${key}`, { heading, text: heading }]);
    for (const block of blocks) {
      const text =
        block.kind === 'WORDS'
          ? block.text
          : [
              block.caption,
              ...block.rows.map((row) => row.map((cell) => cell.text).join(' · ')),
              block.note,
            ].join('\n');
      texts.push([`block ${block.key}`, { heading, text }]);
    }
  }
  return new Map(texts.filter(([, { text }]) => text.trim() !== ''));
}

const tokens = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

/**
 * The words of two texts as runs that are the same, removed or added, by the longest common subsequence.
 * Source: E. Myers' problem statement of shortest edit scripts; the table is the textbook's, cut by what both ends share.
 * Example: "a b c" and "a x c" give same "a ", removed "b", added "x", same " c".
 */
export function wordRuns(before: string, after: string): WordRun[] {
  const [a, b] = [tokens(before), tokens(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    ...a.slice(0, start).map((text): WordRun => ({ kind: 'SAME', text })),
    ...middle,
    ...a.slice(a.length - end).map((text): WordRun => ({ kind: 'SAME', text })),
  ]);
}

function between(a: readonly string[], b: readonly string[]): WordRun[] {
  const removed = (text: string): WordRun => ({ kind: 'REMOVED', text });
  const added = (text: string): WordRun => ({ kind: 'ADDED', text });
  if (a.length * b.length === 0 || a.length * b.length > MOST_CELLS)
    return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      runs.push({ kind: 'SAME', text: left });
      i += 1;
      j += 1;
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      runs.push(removed(left ?? ''));
      i += 1;
    } else {
      runs.push(added(right));
      j += 1;
    }
  }
  return runs;
}

function joined(runs: readonly WordRun[]): WordRun[] {
  const all: WordRun[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last?.kind === run.kind) last.text += run.text;
    else all.push({ ...run });
  }
  return all;
}
