import { expect, test } from 'vitest';
import { choiceWords, postWords, standingWords } from './member-words.ts';

test('a post is told where the name does not say it', () => {
  expect(postWords({ name: 'Head of Fostering, holder 1', posts: ['Head of Fostering'] })).toBe('');
  expect(postWords({ name: 'A person', posts: ['Head of Fostering', 'Deputy'] })).toBe(
    'Head of Fostering, Deputy',
  );
  expect(choiceWords({ name: 'A person', posts: ['Head of Fostering'] })).toBe(
    'A person · Head of Fostering',
  );
  expect(choiceWords({ name: 'A person', posts: [] })).toBe('A person');
});

test.each([
  [true, true, ''],
  [true, false, 'Their role opens no reviews here'],
  [false, false, 'Left: expected at no new meeting, and sent no mail'],
])('active %s, may read %s', (isActive, mayRead, words) =>
  expect(standingWords({ isActive, mayRead })).toBe(words),
);
