import { expect, test } from 'vitest';
import { correctedBySecond, updateLinkState } from './index.ts';

const at = (instant: string) => new Date(instant);
const link = { expiresAt: at('2026-03-20T00:00:00Z'), revokedAt: null, replacedById: null };

test.each([
  ['before its end', link, '2026-03-19T23:59:59.999Z', 'WORKING'],
  ['at its end', link, '2026-03-20T00:00:00Z', 'EXPIRED'],
  ['revoked', { ...link, revokedAt: at('2026-03-13T09:00:00Z') }, '2026-03-14T00:00:00Z', 'REVOKED'],
  [
    'revoked, and past its end',
    { ...link, revokedAt: at('2026-03-13T09:00:00Z') },
    '2026-04-01T00:00:00Z',
    'REVOKED',
  ],
  [
    'sent again',
    { ...link, revokedAt: at('2026-03-13T09:00:00Z'), replacedById: 'newer' },
    '2026-04-01T00:00:00Z',
    'REPLACED',
  ],
] as const)('a link %s', (_what, record, now, expected) => {
  expect(updateLinkState(record, at(now))).toBe(expected);
});

test.each([
  ['none before', null, null],
  ['since the review', '2026-03-11T10:00:00.001Z', 'first'],
  ['at the moment of the review', '2026-03-11T10:00:00Z', null],
  ['before the review', '2026-03-10T16:00:00Z', null],
])('a second update corrects one sent %s', (_what, createdAt, expected) => {
  const latest = createdAt === null ? null : { id: 'first', createdAt: at(createdAt) };
  expect(correctedBySecond(latest, at('2026-03-11T10:00:00Z'))).toBe(expected);
});
