import { isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mask, screenCell, screenText } from './index.ts';
import { isNhsNumber } from './nhs-number.ts';
import { isPupilNumber } from './pupil-number.ts';

const today = isoDate('2026-03-12');
const told = (text: string, options = {}) =>
  screenText(text, { today, ...options }).map(({ kind, level, at, length }) => {
    const words = text.slice(at, at + length);
    return `${kind} ${level} ${words}`;
  });

describe('numbers with a check digit', () => {
  test.each([
    ['NHS number 943 476 5919', ['NHS_NUMBER LIKELY 943 476 5919']],
    ['His number is 9434765919, says the NHS', ['NHS_NUMBER LIKELY 9434765919']],
    ['943-476-5919', ['NHS_NUMBER POSSIBLE 943-476-5919']],
    ['401 023 2137', ['NHS_NUMBER LIKELY 401 023 2137']],
    [
      'numbers:943 476 5919,401 023 2137',
      ['NHS_NUMBER POSSIBLE 943 476 5919', 'NHS_NUMBER LIKELY 401 023 2137'],
    ],
    ['9434765919,4010232137,1', ['NHS_NUMBER POSSIBLE 9434765919', 'NHS_NUMBER LIKELY 4010232137']],
    ['943 476 5918', []],
    ['4444444444', []],
    ['NHS number 999 000 0000', []],
    ['ISBN 4-00-310101-4 or ISBN 4010232137', []],
    ['Invoice no. 4010232137', []],
    ['Invoice no. 4010232137 (NHS)', ['NHS_NUMBER LIKELY 4010232137']],
    ['£4010232137 and 40102321371 and A4010232137 and 4010232137.50', []],
    ['B801200005001', ['UPN LIKELY B801200005001']],
    ['A801200005001', []],
    ['xB801200005001 and B8012000050011', []],
    ['AB123456C', ['NI_NUMBER LIKELY AB123456C']],
    ['AB 12 34 56 C', ['NI_NUMBER LIKELY AB 12 34 56 C']],
    ['ab123456c', ['NI_NUMBER LIKELY ab123456c']],
    ['QQ 12 34 56 A', []],
    ['BG123456A, GB123456A, KN123456A, ZZ123456A', []],
    ['DA123456A and AO123456A and AB123456E', []],
    ['The home SC123456 A second home', []],
  ] as const)('%s', (text, expected) => expect(told(text)).toEqual(expected));

  test('of all ten-digit endings of one stem exactly one in ten or none is valid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (stem) => {
        const valid = Array.from({ length: 10 }, (_, last) => `${stem}${last}`).filter(isNhsNumber);
        return valid.length <= 1;
      }),
    );
  });

  test('exactly one letter makes twelve digits a pupil number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), (digits) => {
        const letters = [...'ABCDEFGHJKLMNPQRTUVWXYZ'];
        return letters.filter((letter) => isPupilNumber(letter + digits)).length === 1;
      }),
    );
  });
});

describe('postcodes, dates of birth, names and contacts', () => {
  test.each([
    ['near B1 1AA today', ['POSTCODE POSSIBLE B1 1AA']],
    ['12 Acacia Road, Birmingham B1 1AA', ['POSTCODE LIKELY B1 1AA']],
    ['Ms Brook, sw1a 2aa', ['POSTCODE LIKELY sw1a 2aa']],
    ['EC1A 1BB and W1A 0AX and M1 1AE and B33 8TH and CR2 6XH and DN55 1PT and GIR 0AA', 7],
    ['QA1 1AA and B1 1CA and R3 2AB and B1 1AAA', []],
    ['in the e1 2nd round', []],
    ['DOB 12/03/2015', ['DATE_OF_BIRTH LIKELY DOB 12/03/2015']],
    ['d.o.b.: 3/4/15', ['DATE_OF_BIRTH LIKELY d.o.b.: 3/4/15']],
    ['born on 3 April 2012', ['DATE_OF_BIRTH LIKELY born on 3 April 2012']],
    ['Date of birth: 2015-04-03', ['DATE_OF_BIRTH LIKELY Date of birth: 2015-04-03']],
    ['DOB 12/03/1965', ['DATE_OF_BIRTH POSSIBLE DOB 12/03/1965']],
    ['DOB 31/02/2015 and born in 2019 and DOB 12/03/2027', []],
    ['due 12/03/2015, newborn 3 April 2012', []],
    ['Ella, aged 7, moved', ['NAME_AND_AGE LIKELY Ella, aged 7']],
    ['J.S. (7 years old)', ['NAME_AND_AGE LIKELY J.S. (7 years old']],
    ['Child A is 7 years old', ['NAME_AND_AGE LIKELY Child A is 7 years old']],
    ['Children aged 7 and boys, aged 9', []],
    ['Ella Brook, aged 7 to 11', []],
    ['Priya, who is 16 years old', ['NAME_AND_AGE LIKELY Priya, who is 16 years old']],
    ['The manager has 7 years of experience; in March 5 years ago', []],
    ['call 07700 900123', ['PHONE LIKELY 07700 900123']],
    ['call 0121 496 0123 or +44 20 7946 0123', 2],
    ['ella@gmail.com', ['EMAIL LIKELY ella@gmail.com']],
    ['head@northmoor.gov.uk', ['EMAIL POSSIBLE head@northmoor.gov.uk']],
    ['three of the children', ['SMALL_COUNT POSSIBLE three of the children']],
    ['5 care leavers', ['SMALL_COUNT POSSIBLE 5 care leavers']],
    ['12 children, 1,005 pupils, 45 families, 3.5 children', []],
  ] as const)('%s', (text, expected) => {
    const found = told(text);
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found).toEqual(expected);
  });

  test('what the trust has set is reckoned with', () => {
    expect(told('B1 1AA and b11aa', { offices: ['B1 1AA'] })).toEqual([]);
    expect(told('CS-1234567 and CS-12345678', { caseNumber: 'CS-#######' })).toEqual([
      'CASE_NUMBER LIKELY CS-1234567',
    ]);
    expect(told('lead@trust.com', { ownDomains: ['TRUST.com'] })).toEqual(['EMAIL POSSIBLE lead@trust.com']);
  });

  test('a column of dates of birth needs no keyword', () => {
    expect(screenCell('DOB', '03/04/2015', { today }).map(({ kind }) => kind)).toEqual(['DATE_OF_BIRTH']);
    expect(screenCell('Due', '03/04/2015', { today })).toEqual([]);
  });

  test('what is found is told without being given away', () => {
    expect(mask('943 476 5919')).toBe('94• ••• ••19');
    expect(mask('B1 1AA')).toBe('B1 •AA');
    expect(mask('Ella')).toBe('••••');
  });
});

/** A made-up sequence that is the same on every run: Lehmer's generator, modulus 2³¹ − 1. */
function sequence(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Lines that look like personal data and are none; the first number is the chance of passing a check digit. */
const LOOK_ALIKES: Record<string, { chance: number; line: (next: (below: number) => number) => string }> = {
  'invoice and order numbers': {
    chance: 0,
    line: (next) => `Invoice no. ${digits(next, 10)} for order ${digits(next, 8)}, PO ${digits(next, 6)}`,
  },
  'bare ten digits': { chance: 1 / 11, line: (next) => `Ref ${digits(next, 10)} is filed` },
  'thirteen signs': { chance: 1 / 23, line: (next) => `Asset B${digits(next, 12)} is insured` },
  'paragraph references': {
    chance: 0,
    line: (next) =>
      `See paragraphs ${1 + next(90)}, ${1 + next(90)} and ${1 + next(90)}, and R${1 + next(17)}.A${1 + next(40)}`,
  },
  'Ofsted URNs': {
    chance: 0,
    line: (next) => `URN ${80_000 + next(60_000)}, home SC${digits(next, 6)}, EY${digits(next, 6)}`,
  },
  ISBNs: {
    chance: 0,
    line: (next) =>
      `ISBN 978-${next(10)}-${digits(next, 2)}-${digits(next, 6)}-${next(10)}, ISBN ${digits(next, 10)}`,
  },
  'dates that are no birth dates': {
    chance: 0,
    line: (next) =>
      `Inspected from ${1 + next(28)} March 20${10 + next(17)}, due ${1 + next(28)}/0${1 + next(9)}/20${10 + next(17)}, Q${1 + next(4)} 20${10 + next(17)}`,
  },
  'sums and shares': {
    chance: 0,
    line: (next) =>
      `£${digits(next, 7)}.${digits(next, 2)}, ${next(100)}.${next(10)} %, ${1 + next(9)},${digits(next, 3)},${digits(next, 3)}`,
  },
  'times and spans': {
    chance: 0,
    line: (next) =>
      `At ${next(24)}:${digits(next, 2)}, within ${6 + next(40)} working days, s${1 + next(80)} of the Act, ages ${next(5)}-${6 + next(12)}`,
  },
};
function digits(next: (below: number) => number, count: number): string {
  return Array.from({ length: count }, () => next(10)).join('');
}

describe('look-alikes', () => {
  test.each(Object.entries(LOOK_ALIKES))('%s', (_, { chance, line }) => {
    const next = sequence(20_181_204);
    const lines = Array.from({ length: 1_500 }, () => line(next));
    const alarms = lines.filter((text) => screenText(text, { today }).length > 0);
    if (chance === 0) expect(alarms).toEqual([]);
    // Three standard deviations around the stated chance: neither more alarms, nor a rule that never fires.
    const spread = 3 * Math.sqrt(lines.length * chance * (1 - chance));
    expect(Math.abs(alarms.length - lines.length * chance)).toBeLessThanOrEqual(spread);
  });

  test('any text, however odd, is looked through without a fault, and findings never overlap', () => {
    const sign = fc.constantFrom(
      ...'0123456789ABDQabe .-/@+(£\n',
      'NHS ',
      'DOB ',
      'aged ',
      'é',
      '\u00a0',
      '🙂',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 200 }), (text) => {
        const found = screenText(text, { today });
        return found.every(
          ({ at, length }, index) => at >= endOf(found[index - 1]) && at + length <= text.length,
        );
      }),
      { numRuns: 500 },
    );
  });
});

const endOf = (finding: { at: number; length: number } | undefined) =>
  finding ? finding.at + finding.length : 0;
