import { expect, test } from 'vitest';
import { type DigestHours, validateDigestHours } from './index.ts';

const usual: DigestHours = {
  digestTime: '07:30',
  digestDays: [1, 2, 3, 4, 5],
  quietFrom: '18:00',
  quietTo: '07:00',
};

test.each<[string, Partial<DigestHours>, string]>([
  ['what everybody begins with', {}, ''],
  ['no day', { digestDays: [] }, ''],
  ['no quiet', { quietFrom: '07:00' }, ''],
  ['quiet but for an hour', { quietFrom: '08:00' }, ''],
  [
    'quiet but for a minute less',
    { quietFrom: '07:59' },
    'quietTo: Quiet hours must leave at least one hour of the day for the digest',
  ],
  ['no time', { digestTime: '' }, 'digestTime: Enter a time for the digest, such as 07:30'],
  ['24 o’clock', { quietFrom: '24:00' }, 'quietFrom: Enter when quiet begins, such as 18:00'],
  ['half a time', { quietTo: '7' }, 'quietTo: Enter when quiet ends, such as 07:00'],
  ['an eighth day', { digestDays: [8] }, 'digestDays: Choose days from Monday to Sunday, each once'],
  ['a day twice', { digestDays: [2, 2] }, 'digestDays: Choose days from Monday to Sunday, each once'],
])('%s', (_, change, expected) => {
  const found = validateDigestHours({ ...usual, ...change });
  expect(found.map(({ field, message }) => `${field}: ${message}`).join(' | ')).toBe(expected);
});
