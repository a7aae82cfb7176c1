import { INSPECTION_KINDS, isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, workingCalendar } from '../calendar/index.ts';
import {
  checkCategory,
  checkShape,
  clockPeriods,
  frameworkFor,
  type InspectionDraft,
  inspectionWarnings,
  inspectionWords,
  itemWords,
  statutoryClock,
  validateInspection,
  validateSubmission,
} from './index.ts';

const calendar = workingCalendar();
const read = (today: string, submittedOn: string | null = null) =>
  statutoryClock({
    receivedDate: isoDate('2023-05-09'),
    workingDays: 70,
    calendar,
    today: isoDate(today),
    submittedOn: submittedOn === null ? null : isoDate(submittedOn),
  });

describe('the statutory clock', () => {
  // Stockton-on-Tees 2023: report of 9 May, plan due on 16 August (Cabinet papers).
  test.each([
    ['2023-05-09', 'RUNNING', 70, 'Action plan due in 70 working days'],
    ['2023-07-14', 'RUNNING', 23, 'Action plan due in 23 working days'],
    ['2023-08-01', 'RUNNING', 11, 'Action plan due in 11 working days'],
    ['2023-08-02', 'DUE_SOON', 10, 'Action plan due in 10 working days'],
    ['2023-08-15', 'DUE_SOON', 1, 'Action plan due in 1 working day'],
    ['2023-08-16', 'DUE_SOON', 0, 'Action plan due today'],
    ['2023-08-17', 'OVERDUE', -1, 'Action plan overdue by 1 working day'],
    ['2023-08-29', 'OVERDUE', -8, 'Action plan overdue by 8 working days'],
  ])('on %s', (today, state, workingDaysLeft, words) => {
    expect(read(today)).toMatchObject({ dueDate: '2023-08-16', state, workingDaysLeft, words });
  });

  test.each([
    ['2023-08-10', 'SUBMITTED', 'Submitted 4 working days early'],
    ['2023-08-15', 'SUBMITTED', 'Submitted 1 working day early'],
    ['2023-08-16', 'SUBMITTED', 'Submitted on the day it was due'],
    ['2023-08-17', 'SUBMITTED_LATE', 'Submitted 1 working day late'],
  ])('submitted on %s', (submittedOn, state, stateWords) => {
    const words = `Action plan s${stateWords.slice(1)}`;
    expect(read('2023-12-01', submittedOn)).toMatchObject({
      state,
      stateWords,
      words,
      workingDaysLeft: null,
    });
  });

  it('is overdue on the weekend after a Friday, and late when submitted then', () => {
    const friday = { receivedDate: isoDate('2026-03-02'), workingDays: 4, calendar };
    const saturday = statutoryClock({ ...friday, today: isoDate('2026-03-07') });
    expect(saturday).toMatchObject({
      state: 'OVERDUE',
      words: 'Action plan overdue: it was due on 6 March 2026',
    });
    expect(saturday.workingDaysLeft).toBe(0);
    const sunday = statutoryClock({
      ...friday,
      today: isoDate('2026-03-09'),
      submittedOn: isoDate('2026-03-08'),
    });
    expect(sunday).toMatchObject({ state: 'SUBMITTED_LATE', stateWords: 'Submitted late, on 8 March 2026' });
  });

  it('keeps the date on record, and names what is due', () => {
    const clock = statutoryClock({
      receivedDate: isoDate('2026-03-02'),
      workingDays: 20,
      calendar,
      today: isoDate('2026-03-30'),
      subject: 'Draft action plan',
      dueDate: isoDate('2026-03-31'),
    });
    expect(clock).toMatchObject({ dueDate: '2026-03-31', words: 'Draft action plan due in 1 working day' });
  });

  it('goes from running to overdue and never back', () => {
    const order = ['RUNNING', 'DUE_SOON', 'OVERDUE'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (days) => {
        const now = read(addDays(isoDate('2023-05-09'), days));
        const next = read(addDays(isoDate('2023-05-09'), days + 1));
        expect(order.indexOf(next.state)).toBeGreaterThanOrEqual(order.indexOf(now.state));
        expect(next.workingDaysLeft ?? 0).toBeLessThanOrEqual(now.workingDaysLeft ?? 0);
      }),
    );
  });
});

describe('what is owed', () => {
  test.each([
    ['ILACS_STANDARD', false, [70]],
    ['ILACS_STANDARD', true, [70]],
    ['ILACS_SHORT', false, [70]],
    ['SIF', false, [70]],
    ['JTAI', false, [70]],
    ['SEND_AREA', true, [70]],
    ['FOCUSED_VISIT', true, [20, 70]],
    ['FOCUSED_VISIT', false, []],
    ['MONITORING_VISIT', true, []],
    ['PEER_REVIEW', false, []],
    ['INTERNAL_AUDIT', false, []],
  ] as const)('%s, area for priority action: %s', (kind, priority, expected) => {
    const answer = clockPeriods(kind, priority);
    expect(answer.isDue ? answer.periods.map((period) => period.workingDays) : []).toEqual(expected);
  });

  it('follows the settings, and answers for every kind', () => {
    const answer = clockPeriods('FOCUSED_VISIT', true, { statement: 60, draft: 15 });
    expect(answer).toMatchObject({
      periods: [{ workingDays: 15, subject: 'Draft action plan' }, { workingDays: 60 }],
    });
    for (const kind of INSPECTION_KINDS) expect(clockPeriods(kind, false)).toBeDefined();
  });
});

describe('the framework in force', () => {
  test.each([
    ['2017-12-31', 'SIF'],
    ['2018-01-01', 'ILACS_2018'],
    ['2018-11-26', 'ILACS_2018'],
    ['2022-12-31', 'ILACS_2018'],
    ['2023-01-01', 'ILACS_2023'],
    ['2026-03-31', 'ILACS_2023'],
    ['2026-04-01', 'ILACS_2026'],
    ['2013-10-31', 'none'],
  ])('%s: %s', (day, key) => {
    const answer = frameworkFor({ startDate: isoDate(day), endDate: null });
    expect(answer.ok ? answer.framework.key : 'none').toBe(key);
  });

  it('goes by the start, else by the end, else asks', () => {
    const across = frameworkFor({ startDate: isoDate('2026-03-23'), endDate: isoDate('2026-04-02') });
    expect(across.ok && across.framework.key).toBe('ILACS_2023');
    expect(frameworkFor({ startDate: null, endDate: isoDate('2026-04-02') }).ok).toBe(true);
    expect(frameworkFor({ startDate: null, endDate: null }).ok).toBe(false);
  });
});

describe('each kind in its own shape', () => {
  test.each([
    ['PEER_REVIEW', 'ILACS_2018', 0, null, 'frameworkKey'],
    ['PEER_REVIEW', 'PEER_REVIEW', 0, null, ''],
    ['FOCUSED_VISIT', 'ILACS_2023', 1, null, 'judgements.0'],
    ['FOCUSED_VISIT', 'ILACS_2023', 0, null, ''],
    ['SEND_AREA', 'SEND_AREA_2023', 0, 'SEND_INCONSISTENT', ''],
    ['SEND_AREA', 'SEND_AREA_2023', 0, 'ASSURANCE_LIMITED', 'outcome'],
    ['INTERNAL_AUDIT', 'INTERNAL_AUDIT', 0, 'ASSURANCE_LIMITED', ''],
    ['ILACS_STANDARD', 'ILACS_2026', 4, null, ''],
  ] as const)(
    '%s under %s with %i grades and outcome %s: %s',
    (kind, frameworkKey, grades, outcome, field) => {
      const found = checkShape({ kind, frameworkKey, outcome, judgements: Array(grades).fill(null) });
      expect(found.map((problem) => problem.field).join()).toBe(field);
    },
  );

  it('has a framework for every kind today, and a word for every item', () => {
    for (const kind of INSPECTION_KINDS) {
      const day = isoDate(kind === 'SIF' ? '2016-05-04' : '2026-05-04');
      expect(frameworkFor({ startDate: day, endDate: null }, kind).ok).toBe(true);
      expect(itemWords(kind).many).not.toBe('');
    }
    expect(itemWords('INTERNAL_AUDIT').one).toBe('finding');
    expect(itemWords('INSPECTION').many).toBe('recommendations');
  });

  test.each([
    ['INTERNAL_AUDIT', 'HIGH', true],
    ['INTERNAL_AUDIT', 'PRIORITY_ACTION', false],
    ['JTAI', 'PRIORITY_ACTION', true],
    ['ILACS_STANDARD', 'IMPROVEMENT', false],
    ['ILACS_STANDARD', null, true],
  ] as const)('%s calls an item %s: %s', (kind, category, fits) => {
    expect(checkCategory(kind, category) === null).toBe(fits);
  });

  it('names one inspection of several', () => {
    const words = inspectionWords({ kind: 'FOCUSED_VISIT', on: isoDate('2026-03-12') });
    expect(words).toBe('Focused visit, 12 March 2026');
    expect(inspectionWords({ kind: 'PEER_REVIEW', on: null })).toBe('Peer review');
  });
});

describe('checking an inspection', () => {
  const today = isoDate('2019-02-01');
  const draft: InspectionDraft = {
    kind: 'ILACS_STANDARD',
    frameworkKey: 'ILACS_2018',
    authority: 'Northbridge City Council',
    startDate: isoDate('2018-11-26'),
    endDate: isoDate('2018-12-07'),
    publicationDate: isoDate('2019-01-22'),
    receivedDate: isoDate('2019-01-17'),
    leadInspector: null,
    judgements: [{ area: 'impact_of_leaders', grade: 'REQUIRES_IMPROVEMENT' }],
  };
  test.each<[string, InspectionDraft, string]>([
    ['as it should be', {}, ''],
    ['no judgements', { judgements: [] }, ''],
    ['not received', { receivedDate: null }, 'receivedDate: Enter the date the council received the report'],
    ['received today', { receivedDate: today }, ''],
    [
      'received tomorrow',
      { receivedDate: isoDate('2019-02-02') },
      'receivedDate: The date received must be today or in the past',
    ],
    ['received on the last day', { receivedDate: isoDate('2018-12-07') }, ''],
    [
      'received before the end',
      { receivedDate: isoDate('2018-12-06') },
      'receivedDate: The report cannot have been received before the inspection ended on 7 December 2018',
    ],
    [
      'end before start',
      { endDate: isoDate('2018-11-25') },
      'endDate: The end of the inspection must be the same as or after its start',
    ],
    [
      'published before the end',
      { publicationDate: isoDate('2018-12-06') },
      'publicationDate: The report cannot have been published before the inspection ended on 7 December 2018',
    ],
    ['no dates printed', { startDate: null, endDate: null, publicationDate: null }, ''],
    ['no council', { authority: ' ' }, 'authority: Enter the council whose services were inspected'],
    ['unknown kind', { kind: 'VISIT' }, 'kind: Choose the kind of inspection'],
    [
      'unknown framework',
      { frameworkKey: 'X', judgements: [] },
      'frameworkKey: Choose the inspection framework',
    ],
    [
      'unknown grade',
      { judgements: [{ area: 'impact_of_leaders', grade: 'FAIR' }] },
      'judgements.0: Choose a grade for “Impact of leaders”',
    ],
    [
      'area of another framework',
      { judgements: [{ area: 'care_leavers', grade: 'GOOD' }] },
      'judgements.0: “Care leavers” is not judged under ILACS 2018 to 2022. Remove it.',
    ],
    [
      'area twice',
      {
        judgements: [
          { area: 'impact_of_leaders', grade: 'GOOD' },
          { area: 'impact_of_leaders', grade: 'GOOD' },
        ],
      },
      'judgements.1: “Impact of leaders” is there twice. Keep one.',
    ],
  ])('%s', (_, change, expected) => {
    const found = validateInspection({ ...draft, ...change }, today);
    expect(found.map(({ field, message }) => `${field}: ${message}`).join(' | ')).toBe(expected);
  });

  test.each([
    [
      '2019-01-16',
      'The action plan cannot have been submitted before the report was received on 17 January 2019',
    ],
    ['2019-01-17', ''],
    ['2019-02-01', ''],
    ['2019-02-02', 'The date submitted must be today or in the past'],
  ])('submitted on %s', (day, expected) => {
    const found = validateSubmission({ receivedDate: isoDate('2019-01-17') }, isoDate(day), today);
    expect(found.map((problem) => problem.message).join()).toBe(expected);
  });

  it('asks about a year that looks wrong', () => {
    expect(inspectionWarnings(draft)).toEqual([]);
    expect(inspectionWarnings({ ...draft, receivedDate: isoDate('2020-01-17') })[0]?.message).toMatch(
      /Check the year/,
    );
  });
});
