import { describe, expect, test } from 'vitest';
import { mentionAt, mentionedIn, partsOf, withMention } from './mentions.ts';

describe('mentionAt', () => {
  test.each([
    ['Ask @hea', { at: 4, q: 'hea' }],
    ['@', { at: 0, q: '' }],
    ['(@Head of F', { at: 1, q: 'Head of F' }],
    ['see a@b.example', null],
    ['@ nobody', null],
    ['@Head\nnext', null],
    ['nothing', null],
    [`@${'a'.repeat(60)}`, null],
  ])('%j', (text, found) => {
    expect(mentionAt(text, text.length)).toEqual(found);
  });

  test('looks at what stands before the caret only', () => {
    expect(mentionAt('Ask @he and go', 7)).toEqual({ at: 4, q: 'he' });
    expect(mentionAt('Ask @he and go', 3)).toBeNull();
  });
});

test('a chosen name takes the place of what was typed of it', () => {
  expect(withMention('Ask @he now', { at: 4, q: 'he' }, 'Head of Fostering')).toEqual({
    text: 'Ask @Head of Fostering now',
    caret: 22,
  });
  expect(withMention('@', { at: 0, q: '' }, 'A')).toEqual({ text: '@A ', caret: 3 });
});

test('whoever’s name was taken out again is not mentioned', () => {
  const chosen = [
    { id: '1', name: 'Head of Fostering' },
    { id: '2', name: 'Chair' },
  ];
  expect(mentionedIn('Ask @Chair', chosen)).toEqual([{ id: '2', name: 'Chair' }]);
});

test('names are told from words, the longer name first', () => {
  const mentions = [
    { id: '1', name: 'Head' },
    { id: '2', name: 'Head of Fostering' },
  ];
  expect(
    partsOf('Ask @Head of Fostering or @Head.', mentions).map(({ text, isName }) => [text, isName]),
  ).toEqual([
    ['Ask ', false],
    ['@Head of Fostering', true],
    [' or ', false],
    ['@Head', true],
    ['.', false],
  ]);
});
