import { expect, test } from 'vitest';
import { domainsIn, givenUpWords, waitingWords } from './mail-words.ts';

const AT = '2026-03-12T09:00:00Z';

test('what waits and what was given up is said with its day', () => {
  expect(waitingWords({ count: 0, oldestAt: null, lastError: null })).toBe('No mail waits.');
  expect(waitingWords({ count: 1, oldestAt: AT, lastError: null })).toBe(
    '1 mail waits, since 12 March 2026 at 09:00.',
  );
  expect(waitingWords({ count: 1200, oldestAt: AT, lastError: null })).toBe(
    '1,200 mails wait, the oldest since 12 March 2026 at 09:00.',
  );
  expect(givenUpWords({ count: 0, newestAt: null, lastError: null })).toBe('None was given up.');
  expect(givenUpWords({ count: 2, newestAt: AT, lastError: null })).toBe(
    '2 mails were given up, the newest on 12 March 2026 at 09:00.',
  );
});

test('domains are read from lines, commas and spaces', () => {
  expect(domainsIn(' trust.example,council.example\n\nold.example; ')).toEqual([
    'trust.example',
    'council.example',
    'old.example',
  ]);
});
