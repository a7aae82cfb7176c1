import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LineageItem, SUGGESTED_FROM, suggestLineage } from '@gt/domain/lineage';
import { describe, expect, test } from 'vitest';

/**
 * Pairs of published lists, the earlier first, and for each recommendation of the later one those of the earlier that a
 * careful reader would call the same concern (`same`), or would not object to being asked about (`near`). The first
 * three are of one authority; the others stand side by side only to try the words on.
 */
type Answers = Record<number, number[]>;
const PAIRS: { earlier: string; later: string; same: Answers; near: Answers }[] = [
  {
    earlier: 'birmingham-2016-09-sif',
    later: 'birmingham-2018-12',
    same: { 1: [2, 13], 4: [11], 5: [7] },
    near: { 1: [5] },
  },
  { earlier: 'birmingham-2018-12', later: 'birmingham-2023-02', same: { 2: [4] }, near: {} },
  {
    earlier: 'birmingham-2016-09-sif',
    later: 'birmingham-2023-02',
    same: { 1: [4], 2: [11], 4: [11, 17] },
    near: { 3: [15, 16] },
  },
  {
    earlier: 'stoke-on-trent-2019-02',
    later: 'nottingham-2022-07',
    same: { 2: [2], 3: [5], 4: [14], 5: [15], 6: [11], 8: [10] },
    near: { 1: [4], 2: [5], 5: [14], 7: [11] },
  },
  {
    earlier: 'bradford-2018-09',
    later: 'sandwell-2022-05',
    same: { 3: [10], 5: [8], 6: [7] },
    near: { 1: [3], 2: [3], 3: [4], 4: [2] },
  },
  {
    earlier: 'doncaster-2022-02',
    later: 'sandwell-2022-05',
    same: { 1: [3], 2: [3], 3: [5], 4: [9] },
    near: { 3: [2] },
  },
  {
    earlier: 'devon-2020-01',
    later: 'doncaster-2022-02',
    same: { 5: [8], 7: [7], 9: [5] },
    near: { 1: [8], 2: [8] },
  },
  {
    earlier: 'devon-2020-01',
    later: 'westmorland-and-furness-2024',
    same: { 3: [6], 4: [1] },
    near: { 5: [1] },
  },
  {
    earlier: 'middlesbrough-2026-06',
    later: 'trafford-2026-06',
    same: { 5: [4], 7: [3] },
    near: { 5: [1], 6: [1] },
  },
  {
    earlier: 'stoke-on-trent-2019-02',
    later: 'devon-2020-01',
    same: { 1: [15], 5: [12], 6: [12], 8: [2, 8] },
    near: { 1: [14], 2: [3], 3: [3] },
  },
  {
    earlier: 'bradford-2018-09',
    later: 'nottingham-2022-07',
    same: { 2: [10], 4: [7], 6: [6] },
    near: { 1: [3], 2: [6] },
  },
  {
    earlier: 'nottingham-2022-07',
    later: 'trafford-2026-06',
    same: { 1: [1], 4: [6], 5: [2] },
    near: { 9: [5] },
  },
  { earlier: 'kent-2025-11', later: 'trafford-2026-06', same: { 9: [1] }, near: { 9: [2] } },
];

const folder = process.env.REPORTS_DIR;
if (!folder) process.stdout.write('published reports: not run\n');

const notesOf = (name: string) => join(folder ?? '', `${name}.expected.json`);
const areThere = folder !== undefined && PAIRS.every(({ later }) => existsSync(notesOf(later)));

function itemsOf(name: string): LineageItem[] {
  const { items } = JSON.parse(readFileSync(notesOf(name), 'utf8')) as {
    items: { ref: number; text: string }[];
  };
  return items.map(({ ref, text }) => ({ key: `${name} ${ref}`, inspectionKey: name, text, areas: [] }));
}

describe.skipIf(!areThere)('published reports', () => {
  const found = (areThere ? PAIRS : []).map((pair) => {
    const [later, earlier] = [itemsOf(pair.later), itemsOf(pair.earlier)];
    const suggestions = suggestLineage(later, () => earlier, [...later, ...earlier]);
    const hits = suggestions.map(({ laterKey, earlierKey }) => `${laterKey} ← ${earlierKey}`);
    const named = (answers: Answers) =>
      Object.entries(answers).flatMap(([ref, refs]) =>
        refs.map((earlier) => `${pair.later} ${ref} ← ${pair.earlier} ${earlier}`),
      );
    return { pair, hits, same: named(pair.same), near: named(pair.near) };
  });

  test.each(found.slice(0, 3).map((one) => [`${one.pair.earlier} → ${one.pair.later}`, one] as const))(
    '%s: every pair is found, and nothing else that a reader would object to',
    (_name, { hits, same, near }) => {
      expect(same.filter((pair) => !hits.includes(pair))).toEqual([]);
      expect(hits.filter((pair) => !same.includes(pair) && !near.includes(pair))).toEqual([]);
    },
  );

  test(`at ${SUGGESTED_FROM} every pair is found, and one suggestion in twenty at most is not one`, () => {
    const missed = found.flatMap(({ hits, same }) => same.filter((pair) => !hits.includes(pair)));
    const wrong = found.flatMap(({ hits, same, near }) =>
      hits.filter((pair) => !same.includes(pair) && !near.includes(pair)),
    );
    const all = found.flatMap(({ hits }) => hits);
    expect(missed).toEqual([]);
    expect(wrong.length / all.length, wrong.join('; ')).toBeLessThanOrEqual(0.05);
  });
});
