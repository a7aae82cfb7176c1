import { isoDate, type ScreeningOutcome } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import {
  checkJustification,
  decideScreening,
  justifyScreening,
  mayLeave,
  officePostcodesOf,
  type Screened,
  screeningStanding,
  screeningWords,
  screenText,
  validateScreeningSettings,
} from './index.ts';

const screened = (more: Partial<Screened> = {}): Screened => ({
  outcome: 'NOTHING_FOUND' as ScreeningOutcome,
  total: 0,
  likely: 0,
  unread: [],
  answer: 'NONE',
  ...more,
});
const found = (more: Partial<Screened> = {}) => screened({ outcome: 'FOUND', total: 3, likely: 2, ...more });

describe('how a file stands', () => {
  test.each([
    [null, 'NOT_SCREENED', false],
    [screened(), 'NOTHING_FOUND', true],
    [screened({ outcome: 'COULD_NOT_SCREEN', unread: ['It is a scan.'] }), 'TO_SETTLE', false],
    [screened({ outcome: 'COULD_NOT_SCREEN' }), 'TO_SETTLE', false],
    [found({ total: 1, likely: 0 }), 'POSSIBLE', true],
    [found({ total: 1, likely: 0, unread: ['Page 3 has no text.'] }), 'TO_SETTLE', false],
    [found(), 'TO_SETTLE', false],
    [found({ answer: 'JUSTIFIED' }), 'JUSTIFIED', false],
    [found({ answer: 'REFUSED' }), 'REFUSED', false],
    [found({ answer: 'ALLOWED' }), 'ALLOWED', true],
  ] as const)('%j is %s', (result, standing, leaves) => {
    expect(screeningStanding(result)).toBe(standing);
    expect(mayLeave(standing)).toBe(leaves);
  });

  test.each([
    [null, 'It has not been screened yet.'],
    [screened(), 'Nothing was found that identifies somebody.'],
    [screened({ outcome: 'COULD_NOT_SCREEN' }), 'It could not be screened, so nobody can say what is in it.'],
    [found(), 'Screening found 2 things that identify somebody, and 1 to be looked at.'],
    [found({ total: 1, likely: 1 }), 'Screening found 1 thing that identifies somebody.'],
    [
      found({ total: 2, likely: 0, unread: ['…'] }),
      'Screening found 2 things to be looked at. Not all of it could be read.',
    ],
  ])('%j: “%s”', (result, words) => expect(screeningWords(result)).toBe(words));
});

const WHY = 'It is the example number that every leaflet prints.';
const OTHER = {
  userId: 'v',
  uploadedById: 'u',
  versionsUploadedBy: [],
  actionOwnerIds: [],
  updateAuthorIds: [],
};

describe('settling what was found', () => {
  test('takes a sentence', () => {
    expect(checkJustification(WHY)).toEqual([]);
    for (const words of ['', '  ', 'Fine', 'It is all fine', 'x'.repeat(2_001)]) {
      expect(checkJustification(words)).toHaveLength(1);
    }
  });

  test.each([
    ['TO_SETTLE', true, true],
    ['REFUSED', true, true],
    ['TO_SETTLE', false, false],
    ['JUSTIFIED', true, false],
    ['ALLOWED', true, false],
    ['NOTHING_FOUND', true, false],
    ['NOT_SCREENED', true, false],
  ] as const)('%s, newest %s: may be justified %s', (standing, isNewest, ok) => {
    expect(justifyScreening({ standing, isNewest, justification: WHY }).ok).toBe(ok);
  });

  test.each([
    ['JUSTIFIED', 'ALLOWED', '', OTHER, 'ok'],
    ['JUSTIFIED', 'REFUSED', 'Page 2 names a school.', OTHER, 'ok'],
    ['JUSTIFIED', 'REFUSED', '', OTHER, 'INVALID'],
    ['ALLOWED', 'REFUSED', 'Page 2 names a school.', OTHER, 'ok'],
    ['ALLOWED', 'ALLOWED', '', OTHER, 'NOT_OPEN'],
    ['TO_SETTLE', 'ALLOWED', '', OTHER, 'NOT_OPEN'],
    ['JUSTIFIED', 'ALLOWED', '', { ...OTHER, userId: 'j' }, 'NOT_INDEPENDENT'],
    ['JUSTIFIED', 'ALLOWED', '', { ...OTHER, userId: 'u' }, 'NOT_INDEPENDENT'],
    ['JUSTIFIED', 'ALLOWED', '', { ...OTHER, actionOwnerIds: ['v'] }, 'NOT_INDEPENDENT'],
  ] as const)('%s → %s “%s” by %j: %s', (standing, decision, note, independence, ending) => {
    const decided = decideScreening({
      standing,
      isNewest: true,
      decision,
      note,
      justifiedById: 'j',
      independence,
    });
    expect(decided.ok ? 'ok' : decided.code).toBe(ending);
  });
});

describe('what an installation sets', () => {
  test('postcodes are kept as they are written, each once', () => {
    expect(officePostcodesOf(['b11aa', 'B1 1AA ', '', 'sw1a  2aa'])).toEqual(['B1 1AA', 'SW1A 2AA']);
    expect(
      validateScreeningSettings({ officePostcodes: ['B1 1AA', 'B1'], caseNumberShape: '' }),
    ).toMatchObject([{ field: 'officePostcodes' }]);
  });

  test.each([
    ['', true],
    ['CS-#######', true],
    ['####/##', true],
    ['LCS ####.##', true],
    ['##', false],
    ['###-A', false],
    ['(#+)+####', false],
    ['####\\d', false],
    ['####|####', false],
    ['-####', false],
    ['#'.repeat(31), false],
  ])('shape “%s”: %s', (caseNumberShape, ok) => {
    expect(validateScreeningSettings({ officePostcodes: [], caseNumberShape }).length === 0).toBe(ok);
  });

  test('a shape means its signs and nothing else', () => {
    const kinds = (text: string, caseNumber: string) =>
      screenText(text, { today: isoDate('2026-03-12'), caseNumber }).map(({ kind }) => kind);
    expect(kinds('LCS 1234.56', 'LCS ####.##')).toEqual(['CASE_NUMBER']);
    expect(kinds('LCS 1234x56', 'LCS ####.##')).toEqual([]);
  });
});
