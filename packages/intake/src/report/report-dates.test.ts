import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectionPeriod, printedDate } from './report-dates.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

describe('inspectionPeriod', () => {
  it.each([
    ['3 December 2018 to 14 December 2018', '2018-12-03', '2018-12-14'],
    ['20 February to 3 March 2023', '2023-02-20', '2023-03-03'],
    ['11 – 22 July 2022', '2022-07-11', '2022-07-22'],
    ['11-22 July 2022', '2022-07-11', '2022-07-22'],
    ['9 to 20 May 2022', '2022-05-09', '2022-05-20'],
    ['8 June to 19 June 26', '2026-06-08', '2026-06-19'],
    ['9 December to 10 January 2020', '2019-12-09', '2020-01-10'],
    ['25 to 29 April and 3 to 6 May 2022', '2022-04-25', '2022-05-06'],
    ['Monday 4th to Friday 15th February 2019', '2019-02-04', '2019-02-15'],
    ['5 to 16 Nov 2018', '2018-11-05', '2018-11-16'],
  ])('%s', (text, startDate, endDate) => {
    expect(inspectionPeriod(text)).toEqual({ startDate, endDate });
  });

  it.each([
    '',
    'to be confirmed',
    '11 to 22',
    '30 to 31 February 2022',
    '22 July 2022 to 11 July 2022',
    '11 July',
  ])('answers nothing for "%s"', (text) => {
    expect(inspectionPeriod(text)).toEqual({ startDate: null, endDate: null });
  });

  it('reads back any period written out in full or with shared parts left off', () => {
    const day = fc.date({ min: new Date('2013-01-02'), max: new Date('2035-12-20'), noInvalidDate: true });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 25 }),
        fc.constantFrom(' to ', ' – ', '-'),
        (start, length, dash) => {
          const end = new Date(start.getTime() + length * 86_400_000);
          const [from, until] = [start, end].map((date) => date.toISOString().slice(0, 10));
          const sameYear = start.getUTCFullYear() === end.getUTCFullYear();
          const sameMonth = sameYear && start.getUTCMonth() === end.getUTCMonth();
          const month = (date: Date) => MONTHS[date.getUTCMonth()];
          const last = `${end.getUTCDate()} ${month(end)} ${end.getUTCFullYear()}`;
          const full = `${start.getUTCDate()} ${month(start)} ${start.getUTCFullYear()}`;
          const short = `${start.getUTCDate()}${sameMonth ? '' : ` ${month(start)}`}`;
          for (const first of [full, short])
            expect(inspectionPeriod(`${first}${dash}${last}`)).toEqual({ startDate: from, endDate: until });
        },
      ),
    );
  });
});

describe('printedDate', () => {
  it('reads one date and refuses two', () => {
    expect(printedDate('25 November 2016')).toBe('2016-11-25');
    expect(printedDate('3 to 5 May 2022')).toBeNull();
  });
});
