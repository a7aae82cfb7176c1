import type { IsoDate, Rag } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RagReasonCode } from '../rag/index.ts';
import { type AgendaAction, type AgendaDecision, agendaOf } from './index.ts';

const day = (text: string) => text as IsoDate;
const TODAY = { today: day('2026-03-12'), dueSoonDays: 14 };

/** On no agenda: on track, due far ahead, spoken of lately, as it was. */
const action = (id: string, more: Partial<AgendaAction> = {}): AgendaAction => ({
  id,
  recommendationNumber: 1,
  number: 1,
  status: 'IN_PROGRESS',
  priority: 'MEDIUM',
  dueDate: day('2026-06-30'),
  rag: 'GREEN',
  ragSince: day('2026-02-01'),
  calculated: { rag: 'GREEN', reasons: [] },
  ragBefore: 'GREEN',
  isSilent: false,
  silentSince: day('2026-03-10'),
  sameAsLast: null,
  isChanged: false,
  isAsked: false,
  isAdded: false,
  ...more,
});
const rule = (rag: 'RED' | 'AMBER', ...codes: RagReasonCode[]): AgendaAction['calculated'] => ({
  rag,
  reasons: codes.map((code) => ({ code, rag, sentence: '' })),
});
const sections = (more: Partial<AgendaAction>) => agendaOf([], [action('a', more)], TODAY)[0]?.sections ?? [];
const order = (...actions: AgendaAction[]) =>
  agendaOf([], actions, TODAY).map(({ section, actionId }) => `${section} ${actionId}`);

describe('which sections an action belongs to', () => {
  test.each<[string, Partial<AgendaAction>, string[]]>([
    ['nothing to say', {}, []],
    ['due yesterday', { dueDate: day('2026-03-11') }, ['OVERDUE']],
    ['due today', { dueDate: day('2026-03-12') }, ['DUE_NEXT']],
    ['due in 14 days', { dueDate: day('2026-03-26') }, ['DUE_NEXT']],
    ['due in 15 days', { dueDate: day('2026-03-27') }, []],
    ['without a date', { dueDate: null }, []],
    ['red', { rag: 'RED', ragBefore: 'RED' }, ['RED_AMBER']],
    ['amber since the last one', { rag: 'AMBER' }, ['RED_AMBER', 'MOVED_RAG']],
    ['green again', { ragBefore: 'RED' }, ['MOVED_RAG']],
    ['in no snapshot yet', { ragBefore: null, rag: 'NONE' }, []],
    ['a milestone late by the rule', { calculated: rule('RED', 'MILESTONE_LATE') }, ['RED_AMBER']],
    ['moved often by the rule', { calculated: rule('AMBER', 'SILENT', 'MOVED_OFTEN') }, ['RED_AMBER']],
    ['amber for silence alone', { calculated: rule('AMBER', 'SILENT'), isSilent: true }, ['SILENT']],
    [
      'red for its date alone',
      { calculated: rule('RED', 'PAST_DUE'), dueDate: day('2026-03-01') },
      ['OVERDUE'],
    ],
    ['90 % the same', { sameAsLast: 90 }, ['COPY_PASTE']],
    ['89 % the same', { sameAsLast: 89 }, []],
    ['changed', { isChanged: true }, ['CHANGED']],
    ['evidence asked for', { isAsked: true }, ['ASKED']],
    ['asked for', { isAdded: true }, ['ADDED']],
    [
      'everything at once, in the order of the agenda',
      {
        dueDate: day('2026-03-01'),
        rag: 'RED',
        isSilent: true,
        sameAsLast: 100,
        isChanged: true,
        isAdded: true,
      },
      ['OVERDUE', 'RED_AMBER', 'MOVED_RAG', 'SILENT', 'COPY_PASTE', 'CHANGED', 'ADDED'],
    ],
  ])('%s', (_, more, expected) => expect(sections(more)).toEqual(expected));

  test.each<[string, Partial<AgendaAction>, string[]]>([
    ['closed long ago, past its date', { status: 'CLOSED', rag: 'BLUE', dueDate: day('2026-03-01') }, []],
    [
      'closed since the last review',
      { status: 'CLOSED', rag: 'BLUE', isChanged: true },
      ['MOVED_RAG', 'CHANGED'],
    ],
    ['cancelled since', { status: 'CANCELLED', rag: 'NONE', ragBefore: null, isChanged: true }, ['CHANGED']],
    ['closed before the review but after the snapshot', { status: 'CLOSED', rag: 'BLUE' }, []],
    ['closed, and asked for', { status: 'CLOSED', rag: 'BLUE', ragBefore: 'BLUE', isAdded: true }, ['ADDED']],
  ])('finished: %s', (_, more, expected) => expect(sections(more)).toEqual(expected));
});

describe('the order', () => {
  test('sections in order, each action once', () => {
    expect(
      order(
        action('added', { isAdded: true }),
        action('next', { dueDate: day('2026-03-20'), isAdded: true }),
        action('changed', { isChanged: true }),
        action('copied', { sameAsLast: 95, isChanged: true }),
        action('silent', { isSilent: true }),
        action('moved', { ragBefore: 'AMBER', isSilent: true }),
        action('red', { rag: 'RED' }),
        action('late', { dueDate: day('2026-03-01'), rag: 'RED' }),
      ),
    ).toEqual([
      'OVERDUE late',
      'RED_AMBER red',
      'MOVED_RAG moved',
      'SILENT silent',
      'COPY_PASTE copied',
      'CHANGED changed',
      'DUE_NEXT next',
      'ADDED added',
    ]);
  });

  test('overdue: the longest first; of two as long, the more urgent, then by reference', () => {
    const due = day('2026-03-05');
    expect(
      order(
        action('r2', { dueDate: due, recommendationNumber: 2 }),
        action('r1a2', { dueDate: due, number: 2 }),
        action('r1a1', { dueDate: due }),
        action('urgent', { dueDate: due, priority: 'URGENT', recommendationNumber: 9 }),
        action('oldest', { dueDate: day('2026-01-31'), priority: 'LOW' }),
      ),
    ).toEqual(['oldest', 'urgent', 'r1a1', 'r1a2', 'r2'].map((id) => `OVERDUE ${id}`));
  });

  test('red and amber: the worst colour, declared or by rule, then the longest at it', () => {
    expect(
      order(
        action('amber', { rag: 'AMBER', ragSince: day('2026-01-01') }),
        action('red, since March', { rag: 'RED', ragSince: day('2026-03-01') }),
        action('by rule', { calculated: rule('RED', 'MILESTONE_LATE') }),
        action('red, since January', { rag: 'RED', ragSince: day('2026-01-15') }),
      ),
    ).toEqual(['red, since January', 'red, since March', 'by rule', 'amber'].map((id) => `RED_AMBER ${id}`));
  });

  test('moved: from the worst first; silent: the longest; copies: the most alike; next: the soonest', () => {
    const rags: Rag[] = ['AMBER', 'NONE', 'RED'];
    expect(order(...rags.map((ragBefore) => action(ragBefore, { ragBefore })))).toEqual([
      'MOVED_RAG RED',
      'MOVED_RAG AMBER',
      'MOVED_RAG NONE',
    ]);
    const silent = (id: string, since: string) => action(id, { isSilent: true, silentSince: day(since) });
    expect(order(silent('b', '2026-02-01'), silent('a', '2026-01-01'))).toEqual(['SILENT a', 'SILENT b']);
    const alike = (id: string, sameAsLast: number) => action(id, { sameAsLast });
    expect(order(alike('b', 91), alike('a', 100))).toEqual(['COPY_PASTE a', 'COPY_PASTE b']);
    const due = (id: string, dueDate: string) => action(id, { dueDate: day(dueDate) });
    expect(order(due('b', '2026-03-13'), due('a', '2026-03-12'))).toEqual(['DUE_NEXT a', 'DUE_NEXT b']);
  });

  test('decisions come before everything, those with a day first', () => {
    const decision = (id: string, reviewNumber: number, dueDate: string | null): AgendaDecision => ({
      id,
      reviewNumber,
      number: 1,
      dueDate: dueDate === null ? null : day(dueDate),
    });
    const decisions = [decision('new', 7, null), decision('old', 5, null), decision('due', 7, '2026-03-10')];
    const found = agendaOf(decisions, [action('late', { dueDate: day('2026-03-01') })], TODAY);
    expect(found.map(({ section, decisionId, actionId }) => [section, decisionId ?? actionId])).toEqual([
      ['DECISIONS', 'due'],
      ['DECISIONS', 'old'],
      ['DECISIONS', 'new'],
      ['OVERDUE', 'late'],
    ]);
  });

  test('nothing of nothing', () => expect(agendaOf([], [], TODAY)).toEqual([]));
});

test('whatever the actions, each is on it once at most, under the first of its sections, and the order is one', () => {
  const anAction = fc.record({
    status: fc.constantFrom('NOT_STARTED', 'IN_PROGRESS', 'AWAITING_EVIDENCE_CHECK', 'CLOSED', 'CANCELLED'),
    dueDate: fc.constantFrom(null, day('2026-03-01'), day('2026-03-20'), day('2026-09-01')),
    rag: fc.constantFrom('RED', 'AMBER', 'GREEN', 'BLUE', 'NONE'),
    ragBefore: fc.constantFrom(null, 'RED', 'AMBER', 'GREEN'),
    isSilent: fc.boolean(),
    isChanged: fc.boolean(),
    isAsked: fc.boolean(),
    isAdded: fc.boolean(),
  } satisfies { [K in keyof AgendaAction]?: fc.Arbitrary<AgendaAction[K]> });
  fc.assert(
    fc.property(fc.array(anAction, { maxLength: 30 }), (rows) => {
      const actions = rows.map((row, number) => action(`a${number}`, { number, ...row }));
      const found = agendaOf([], actions, TODAY);
      const again = agendaOf([], [...actions].reverse(), TODAY);
      expect(again).toEqual(found);
      expect(new Set(found.map(({ actionId }) => actionId)).size).toBe(found.length);
      expect(found.every(({ section, sections }) => section === sections[0])).toBe(true);
      const isOn = new Set(found.map(({ actionId }) => actionId));
      expect(actions.filter(({ isAdded }) => isAdded).every(({ id }) => isOn.has(id))).toBe(true);
    }),
  );
});
