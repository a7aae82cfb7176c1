import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { ledgerWords } from './ledger-words.ts';
import { rateItem, reasonOf } from './rate-item.ts';

const item = { rag: 'AMBER', calculatedRag: 'RED', status: 'IN_PROGRESS', actionVersion: 4 } as const;
const RULE = '6 days past its due date of 12 March 2026';
const message = (...args: Parameters<typeof rateItem>) => {
  const rated = rateItem(...args);
  return rated.ok ? '' : rated.message;
};

test('the note is the reason, and better than the rule it is the explanation too', () => {
  expect(rateItem(item, 'RED', ' Two assessors left. ', RULE)).toEqual({
    ok: true,
    rating: { actionVersion: 4, rag: 'RED', ragReason: 'Two assessors left.' },
  });
  expect(rateItem(item, 'GREEN', 'The panel sits tomorrow.', RULE)).toMatchObject({
    rating: { ragReason: 'The panel sits tomorrow.', mismatchReason: 'The panel sits tomorrow.' },
  });
  // Worse than the rule needs no second word.
  const worse = rateItem({ ...item, calculatedRag: 'GREEN' }, 'RED', 'Two left.', RULE);
  expect(worse).toEqual({ ok: true, rating: { actionVersion: 4, rag: 'RED', ragReason: 'Two left.' } });
});

test('a note that does not say enough is refused with what it must say', () => {
  expect(message(item, 'RED', ' ', RULE)).toBe('Say why the rating changes from At risk to Off track');
  expect(message(item, 'GREEN', 'Soon', RULE)).toBe('The explanation must be at least 10 characters.');
  expect(message({ ...item, status: 'CLOSED' }, 'RED', 'Two assessors left.', RULE)).toContain('is closed');
  expect(message({ ...item, status: null, actionVersion: null }, 'RED', 'x', RULE)).toContain('no colour');
});

test('a long note stays whole where it stands, and as a reason ends with its beginning', () => {
  expect(reasonOf('x'.repeat(1_000))).toHaveLength(1_000);
  const short = reasonOf('word '.repeat(300));
  expect(short.length).toBeLessThanOrEqual(1_000);
  expect(short.endsWith('word…')).toBe(true);
});

test('the date line tells what became of a date, on whose word, and how late it is', () => {
  const revision = (
    fromDate: string | null,
    toDate: string,
    agreedBy: 'NONE' | 'LEAD' | 'BOARD',
    agreedOn = '',
  ) => ({ fromDate, toDate, agreedBy, agreedOn: agreedOn || null, isSlip: false }) as never;
  const action: Parameters<typeof ledgerWords>[0] = {
    status: 'IN_PROGRESS',
    dueDate: isoDate('2026-03-12'),
    originalDueDate: isoDate('2026-01-31'),
    dateRevisions: [
      revision(null, '2026-01-31', 'NONE'),
      revision('2026-01-31', '2026-02-28', 'LEAD'),
      revision('2026-02-28', '2026-03-12', 'BOARD', '2026-03-03'),
    ],
  };
  expect(ledgerWords(action, isoDate('2026-03-18'))).toBe(
    'due 12 March 2026, was 31 January 2026, moved twice, agreed by the board of 3 March 2026; 6 days overdue',
  );
  expect(
    ledgerWords({ ...action, dateRevisions: action.dateRevisions.slice(0, 2) }, isoDate('2026-03-01')),
  ).toBe('due 12 March 2026, was 31 January 2026, moved once, agreed by the programme lead');
  expect(ledgerWords({ ...action, dueDate: null, dateRevisions: [] }, isoDate('2026-03-01'))).toBe(
    'no due date',
  );
});
