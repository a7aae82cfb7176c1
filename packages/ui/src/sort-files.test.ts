import { describe, expect, test } from 'vitest';
import { sizeInWords, sortFiles } from './sort-files.ts';

const LIMITS = { endings: ['.pdf', '.docx'], maxBytes: 10, multiple: true };
const file = (name: string, size = 3) => new File(['x'.repeat(size)], name);

describe('sortFiles', () => {
  test('takes what fits, whatever the case of its ending', () => {
    const { taken, refused } = sortFiles([file('a.pdf'), file('B.PDF', 10)], LIMITS);
    expect(taken.map(({ name }) => name)).toEqual(['a.pdf', 'B.PDF']);
    expect(refused).toEqual([]);
  });

  test.each([
    [file('a.exe'), 'a.exe is not a kind that can be taken here. Use .pdf, .docx.'],
    [file('a.pdf', 0), 'a.pdf is empty.'],
    [file('a.pdf', 11), 'a.pdf is 1 kB. The limit is 1 kB.'],
  ])('refuses with a sentence', (bad, message) => {
    expect(sortFiles([bad], LIMITS).refused).toEqual([{ name: bad.name, message }]);
  });

  test('takes one at a time where only one is wanted', () => {
    const { taken, refused } = sortFiles([file('a.pdf'), file('b.pdf')], { ...LIMITS, multiple: false });
    expect(taken).toHaveLength(1);
    expect(refused[0]?.message).toBe('b.pdf was left out: one file at a time.');
  });
});

test.each([
  [1, '1 kB'],
  [2048, '2 kB'],
  [1024 * 1024 * 1.5, '1.5 MB'],
  [104_857_600, '100 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});
