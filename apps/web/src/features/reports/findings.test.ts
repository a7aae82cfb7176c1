import type { ReportContent } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { fieldOf, findingsByWords, markedExcerpt } from './findings.ts';
import type { Finding } from './queries.ts';

const finding = (patch: Partial<Finding>): Finding => ({
  kind: 'NAME',
  blockKey: 'summary',
  heading: 'In short',
  words: 'Ada Brook',
  excerpt: 'Ada Brook chairs',
  why: '',
  ...patch,
});

test('the same words are one thing to settle, and what waits comes first', () => {
  const found = findingsByWords([
    finding({ why: 'She is the elected chair' }),
    finding({ words: 'ada brook', why: 'She is the elected chair', blockKey: 'risks' }),
    finding({ kind: 'SMALL_NUMBER', words: 'two children' }),
  ]);
  expect(found.map(({ words, places }) => [words, places.length])).toEqual([
    ['two children', 1],
    ['Ada Brook', 2],
  ]);
});

test.each([
  ['Since Ada Brook left', 'ada brook', ['Since ', '*Ada Brook', ' left']],
  ['Ada Brook', 'Ada Brook', ['*Ada Brook']],
  ['Cut to no…', 'Ada Brook', ['Cut to no…']],
])('“%s” with “%s” marked', (excerpt, words, parts) => {
  expect(markedExcerpt(excerpt, words).map(({ text, isMarked }) => (isMarked ? `*${text}` : text))).toEqual(
    parts,
  );
});

test('found words lead to the field that they stand in', () => {
  const sections: ReportContent['sections'] = [
    {
      key: 'summary',
      heading: 'In short',
      isIncluded: true,
      blocks: [{ kind: 'WORDS', key: 'summary', text: '', written: '', isInternal: false }],
    },
    {
      key: 'r1',
      heading: 'R1',
      isIncluded: true,
      blocks: [
        { kind: 'WORDS', key: 'r1-quote', text: '', written: '', isInternal: false, isFixed: true },
        { kind: 'TABLE', key: 'r1-table', caption: '', columns: [], rows: [], note: '' },
      ],
    },
  ];
  const fields = ['title', 'subtitle', 'summary', 'r1', 'r1-quote', 'r1-table'].map((key) =>
    fieldOf(key, { sections }),
  );
  expect(fields).toEqual(['title', null, 'words-summary', 'heading-r1', 'heading-r1', 'heading-r1']);
});
