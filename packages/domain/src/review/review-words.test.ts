import type { IsoDate, Rag } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { decisionReference, ragWeekWords, reasonInNote, type Standing, sinceBefore } from './index.ts';

test('a decision is named by its review', () => {
  expect(decisionReference(7, 2)).toBe('Review 7, decision 2');
});

test.each<[Rag, number, string]>([
  ['RED', 1, '1st week off track'],
  ['RED', 2, '2nd week off track'],
  ['AMBER', 3, '3rd week at risk'],
  ['GREEN', 4, '4th week on track'],
  ['RED', 11, '11th week off track'],
  ['RED', 13, '13th week off track'],
  ['RED', 22, '22nd week off track'],
  ['RED', 111, '111th week off track'],
  ['NONE', 5, 'Not rated'],
  ['GREEN', 0, 'On track'],
])('%s for %i weeks', (rag, weeks, words) => {
  expect(ragWeekWords(rag, weeks)).toBe(words);
});

describe('what moved since the last snapshot', () => {
  const before: Standing = {
    rag: 'AMBER',
    calculatedRag: 'AMBER',
    status: 'IN_PROGRESS',
    dueDate: '2026-03-12' as IsoDate,
    percentComplete: 40,
    milestonesDone: 1,
    acceptedEvidence: 1,
  };
  test.each<[string, Partial<Standing>, string[]]>([
    ['nothing', {}, []],
    ['worse', { rag: 'RED' }, ['Worse: from At risk to Off track']],
    ['better', { rag: 'GREEN' }, ['Better: from At risk to On track']],
    ['no longer rated', { rag: 'NONE' }, ['No longer rated, before At risk']],
    ['the rule alone', { calculatedRag: 'RED' }, ['Calculated rating changed from At risk to Off track']],
    [
      'later',
      { dueDate: '2026-04-12' as IsoDate },
      ['Due date moved from 12 March 2026 to 12 April 2026, 31 days later'],
    ],
    [
      'earlier',
      { dueDate: '2026-03-11' as IsoDate },
      ['Due date moved from 12 March 2026 to 11 March 2026, 1 day earlier'],
    ],
    ['no date any more', { dueDate: null }, ['Due date of 12 March 2026 taken away']],
    [
      'work',
      { percentComplete: 60, milestonesDone: 3 },
      ['40 % complete before, 60 % now', '2 milestones reached'],
    ],
    ['proof', { acceptedEvidence: 2 }, ['1 item of evidence accepted']],
    ['proof gone', { acceptedEvidence: 0 }, ['1 accepted item of evidence fewer']],
    [
      'the colour before all else',
      { status: 'CLOSED', rag: 'BLUE', calculatedRag: 'BLUE' },
      [
        'Better: from At risk to Complete and embedded',
        'Status changed from In progress to Closed (evidenced and embedded)',
      ],
    ],
  ])('%s', (_, more, expected) => {
    expect(sinceBefore(before, { ...before, ...more })).toEqual(expected);
  });

  test('a first rating and a first date', () => {
    const unrated: Standing = { ...before, rag: 'NONE', dueDate: null };
    expect(sinceBefore(unrated, before)).toEqual([
      'Now At risk, before not rated',
      'Due date set to 12 March 2026',
    ]);
  });
});

describe('the reason in the note', () => {
  const reason = (more: Partial<Parameters<typeof reasonInNote>[0]>) =>
    reasonInNote({
      rag: 'RED',
      ragReason: '',
      note: 'Two carers withdrew.',
      previous: { rag: 'GREEN', ragReason: 'On plan.' },
      ...more,
    });
  test.each<[string, Parameters<typeof reason>[0], string]>([
    ['a reason that was given', { ragReason: 'Carers withdrew.' }, 'Carers withdrew.'],
    ['the note, where one is needed', {}, 'Two carers withdrew.'],
    ['nothing said', { note: ' ' }, ''],
    ['the same colour keeps its reason', { rag: 'GREEN' }, 'On plan.'],
    [
      'red again, without a reason so far',
      { previous: { rag: 'RED', ragReason: '' } },
      'Two carers withdrew.',
    ],
    ['a first green needs none', { rag: 'GREEN', previous: { rag: 'NONE', ragReason: '' } }, ''],
  ])('%s', (_, more, expected) => expect(reason(more)).toBe(expected));

  test('a long note is cut at a word', () => {
    const cut = reason({ note: `${'word '.repeat(400)}end` });
    expect(cut.length).toBeLessThanOrEqual(1_000);
    expect(cut.endsWith('word…')).toBe(true);
    expect(reason({ note: 'x'.repeat(1_200) })).toBe(`${'x'.repeat(999)}…`);
  });
});
