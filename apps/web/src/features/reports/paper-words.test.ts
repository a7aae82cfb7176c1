import { isoDate } from '@gt/contracts/words';
import { describe, expect, it, test } from 'vitest';
import {
  countedFindings,
  missingWords,
  pagesWords,
  papersOf,
  placeWords,
  snapshotWords,
  standingWords,
  versionName,
  waitingWords,
} from './paper-words.ts';
import type { ReportRow } from './queries.ts';

const ROW: ReportRow = {
  id: 'id',
  planId: 'plan',
  kind: 'BOARD_REPORT',
  number: 1,
  versionNumber: 1,
  edition: 'INTERNAL',
  state: 'DRAFT',
  title: 'Board report',
  marking: 'OFFICIAL_SENSITIVE',
  reviewId: null,
  createdBy: { id: 'lead', name: 'Programme Lead' },
  createdAt: '2026-03-11T09:00:00.000Z',
  changedAt: '2026-03-12T14:05:00.000Z',
  issuedBy: null,
  issuedAt: null,
  submittedOn: null,
  failure: null,
  redactedAt: null,
  files: [],
  version: 1,
};

describe('papers', () => {
  it('hold their versions and editions, newest first', () => {
    const rows: ReportRow[] = [
      { ...ROW, id: 'old' },
      { ...ROW, id: 'public', versionNumber: 2, edition: 'PUBLIC' },
      { ...ROW, id: 'new', versionNumber: 2 },
      { ...ROW, id: 'second', number: 2 },
      { ...ROW, id: 'minutes', kind: 'MINUTES', number: 9 },
    ];
    const papers = papersOf(rows, 'BOARD_REPORT');
    expect(papers.map(({ name }) => name)).toEqual(['Board report 2', 'Board report 1']);
    expect(papers[1]?.newest.id).toBe('new');
    expect(papers[1]?.others.map(({ id }) => id)).toEqual(['public', 'old']);
    expect(papersOf(rows, 'STATEMENT_OF_ACTION')).toEqual([]);
  });

  test.each([
    [{}, 'Begun by Programme Lead, last changed on 12 March 2026 at 14:05'],
    [{ createdBy: null }, 'Last changed on 12 March 2026 at 14:05'],
    [{ state: 'ISSUING' }, 'Its files are being made'],
    [{ state: 'FAILED' }, 'Begun by Programme Lead, last changed on 12 March 2026 at 14:05'],
    [
      {
        state: 'ISSUED',
        issuedAt: '2026-03-13T10:00:00.000Z',
        issuedBy: { id: 'lead', name: 'Programme Lead' },
      },
      'Issued on 13 March 2026 by Programme Lead',
    ],
    [
      { state: 'ISSUED', issuedAt: '2026-03-13T10:00:00.000Z', submittedOn: '2026-03-16' },
      'Issued on 13 March 2026, submitted on 16 March 2026',
    ],
  ] as [Partial<ReportRow>, string][])('stand as %j', (patch, words) => {
    expect(standingWords({ ...ROW, ...patch })).toBe(words);
  });
});

test('names', () => {
  expect(versionName({ versionNumber: 2, edition: 'INTERNAL' })).toBe('Version 2');
  expect(versionName({ versionNumber: 2, edition: 'PUBLIC' })).toBe('Version 2, public edition');
  expect(snapshotWords({ number: 12, asAt: isoDate('2026-03-12') })).toBe('Snapshot 12, as at 12 March 2026');
  expect(snapshotWords({ number: 12, asAt: isoDate('2026-03-12'), reviewNumber: 9 })).toBe(
    'Snapshot 12, as at 12 March 2026 (review 9)',
  );
  expect(placeWords('Exceptions', 2, 9)).toBe('Exceptions is now section 2 of 9.');
  expect(missingWords(['COUNCIL', 'TRUST'])).toMatch(/approval of the council and the trust/);
});

test.each([
  [1, 'BOARD_REPORT', 'About 1 page of 4', false],
  [4, 'BOARD_REPORT', 'About 4 pages of 4', false],
  [5, 'BOARD_REPORT', 'About 5 pages, and a board reads 4', true],
  [12, 'STATEMENT_OF_ACTION', 'About 12 pages', false],
] as const)('%i pages of %s', (pages, kind, words, isTooLong) => {
  expect(pagesWords(pages, kind)).toEqual({ words, isTooLong });
});

test('findings', () => {
  expect(waitingWords([])).toMatch(/^No name/);
  expect(waitingWords([{ why: 'A councillor' }])).toMatch(/^Everything/);
  expect(waitingWords([{ why: '' }, { why: 'A councillor' }])).toMatch(/^1 thing that was found has to go/);
  expect(waitingWords([{ why: '' }, { why: ' ' }])).toMatch(/^2 things that were found have to go/);
  expect(countedFindings(0)).toMatch(/^No name/);
  expect(countedFindings(1)).toMatch(/1 name or small number was found/);
  expect(countedFindings(3)).toMatch(/3 names or small numbers were found/);
});
