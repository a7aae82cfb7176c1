import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { type Digest, type DigestItem, digestCounts, digestMail, keptParts } from './index.ts';

const item = (reference: string, more: Partial<DigestItem> = {}): DigestItem => ({
  reference,
  title: 'Recruit 12 mainstream carers',
  planId: 'one',
  planName: 'Northmoor ILACS plan',
  dueDate: null,
  ...more,
});
const digest: Digest = {
  parts: {
    DUE: { items: [item('R1.A1', { dueDate: isoDate('2026-03-12') })], total: 1 },
    OVERDUE: { items: [item('R3.A2', { dueDate: isoDate('2026-03-02') })], total: 1 },
    UPDATE_WANTED: { items: [item('R3.A2'), item('R1.A1')], total: 23 },
    RETURNED_EVIDENCE: { items: [item('E12', { title: 'Panel\nminutes ' })], total: 1 },
    EVIDENCE_QUESTION: { items: [item('E9', { title: 'Which weeks does it cover?' })], total: 2 },
    MENTIONS: { items: [item('R4.A1')], total: 1 },
  },
  reviews: [
    {
      planId: 'one',
      planName: 'Northmoor ILACS plan',
      words: 'Wednesday 11 March 2026, 10:00; updates by Tuesday 10 March, 17:00',
    },
    { planId: 'two', planName: 'SEND plan', words: 'Friday 13 March 2026, 09:00' },
  ],
};
const to = {
  isInside: true,
  today: isoDate('2026-03-09'),
  updateAddress: 'https://plan.example/my-updates',
  preferencesAddress: 'https://plan.example/account#digest',
};

describe('a digest to an address inside', () => {
  test('names what waits, the most pressing first, with when the review is', () => {
    expect(digestMail(digest, to)).toEqual({
      subject:
        'Golden Thread: 1 overdue, 1 due soon, 23 updates wanted, 1 returned, 2 questions to answer, 1 mention',
      text: `What waits for you on Monday 9 March 2026.

Update all of yours on one page; it takes about two minutes:
https://plan.example/my-updates

Overdue (1)
R3.A2 Recruit 12 mainstream carers, due 2 March 2026

Due soon (1)
R1.A1 Recruit 12 mainstream carers, due 12 March 2026

Update wanted before the review (23)
Review on Wednesday 11 March 2026, 10:00; updates by Tuesday 10 March, 17:00
R3.A2 Recruit 12 mainstream carers
R1.A1 Recruit 12 mainstream carers
and 21 more

Returned evidence (1)
E12 Panel minutes

Questions about evidence, to answer (2)
E9 Which weeks does it cover?
and 1 more

Where you were named (1)
R4.A1 Recruit 12 mainstream carers

--
Golden Thread sends this at most once a day, and only when something waits. Choose its days, its time and what is in it, or stop it:
https://plan.example/account#digest
`,
    });
  });

  test('says of which plan each is when there are several', () => {
    const items = [item('R1.A1'), item('R1.A1', { planId: 'two', planName: 'SEND plan' })];
    const { text } = digestMail({ ...digest, parts: { UPDATE_WANTED: { items, total: 2 } } }, to);
    expect(text).toContain('R1.A1 Recruit 12 mainstream carers (SEND plan)');
    expect(text).toContain('SEND plan: review on Friday 13 March 2026, 09:00');
  });
});

test('a digest to any other address carries references and counts, and nothing that was written', () => {
  const { subject, text } = digestMail(digest, { ...to, isInside: false });
  expect(text).toContain('Update wanted before the review (23)\nR3.A2, R1.A1\nand 21 more\n');
  expect(text).toContain('https://plan.example/my-updates');
  for (const word of ['carers', 'Northmoor', 'Panel', 'weeks', '10:00'])
    expect(subject + text).not.toContain(word);
});

test('what somebody leaves out is neither counted nor named', () => {
  expect(digestCounts(keptParts(digest.parts, ['UPDATE_WANTED', 'MENTIONS', 'DUE']))).toEqual({
    OVERDUE: 1,
    RETURNED_EVIDENCE: 1,
    EVIDENCE_QUESTION: 2,
  });
  expect(digestCounts({ DUE: { items: [], total: 0 } })).toEqual({});
});
