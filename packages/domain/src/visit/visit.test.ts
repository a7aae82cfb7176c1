import { type Grade, type InspectionKind, isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { readWindow, usualWindow, validatePlanDate, validateWindow, windowRules } from './index.ts';

const day = isoDate;
const areas = (...grades: Grade[]) => grades.map((grade, index) => ({ area: `area_${index}`, grade }));
const rulesOf = (kind: InspectionKind, judgements: { area: string; grade: Grade }[] = []) =>
  windowRules({ kind, outcome: null, judgements }).rules.map(({ key }) => key);

describe('what may come after an inspection', () => {
  it('goes by the areas where no overall grade is given', () => {
    expect(rulesOf('ILACS_STANDARD', areas('GOOD', 'INADEQUATE', 'GOOD'))).toEqual([
      'INADEQUATE_VISIT',
      'INADEQUATE_REINSPECTION',
    ]);
    expect(rulesOf('ILACS_STANDARD', areas('GOOD', 'REQUIRES_IMPROVEMENT'))).toEqual(['STANDARD']);
    expect(rulesOf('ILACS_SHORT', areas('OUTSTANDING', 'GOOD'))).toEqual(['SHORT']);
  });

  it('goes by the overall grade where there is one, though an area is worse', () => {
    const overall = { area: 'overall_effectiveness', grade: 'REQUIRES_IMPROVEMENT' as const };
    expect(rulesOf('ILACS_STANDARD', [...areas('INADEQUATE'), overall])).toEqual(['STANDARD']);
    expect(rulesOf('SIF', [...areas('GOOD'), { area: 'overall', grade: 'INADEQUATE' }])).toHaveLength(2);
  });

  it('says why nothing is foreseen', () => {
    const found = windowRules({ kind: 'ILACS_STANDARD', outcome: null, judgements: [] });
    expect(found).toEqual({ rules: [], why: 'No grade is on record yet, so no usual interval is known.' });
    expect(rulesOf('JTAI', areas('INADEQUATE'))).toEqual([]);
    expect(rulesOf('PEER_REVIEW')).toEqual([]);
  });

  it('knows the outcomes of SEND areas', () => {
    const send = (outcome: 'SEND_WIDESPREAD_FAILINGS' | 'SEND_POSITIVE') =>
      windowRules({ kind: 'SEND_AREA', outcome, judgements: [] }).rules.map(({ key }) => key);
    expect(send('SEND_WIDESPREAD_FAILINGS')).toEqual(['SEND_VISIT', 'SEND_FULL_SOON']);
    expect(send('SEND_POSITIVE')).toEqual(['SEND_FULL']);
    expect(rulesOf('SEND_AREA')).toEqual(['SEND_FULL']);
  });

  it('names a source for every figure', () => {
    for (const grade of ['INADEQUATE', 'REQUIRES_IMPROVEMENT', 'GOOD'] as const) {
      for (const { source, words } of windowRules({
        kind: 'ILACS_STANDARD',
        outcome: null,
        judgements: areas(grade),
      }).rules) {
        expect(source).toMatch(/\d{4}/);
        expect(words).toMatch(/[Uu]sually/);
      }
    }
  });
});

describe('the usual window', () => {
  const facts = {
    receivedDate: day('2026-01-20'),
    endDate: day('2025-12-12'),
    actionPlan: day('2026-04-30'),
    lastVisit: null,
  };
  test.each([
    ['INSPECTION_END', 30, 36, '2028-06-12', '2028-12-12'],
    ['REPORT_RECEIVED', 15, 21, '2027-04-20', '2027-10-20'],
    ['ACTION_PLAN', 12, 24, '2027-04-30', '2028-04-30'],
    ['LAST_VISIT', 2, 4, '2026-03-20', '2026-05-20'],
  ] as const)('from %s, %i to %i months: %s to %s', (anchor, fromMonths, untilMonths, from, until) => {
    expect(usualWindow({ anchor, fromMonths, untilMonths }, facts)).toEqual({ from, until });
  });

  it('counts from the last visit once there was one, and from receipt where a day is not known', () => {
    const visit = { anchor: 'LAST_VISIT', fromMonths: 2, untilMonths: 4 } as const;
    const after = { ...facts, lastVisit: day('2026-11-30') };
    // November's 30th has no fellow in February.
    expect(usualWindow({ ...visit, untilMonths: 3 }, after)).toEqual({
      from: '2027-01-30',
      until: '2027-02-28',
    });
    const earlier = { ...facts, lastVisit: day('2025-11-30') };
    expect(usualWindow(visit, earlier).from).toBe('2026-03-20');
    const bare = { ...facts, endDate: null, actionPlan: null };
    expect(usualWindow({ anchor: 'INSPECTION_END', fromMonths: 30, untilMonths: 36 }, bare).until).toBe(
      '2029-01-20',
    );
    expect(usualWindow({ anchor: 'ACTION_PLAN', fromMonths: 12, untilMonths: 24 }, bare).from).toBe(
      '2027-01-20',
    );
  });

  it('takes the last of February three years after a leap day', () => {
    const leap = { ...facts, endDate: day('2028-02-29') };
    const rule = { anchor: 'INSPECTION_END', fromMonths: 36, untilMonths: 48 } as const;
    expect(usualWindow(rule, leap)).toEqual({ from: '2031-02-28', until: '2032-02-29' });
  });

  it('never ends before it begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 70 }), (days, months) => {
        const receivedDate = addDays(day('2010-01-01'), days);
        const rule = { anchor: 'REPORT_RECEIVED', fromMonths: months, untilMonths: months + 6 } as const;
        const { from, until } = usualWindow(rule, { ...facts, receivedDate });
        expect(from < until).toBe(true);
      }),
    );
  });
});

describe('where a window stands', () => {
  const span = { from: day('2027-03-12'), until: day('2027-09-12') };
  test.each([
    ['2027-03-11', 'BEFORE', 'Could come from 12 March 2027; most likely until 12 September 2027'],
    ['2027-03-12', 'OPEN', 'In the window now, since 12 March 2027; most likely until 12 September 2027'],
    ['2027-09-12', 'OPEN', 'In the window now, since 12 March 2027; most likely until 12 September 2027'],
    ['2027-09-13', 'PASSED', 'Could come any day: the window ended on 12 September 2027'],
  ])('on %s: %s', (today, state, words) => {
    expect(readWindow(span, day(today))).toEqual({ state, words });
  });

  test.each([
    [null, null, []],
    ['2027-03-12', null, ['untilDate']],
    [null, '2027-03-12', ['fromDate']],
    ['2027-03-12', '2027-03-11', ['untilDate']],
    ['2027-03-12', '2027-03-12', []],
    ['1927-03-12', '2027-03-12', ['fromDate']],
  ])('a person may not assume %s to %s: %j', (from, until, fields) => {
    const window = {
      fromDate: from && day(from),
      untilDate: until && day(until),
      reason: 'Told by the DfE.',
    };
    expect(validateWindow(window).map(({ field }) => field)).toEqual(fields);
    expect(validateWindow({ ...window, reason: 'no' })[0]?.field).toBe('reason');
  });
});

describe('a date in the calendar', () => {
  const visit = {
    kind: 'MONITORING_VISIT' as const,
    title: '',
    fromDate: day('2028-02-28'),
    untilDate: day('2028-02-29'),
    note: '',
  };
  const fieldsOf = (more: Partial<Parameters<typeof validatePlanDate>[0]>) =>
    validatePlanDate({ ...visit, ...more }).map(({ field }) => field);

  it('needs a name only when it is of no known kind', () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ kind: 'OTHER' })).toEqual(['title']);
    expect(fieldsOf({ kind: 'OTHER', title: 'Visit of the minister' })).toEqual([]);
  });

  it('ends on its first day or later, and does not last for ever', () => {
    expect(fieldsOf({ untilDate: day('2028-02-28') })).toEqual([]);
    expect(fieldsOf({ untilDate: day('2028-02-27') })).toEqual(['untilDate']);
    expect(fieldsOf({ untilDate: addDays(visit.fromDate, 91) })).toEqual([]);
    expect(fieldsOf({ untilDate: addDays(visit.fromDate, 92) })).toEqual(['untilDate']);
  });
});
