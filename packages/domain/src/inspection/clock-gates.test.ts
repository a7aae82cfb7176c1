import { isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from '../calendar/index.ts';
import {
  byDay,
  gateReading,
  nextGate,
  READY_GATES,
  readyGates,
  recountedGate,
  validateGate,
  validateGateDone,
} from './index.ts';

const calendar = workingCalendar();
const day = isoDate;
const clockOf = (received: string, workingDays = 70) => {
  const receivedDate = day(received);
  return { receivedDate, workingDays, dueDate: addWorkingDays(receivedDate, workingDays, calendar) };
};
const anyReceived = fc.integer({ min: 0, max: 15_000 }).map((days) => addDays(day('2010-01-01'), days));

describe('ready-made gates', () => {
  test('of 70 working days, across Christmas and New Year', () => {
    const gates = readyGates(clockOf('2026-11-20'), calendar);
    expect(gates.map(({ name, workingDay, dueDate }) => [name, workingDay, dueDate])).toEqual([
      ['First draft', 21, '2026-12-21'],
      ['Senior leadership team', 31, '2027-01-07'],
      ['Council and trust board', 42, '2027-01-22'],
      ['Lead member and cabinet sign-off', 52, '2027-02-05'],
      ['Improvement board', 63, '2027-02-22'],
      ['Submit to Ofsted', 68, '2027-03-01'],
    ]);
  });

  it('are never after the clock, each on a working day after receipt, and in order, whatever the clock', () => {
    fc.assert(
      fc.property(anyReceived, fc.integer({ min: 1, max: 120 }), (received, workingDays) => {
        const clock = clockOf(received, workingDays);
        const gates = readyGates(clock, calendar);
        expect(gates).toHaveLength(READY_GATES.length);
        expect(gates.every(({ dueDate }) => dueDate <= clock.dueDate && dueDate > received)).toBe(true);
        expect(gates.every(({ dueDate }) => isWorkingDay(dueDate, calendar))).toBe(true);
        expect(gates.toSorted(byDay)).toEqual(gates);
      }),
    );
  });

  it('stay within the clock when receipt is corrected, and one that a person set stays where it can', () => {
    fc.assert(
      fc.property(
        anyReceived,
        fc.integer({ min: -200, max: 200 }),
        fc.integer({ min: 1, max: 70 }),
        fc.boolean(),
        (received, shift, workingDay, isSet) => {
          const before = clockOf(received);
          const after = clockOf(addDays(received, shift));
          const dueDate = addWorkingDays(before.receivedDate, workingDay, calendar);
          const found = recountedGate({ workingDay: isSet ? null : workingDay, dueDate }, after, calendar);
          expect(found > after.receivedDate && found <= after.dueDate).toBe(true);
          if (isSet && dueDate > after.receivedDate && dueDate <= after.dueDate) expect(found).toBe(dueDate);
          if (!isSet) expect(workingDaysBetween(after.receivedDate, found, calendar)).toBe(workingDay);
        },
      ),
    );
  });
});

describe('where a gate stands', () => {
  test.each([
    ['2026-03-20', '2026-03-12', 'COMING', 'In 6 working days'],
    ['2026-03-19', '2026-03-12', 'NEAR', 'In 5 working days'],
    ['2026-03-13', '2026-03-12', 'NEAR', 'In 1 working day'],
    ['2026-03-12', '2026-03-12', 'TODAY', 'Today'],
    ['2026-03-11', '2026-03-12', 'LATE', '1 working day late'],
    // Friday's gate, looked at on Saturday: no working day has passed.
    ['2026-03-13', '2026-03-14', 'LATE', 'Late: it was due on 13 March 2026'],
    // Good Friday and Easter Monday do not count.
    ['2026-04-07', '2026-04-02', 'NEAR', 'In 1 working day'],
  ])('due %s, today %s: %s, %s', (dueDate, today, state, words) => {
    const found = gateReading({ dueDate: day(dueDate), doneOn: null }, day(today), calendar);
    expect(found).toMatchObject({ state, words });
  });

  test.each([
    ['2026-03-12', 'DONE', 'Done on 12 March 2026'],
    ['2026-03-16', 'DONE_LATE', 'Done on 16 March 2026, 1 working day late'],
    // A Saturday after Friday's gate is no working day later.
    ['2026-03-14', 'DONE', 'Done on 14 March 2026'],
  ])('due 13 March 2026, done %s: %s', (doneOn, state, words) => {
    const gate = { dueDate: day('2026-03-13'), doneOn: day(doneOn) };
    expect(gateReading(gate, day('2026-06-01'), calendar)).toEqual({ state, words, workingDaysLeft: null });
  });

  it('names the earliest that is not done, whatever the order', () => {
    const gates = [
      { name: 'Submit to Ofsted', dueDate: day('2026-04-28'), doneOn: null },
      { name: 'Board sign-off', dueDate: day('2026-03-20'), doneOn: null },
      { name: 'First draft', dueDate: day('2026-02-18'), doneOn: day('2026-02-18') },
    ];
    expect(nextGate(gates, day('2026-03-12'), calendar)?.words).toBe('Board sign-off in 6 working days');
    expect(nextGate(gates, day('2026-03-23'), calendar)?.words).toBe('Board sign-off 1 working day late');
    expect(nextGate(gates.slice(2), day('2026-03-12'), calendar)).toBeNull();
  });
});

describe('what a person may enter', () => {
  const clock = clockOf('2026-11-20');
  const problemOf = (dueDate: string, name = 'Trust board') =>
    validateGate({ name, dueDate: day(dueDate) }, clock, calendar).map(({ message }) => message);

  test.each([
    ['2026-11-20', 'Choose a day after 20 November 2026, when the report came'],
    ['2027-03-04', 'Choose 3 March 2027 or earlier: the action plan is due by then'],
    ['2026-12-25', '25 December 2026 is Christmas Day. Choose another day'],
    ['2026-12-26', '26 December 2026 is not a working day. Choose another day'],
  ])('not %s', (date, message) => {
    expect(problemOf(date)).toEqual([message]);
  });

  it('takes the first and the last day of the clock, and asks for a name', () => {
    expect([...problemOf('2026-11-23'), ...problemOf('2027-03-03')]).toEqual([]);
    expect(problemOf('2026-11-23', ' ')).toEqual(['Enter a name, such as Trust board']);
  });

  it('is done today or earlier, after the report came, by somebody', () => {
    const done = (doneOn: string, doneBy = 'Trust board') =>
      validateGateDone({ doneOn: day(doneOn), doneBy, doneNote: '' }, clock, day('2026-12-10')).map(
        ({ field }) => field,
      );
    expect(done('2026-12-10')).toEqual([]);
    expect(done('2026-11-20')).toEqual([]);
    expect(done('2026-12-11')).toEqual(['doneOn']);
    expect(done('2026-11-19', '')).toEqual(['doneBy', 'doneOn']);
  });
});
