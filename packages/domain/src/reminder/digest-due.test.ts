import { isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DigestHours, digestDue } from './index.ts';

const usual: DigestHours = {
  digestTime: '07:30',
  digestDays: [1, 2, 3, 4, 5],
  quietFrom: '18:00',
  quietTo: '07:00',
};
const at = (instant: string, change: Partial<DigestHours> = {}) => {
  const now = new Date(instant);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(now);
  const found = digestDue({ ...usual, ...change }, isoDate(today), now);
  return found.due ? 'due' : found.why;
};

describe('when a digest may go out', () => {
  test.each<[string, string, Partial<DigestHours>, string]>([
    ['a minute too early', '2026-03-12T07:29:59Z', {}, 'NOT_YET'],
    ['on the minute', '2026-03-12T07:30:00Z', {}, 'due'],
    ['late, because the server was away', '2026-03-12T15:00:00Z', {}, 'due'],
    ['in the evening', '2026-03-12T18:00:00Z', {}, 'QUIET'],
    ['after midnight it is the next day’s', '2026-03-13T00:30:00Z', {}, 'NOT_YET'],
    ['on a Saturday', '2026-03-14T09:00:00Z', {}, 'NOT_THIS_DAY'],
    ['on a Saturday that somebody chose', '2026-03-14T09:00:00Z', { digestDays: [6] }, 'due'],
    ['on no day at all', '2026-03-12T09:00:00Z', { digestDays: [] }, 'NOT_THIS_DAY'],
    [
      'a time before quiet ends means its end: before',
      '2026-03-12T06:59:00Z',
      { digestTime: '06:30' },
      'NOT_YET',
    ],
    ['a time before quiet ends means its end: after', '2026-03-12T07:00:00Z', { digestTime: '06:30' }, 'due'],
    ['a time after quiet begins means its end too', '2026-03-12T07:00:00Z', { digestTime: '20:00' }, 'due'],
    ['a time when quiet begins', '2026-03-12T07:00:00Z', { digestTime: '18:00' }, 'due'],
    ['a time when quiet ends', '2026-03-12T07:00:00Z', { digestTime: '07:00' }, 'due'],
    ['quiet at noon: before', '2026-03-12T11:59:00Z', { quietFrom: '12:00', quietTo: '14:00' }, 'due'],
    ['quiet at noon: in it', '2026-03-12T12:00:00Z', { quietFrom: '12:00', quietTo: '14:00' }, 'QUIET'],
    ['quiet at noon: after', '2026-03-12T14:00:00Z', { quietFrom: '12:00', quietTo: '14:00' }, 'due'],
    ['no quiet hours', '2026-03-12T23:59:00Z', { quietFrom: '00:00', quietTo: '00:00' }, 'due'],
    [
      'midnight',
      '2026-03-12T00:00:00Z',
      { digestTime: '00:00', quietFrom: '00:00', quietTo: '00:00' },
      'due',
    ],
  ])('%s', (_, instant, change, expected) => {
    expect(at(instant, change)).toBe(expected);
  });

  // Clocks go forward on Sunday 29 March 2026 at 01:00 UTC and back on Sunday 25 October 2026 at 01:00 UTC.
  test.each<[string, string, Partial<DigestHours>, string]>([
    ['the last winter morning, early', '2026-03-27T07:29:00Z', {}, 'NOT_YET'],
    ['the last winter morning', '2026-03-27T07:30:00Z', {}, 'due'],
    ['the first summer morning, early', '2026-03-30T06:29:00Z', {}, 'NOT_YET'],
    ['the first summer morning', '2026-03-30T06:30:00Z', {}, 'due'],
    ['the first summer evening', '2026-03-30T17:00:00Z', {}, 'QUIET'],
    ['the day itself', '2026-03-29T06:30:00Z', { digestDays: [7] }, 'due'],
    [
      'an hour that the spring change skips is the one after: early',
      '2026-03-29T00:59:00Z',
      { digestDays: [7], digestTime: '01:30', quietFrom: '20:00', quietTo: '00:30' },
      'NOT_YET',
    ],
    [
      'an hour that the spring change skips is the one after',
      '2026-03-29T01:30:00Z',
      { digestDays: [7], digestTime: '01:30', quietFrom: '20:00', quietTo: '00:30' },
      'due',
    ],
    ['the last summer morning', '2026-10-23T06:30:00Z', {}, 'due'],
    ['the first winter morning, early', '2026-10-26T07:29:00Z', {}, 'NOT_YET'],
    ['the first winter morning', '2026-10-26T07:30:00Z', {}, 'due'],
    [
      'an hour that the autumn change repeats begins at its first',
      '2026-10-25T00:30:00Z',
      { digestDays: [7], digestTime: '01:30', quietFrom: '20:00', quietTo: '00:30' },
      'due',
    ],
    [
      'and it is not quiet again in its second',
      '2026-10-25T01:15:00Z',
      { digestDays: [7], digestTime: '01:30', quietFrom: '20:00', quietTo: '01:30' },
      'due',
    ],
  ])('%s', (_, instant, change, expected) => {
    expect(at(instant, change)).toBe(expected);
  });

  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

  test('on every day of theirs, whatever hours they chose and however clocks change, there is a moment for it', () => {
    fc.assert(
      fc.property(
        time,
        time,
        time,
        fc.integer({ min: 0, max: 365 }),
        (digestTime, quietFrom, quietTo, day) => {
          const hours = { digestTime, quietFrom, quietTo, digestDays: [1, 2, 3, 4, 5, 6, 7] };
          const noon = new Date(Date.UTC(2026, 0, 1 + day, 12));
          const today = isoDate(noon.toISOString().slice(0, 10));
          const minutes = Array.from({ length: 26 * 60 }, (_, minute) => minute - 780);
          return minutes.some(
            (minute) => digestDue(hours, today, new Date(noon.getTime() + minute * 60_000)).due,
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a time that is none is no time', () => {
    expect(() => at('2026-03-12T09:00:00Z', { digestTime: '7:30' })).toThrow(RangeError);
  });
});
