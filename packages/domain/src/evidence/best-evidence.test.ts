import { EVIDENCE_KINDS, EVIDENCE_STATES, isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import {
  BEST_ITEMS,
  bestEvidence,
  countsAsProof,
  type EnquiryItem,
  showsDifference,
  validateEnquiry,
} from './index.ts';

const today = isoDate('2026-03-12');
const item = (id: string, change: Partial<EnquiryItem> = {}): EnquiryItem => ({
  id,
  reference: id,
  kind: 'AUDIT',
  showsImpact: true,
  periodTo: isoDate('2026-02-28'),
  uploadedOn: isoDate('2026-03-02'),
  state: 'ACCEPTED',
  recommendations: ['R1'],
  ...change,
});
const order = (items: EnquiryItem[], chosen: string[] = []) =>
  bestEvidence(items, chosen, today)
    .map((best) => best.item.id)
    .join(' ');
const older = { periodTo: isoDate('2026-01-31') };

test.each<[string, EnquiryItem[], string[], string]>([
  ['nothing', [], [], ''],
  ['difference first', [item('E1', { showsImpact: false }), item('E2', older)], [], 'E2 E1'],
  [
    'another kind before the same',
    [item('E1'), item('E2'), item('E3', { kind: 'DATA', ...older })],
    [],
    'E1 E3 E2',
  ],
  ['newer first', [item('E1', older), item('E2')], [], 'E2 E1'],
  [
    'nearer to children',
    [item('E1', { kind: 'DATA' }), item('E2', { kind: 'CHILD_OR_FAMILY_VOICE' })],
    [],
    'E2 E1',
  ],
  [
    'only what counts',
    [item('E1', { state: 'SUBMITTED' }), item('E2', { supersededBy: 'E3' }), item('E3')],
    [],
    'E3',
  ],
  ['expired', [item('E1', { validUntil: isoDate('2026-03-11') })], [], ''],
  ['by hand first', [item('E1'), item('E2', { showsImpact: false, ...older })], ['E2'], 'E2 E1'],
  ['by hand, and gone since', [item('E1')], ['E9'], 'E1'],
])('%s', (_, items, chosen, expected) => {
  expect(order(items, chosen)).toBe(expected);
});

it('says why each is best', () => {
  const items = [
    item('E1', { recommendations: ['R1', 'R2'] }),
    item('E2', { kind: 'CHILD_OR_FAMILY_VOICE', periodTo: isoDate('2025-11-30') }),
    item('E3', older),
  ];
  expect(bestEvidence(items, ['E3'], today).map(({ item: { id }, why }) => [id, ...why])).toEqual([
    ['E3', 'Chosen by hand', 'Shows a difference for children', 'Speaks for 31 January 2026'],
    [
      'E2',
      'Shows a difference for children',
      'Speaks for 30 November 2025, over three months ago',
      'The only child or family voice among them',
    ],
    [
      'E1',
      'Shows a difference for children',
      'The newest of them: speaks for 28 February 2026',
      'Bears on 2 recommendations',
    ],
  ]);
});

it('offers three at most, only proof, in one order, and never activity while a difference is left', () => {
  const any = fc.record<EnquiryItem>({
    id: fc.uuid(),
    reference: fc.constant('E1'),
    kind: fc.constantFrom(...EVIDENCE_KINDS),
    showsImpact: fc.boolean(),
    periodTo: fc.option(
      fc.integer({ min: 0, max: 300 }).map((days) => addDays(today, -days)),
      { nil: null },
    ),
    uploadedOn: fc.integer({ min: 0, max: 300 }).map((days) => addDays(today, -days)),
    state: fc.constantFrom(...EVIDENCE_STATES),
    recommendations: fc.constant(['R1']),
  });
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 9 }), (items) => {
      const best = bestEvidence(items, [], today).map((one) => one.item);
      const proof = items.filter((one) => countsAsProof(one, today));
      expect(best).toHaveLength(Math.min(BEST_ITEMS, proof.length));
      expect(best.every((one) => proof.includes(one))).toBe(true);
      expect(bestEvidence([...items].reverse(), [], today).map((one) => one.item)).toEqual(best);
      const left = proof.filter((one) => !best.includes(one));
      if (left.some(showsDifference)) expect(best.every(showsDifference)).toBe(true);
    }),
  );
});

test.each([
  [{}, ''],
  [{ question: ' ' }, 'Enter what an inspector asks'],
  [{ recommendationIds: [] }, 'Choose at least one recommendation'],
  [{ evidenceIds: ['a', 'b', 'c', 'd'] }, 'Choose 3 items or fewer'],
])('a line of enquiry, case %#', (change, expected) => {
  const line = {
    question: 'How do you know?',
    note: '',
    recommendationIds: ['r'],
    evidenceIds: ['a'],
    ...change,
  };
  expect(
    validateEnquiry(line)
      .map(({ message }) => message)
      .join(),
  ).toBe(expected);
});
