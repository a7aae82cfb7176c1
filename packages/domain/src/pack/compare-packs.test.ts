import { expect, test } from 'vitest';
import { type ComparablePack, comparePacks } from './compare-packs.ts';

const pack = (files: Record<string, string>, left: Record<string, string> = {}): ComparablePack => ({
  files: [
    { title: 'Summary', sha256: JSON.stringify(files) },
    ...Object.entries(files).map(([evidence, sha256]) => ({
      evidence,
      title: `Title of ${evidence}`,
      sha256,
    })),
  ],
  omissions: Object.entries(left).map(([ref, reason]) => ({ what: 'EVIDENCE', ref, reason })),
});

test('the same evidence is no difference, however the papers changed', () => {
  const { sentence, differences } = comparePacks(pack({ E1: 'a' }), {
    ...pack({ E1: 'a' }),
    omissions: [{ what: 'TEXT', ref: 'R1.A1', reason: 'Redacted.' }],
  });
  expect([sentence, differences]).toEqual(['The evidence is the same.', []]);
});

test('added, removed with its reason, and changed, in order of number', () => {
  const before = pack({ E2: 'a', E10: 'b', E11: 'c', E12: 'd' });
  const after = pack({ E1: 'n', E2: 'a', E10: 'x' }, { E11: 'Not verified: it was returned.' });
  const { sentence, differences } = comparePacks(before, after);
  expect(sentence).toBe('1 item added, 2 removed and 1 changed.');
  expect(differences.map(({ what, ref, reason }) => [what, ref, reason])).toEqual([
    ['ADDED', 'E1', ''],
    ['CHANGED', 'E10', ''],
    ['REMOVED', 'E11', 'Not verified: it was returned.'],
    ['REMOVED', 'E12', 'It is not in the scope of this pack.'],
  ]);
  expect(comparePacks(before, pack({ E2: 'a', E10: 'b', E11: 'c', E12: 'z' })).sentence).toBe(
    '1 item changed.',
  );
});
