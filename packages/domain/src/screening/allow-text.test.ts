import { expect, it } from 'vitest';
import { allowText, whyNotAllow } from './allow-text.ts';

const asked = {
  found: 1,
  authorIds: ['author', 'owner'],
  userId: 'verifier',
  reason: ' It is the number of an advice line. ',
};

it.each<[string, Partial<typeof asked>, string]>([
  ['somebody else’s words, with a reason', {}, 'ok'],
  ['words of nobody in particular', { authorIds: [] }, 'ok'],
  ['one’s own words', { userId: 'author' }, 'NOT_INDEPENDENT'],
  ['words written for oneself', { userId: 'owner' }, 'NOT_INDEPENDENT'],
  ['nothing found any more', { found: 0 }, 'NOT_OPEN'],
  ['no reason', { reason: '' }, 'INVALID'],
  ['a word for a reason', { reason: 'Fine.' }, 'INVALID'],
  ['a reason that is too long', { reason: 'a'.repeat(2_001) }, 'INVALID'],
])('%s: %3$s', (_, change, expected) => {
  const answer = allowText({ ...asked, ...change });
  expect(answer.ok ? 'ok' : answer.code).toBe(expected);
});

it('keeps the reason without the spaces about it, and says why somebody may not', () => {
  expect(allowText(asked)).toEqual({ ok: true, reason: 'It is the number of an advice line.' });
  expect(whyNotAllow({ ...asked, userId: 'author' })).toMatch(/^You wrote these words/);
});
