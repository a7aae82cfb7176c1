import { DELIVERY_STATUSES, EVIDENCE_KINDS, EVIDENCE_STATES, isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DEFAULT_EVIDENCE_TEST, evidenceSufficiency, type SufficiencyItem } from '../evidence/index.ts';
import {
  packThread,
  parseRecommendationReference,
  type RecommendationInput,
  recommendationProgress,
  recommendationReference,
  recommendationTitle,
  type Thread,
  type ThreadAction,
  type ThreadFacts,
  thread,
  validateRecommendation,
} from './index.ts';

const today = isoDate('2026-03-12');
const said = { quote: 'Effectiveness of the fostering service.', page: 3, paragraphs: [40], hasLead: true };
const item = (reference: string, change: Partial<SufficiencyItem> = {}): SufficiencyItem => ({
  reference,
  kind: 'AUDIT',
  showsImpact: true,
  periodTo: null,
  uploadedOn: isoDate('2026-03-01'),
  state: 'ACCEPTED',
  ...change,
});
const action = (number: number, status: ThreadAction['status'], hasOwner = true): ThreadAction => ({
  reference: `R3.A${number}`,
  status,
  hasOwner,
});
const whole: ThreadFacts = {
  recommendation: said,
  actions: [action(1, 'CLOSED'), action(2, 'IN_PROGRESS')],
  evidence: [item('E1'), item('E2', { kind: 'DATA' })],
  evidenceTest: DEFAULT_EVIDENCE_TEST,
  measures: [{ title: 'Approved carers', movement: 'TOWARDS' }],
};
const picture = ({ knots, summary }: Thread) =>
  `${knots.map((knot) => ({ WHOLE: '●', PARTIAL: '○', MISSING: '✕' })[knot.state]).join('')} ${summary}`;

describe('the thread of a recommendation', () => {
  test.each<[string, Partial<ThreadFacts>, string]>([
    ['whole', {}, '●●●● 4 of 4: the thread is whole'],
    ['no quote', { recommendation: { ...said, isGone: true } }, '✕●●● 3 of 4: no recommendation on record'],
    ['no action', { actions: [] }, '●✕●● 3 of 4: no action'],
    ['only cancelled actions', { actions: [action(1, 'CANCELLED')] }, '●✕●● 3 of 4: no action'],
    ['no lead', { recommendation: { ...said, hasLead: false } }, '●○●● 3 of 4: no accountable lead'],
    ['no owner', { actions: [action(1, 'IN_PROGRESS', false)] }, '●○●● 3 of 4: 1 action without an owner'],
    [
      'closed without an owner',
      { actions: [action(1, 'CLOSED', false)] },
      '●●●● 4 of 4: the thread is whole',
    ],
    ['none begun', { actions: [action(1, 'NOT_STARTED')] }, '●○●● 3 of 4: no action started'],
    ['no evidence', { evidence: [] }, '●●✕○ 2 of 4: no evidence'],
    [
      'returned',
      { evidence: [...whole.evidence, item('E3', { state: 'RETURNED' })] },
      '●●○● 3 of 4: evidence returned',
    ],
    ['one kind', { evidence: [item('E1')] }, '●●○● 3 of 4: too few kinds of evidence'],
    [
      'stale',
      { evidence: whole.evidence.map((found) => ({ ...found, periodTo: isoDate('2025-01-01') })) },
      '●●○● 3 of 4: evidence out of date',
    ],
    ['no measure', { measures: [] }, '●●●○ 3 of 4: no measure linked'],
    [
      'claimed only',
      { measures: [], evidence: [item('E1', { state: 'SUBMITTED' })] },
      '●●○○ 2 of 4: evidence not verified',
    ],
    [
      'claimed, measure moving',
      { evidence: whole.evidence.map((found) => ({ ...found, state: 'RETURNED' as const })) },
      '●●✕○ 2 of 4: evidence returned',
    ],
    ['no figures', { measures: [{ title: 'M', movement: 'NO_FIGURES' }] }, '●●●○ 3 of 4: no figures yet'],
    ['steady', { measures: [{ title: 'M', movement: 'STEADY' }] }, '●●●○ 3 of 4: no measure moving yet'],
    [
      'one away',
      {
        measures: [
          { title: 'M', movement: 'AWAY' },
          { title: 'N', movement: 'TOWARDS' },
        ],
      },
      '●●●○ 3 of 4: measure moving away from target',
    ],
    [
      'just imported',
      { actions: [], evidence: [], measures: [], recommendation: { ...said, hasLead: false } },
      '●✕✕✕ 1 of 4: no action',
    ],
  ])('%s', (_, change, expected) => {
    expect(picture(thread({ ...whole, ...change }, today))).toBe(expected);
  });

  it('says beneath each knot what the picture of the product says', () => {
    const closed = Array.from({ length: 6 }, (_, index) => action(index + 1, 'CLOSED'));
    const open = [7, 8, 9].map((number) => action(number, 'IN_PROGRESS'));
    const plain = { kind: 'DATA' as const, showsImpact: false };
    const evidence = [
      item('E1', { showsImpact: false }),
      item('E2', plain),
      item('E3', { ...plain, state: 'SUBMITTED' }),
      item('E4', { ...plain, state: 'SUBMITTED' }),
    ];
    const drawn = thread({ ...whole, actions: [...closed, ...open], evidence, measures: [] }, today);
    expect(picture(drawn)).toBe('●●○✕ 2 of 4: evidence not verified');
    expect(drawn.knots.map((knot) => knot.words)).toEqual([
      'p.3 ¶40',
      '6 of 9 actions closed',
      '4 items, 2 not verified',
      'no measure linked',
    ]);
    expect(drawn.changed.missing[0]?.mending).toEqual({ code: 'ADD_MEASURE', label: 'Add a measure' });
    expect(packThread(drawn).proved).toEqual({ state: 'PARTIAL', words: '4 items, 2 not verified' });
  });

  it('names what is missing in full', () => {
    const broken = thread({ ...whole, actions: [1, 2].map((n) => action(n, 'NOT_STARTED', false)) }, today);
    expect(broken.done.missing.map((gap) => gap.sentence)).toEqual([
      'R3.A1 and R3.A2 have no owner.',
      'No action has been started yet.',
    ]);
  });

  it('says where the words come from', () => {
    const words = (change: object) =>
      thread({ ...whole, recommendation: { ...said, ...change } }, today).said.words;
    expect(words({ paragraphs: [] })).toBe('p.3');
    expect(words({ page: null, paragraphs: [1, 2, 3, 4] })).toBe('¶1, 2, 3 …');
    expect(words({ page: null, paragraphs: [] })).toBe('entered by hand');
  });

  it('is consistent whatever it is told', () => {
    const facts = fc.record<ThreadFacts>({
      recommendation: fc.record({
        quote: fc.constantFrom('', 'Words'),
        page: fc.constant(null),
        paragraphs: fc.constant([]),
        hasLead: fc.boolean(),
      }),
      actions: fc.array(
        fc.record({
          reference: fc.constant('R1.A1'),
          status: fc.constantFrom(...DELIVERY_STATUSES),
          hasOwner: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
      evidence: fc.array(
        fc.record<SufficiencyItem>({
          reference: fc.constant('E1'),
          kind: fc.constantFrom(...EVIDENCE_KINDS),
          showsImpact: fc.boolean(),
          periodTo: fc.constantFrom(null, isoDate('2025-01-01')),
          uploadedOn: fc.constant(today),
          state: fc.constantFrom(...EVIDENCE_STATES),
        }),
        { maxLength: 5 },
      ),
      evidenceTest: fc.constant(DEFAULT_EVIDENCE_TEST),
      measures: fc.array(
        fc.record({
          title: fc.constant('M'),
          movement: fc.constantFrom('TOWARDS', 'AWAY', 'STEADY', 'NO_FIGURES'),
        }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(facts, (known) => {
        const tied = thread(known, today);
        expect(tied.whole).toBe(tied.knots.filter((knot) => knot.state === 'WHOLE').length);
        expect(tied.summary.startsWith(`${tied.whole} of 4: `)).toBe(true);
        for (const knot of tied.knots) {
          expect(knot.state === 'WHOLE').toBe(knot.missing.length === 0);
          expect(knot.words).not.toBe('');
          for (const gap of knot.missing) expect(gap.sentence).toMatch(/^[A-Z0-9].*\.$/);
        }
        const sufficient = evidenceSufficiency(known.evidenceTest, known.evidence, today);
        expect(tied.proved.state === 'WHOLE').toBe(sufficient.ok);
      }),
    );
  });
});

describe('words', () => {
  test.each([
    ['effectiveness of the\n fostering  service.', 'Effectiveness of the fostering service'],
    ['a'.repeat(90), `A${'a'.repeat(89)}`],
    [`${'word '.repeat(30)}`, `Word${' word'.repeat(17)}…`],
    ['', ''],
  ])('a title, case %#', (quote, title) => {
    expect(recommendationTitle(quote)).toBe(title);
  });

  test.each([
    [[], 'no actions', 'No actions yet'],
    [['CANCELLED'], 'no actions', 'No actions yet'],
    [['NOT_STARTED', 'CANCELLED'], '0 of 1 action closed', 'Not started'],
    [['NOT_STARTED', 'CLOSED'], '1 of 2 actions closed', 'In progress'],
    [['CLOSED', 'CANCELLED'], '1 of 1 action closed', 'All actions closed'],
  ] as const)('progress of %j', (statuses, words, status) => {
    expect(recommendationProgress(statuses.map((one) => ({ status: one })))).toMatchObject({ words, status });
  });

  it('reads the references it writes', () => {
    expect(parseRecommendationReference(recommendationReference(12))).toBe(12);
    expect(parseRecommendationReference(' r3 ')).toBe(3);
    for (const text of ['', 'R', 'R0', 'R3.A2', '3']) expect(parseRecommendationReference(text)).toBeNull();
  });
});

describe('checking a recommendation', () => {
  test.each<[RecommendationInput, string]>([
    [{ quote: 'Words', page: 3, minEvidenceKinds: 1, newestWithinDays: 730 }, ''],
    [{ quote: ' ' }, 'Enter the recommendation as the report prints it'],
    [{ quote: 'x'.repeat(4_001) }, 'The recommendation must be 4,000 characters or fewer. Shorten it by 1.'],
    [{ page: 0 }, 'The page must be a whole number from 1'],
    [{ page: null }, ''],
    [{ minEvidenceKinds: 0 }, 'Kinds of evidence must be a whole number from 1 to 7'],
    [{ minEvidenceKinds: 7 }, ''],
    [{ minEvidenceKinds: 8 }, 'Kinds of evidence must be a whole number from 1 to 7'],
    [{ newestWithinDays: 0 }, 'Days since the newest evidence must be a whole number from 1 to 730'],
    [{ newestWithinDays: 731 }, 'Days since the newest evidence must be a whole number from 1 to 730'],
  ])('case %#', (input, expected) => {
    expect(
      validateRecommendation(input)
        .map((problem) => problem.message)
        .join(' | '),
    ).toBe(expected);
  });
});
