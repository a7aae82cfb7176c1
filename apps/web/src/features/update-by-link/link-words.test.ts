import { describe, expect, test } from 'vitest';
import { inOneText, isTyped, needsReason, problemsIn, wordsFor } from './link-words.ts';

const sent = {
  nothingChanged: false,
  whatHappened: 'Nine of ten in time',
  difference: '',
  inTheWay: 'One officer',
  next: '',
  rag: 'AMBER' as const,
  ragReason: 'One officer only',
  percentComplete: 40,
  isCorrectable: true,
};
const action = { version: 3, rag: 'NONE' as const, percentComplete: 20, last: null };
const corrected = { version: 4, rag: 'AMBER' as const, percentComplete: 40, last: sent };

describe('where the form begins', () => {
  test('as the action stands, and nothing is typed yet', () => {
    const words = wordsFor(action, false);
    expect(words).toMatchObject({ whatHappened: '', rag: 'NONE', percentComplete: '20', version: 3 });
    expect(isTyped(words, wordsFor({ ...action, version: 9 }, false))).toBe(false);
    expect(isTyped({ ...words, next: 'x' }, words)).toBe(true);
  });

  test('with what was sent, to correct it', () => {
    expect(wordsFor(corrected, true)).toMatchObject({
      whatHappened: 'Nine of ten in time',
      percentComplete: '40',
    });
    expect(wordsFor(corrected, false)).toMatchObject({ whatHappened: '', rag: 'AMBER' });
  });
});

describe('what is wrong with it', () => {
  const fieldsOf = (more: object, on: Parameters<typeof problemsIn>[1] = action) =>
    problemsIn({ ...wordsFor(on, false), ...more }, on).map(({ field }) => field);
  test.each([
    ['nothing typed', {}, ['whatHappened', 'rag']],
    ['enough', { whatHappened: 'Done', rag: 'GREEN' }, []],
    ['red without a reason', { whatHappened: 'Done', rag: 'RED' }, ['ragReason']],
    ['no percent', { whatHappened: 'Done', rag: 'GREEN', percentComplete: ' ' }, ['percentComplete']],
    [
      'half a word for a percent',
      { whatHappened: 'Done', rag: 'GREEN', percentComplete: 'half' },
      ['percentComplete'],
    ],
    ['nothing changed, without why', { nothingChanged: true }, ['whatHappened']],
    [
      'nothing changed, and why',
      { nothingChanged: true, whatHappened: 'No officer yet', percentComplete: '' },
      [],
    ],
  ])('%s', (_what, more, fields) => expect(fieldsOf(more)).toEqual(fields));

  test('a correction is measured against what it puts right', () => {
    expect(fieldsOf({ whatHappened: 'Ten', rag: 'GREEN' }, corrected)).toEqual(['ragReason']);
    expect(needsReason({ ...wordsFor(corrected, true), rag: 'GREEN' }, corrected)).toBe(true);
    expect(needsReason({ ...wordsFor(action, false), rag: 'GREEN' }, action)).toBe(false);
    expect(needsReason(wordsFor(action, false), action)).toBe(false);
  });
});

test('the words in one text leave out what is empty', () => {
  expect(inOneText(wordsFor(corrected, true))).toBe('Nine of ten in time\n\nOne officer\n\nOne officer only');
});
