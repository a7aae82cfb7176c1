import { endsWithin, type Finding, findAll } from './finding.ts';

/** Ten digits as they are written: in one piece, or 3-3-4 with one kind of space, hyphen or dot between. */
const TEN_DIGITS = /(?<![\p{L}\p{N}£$€#/._-])\d{3}([   .‐‑–-]?)\d{3}\1\d{4}(?![\p{L}\p{N}_%]|[./-]\d)/gu;
const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2] as const;
const NEAR = 40;
const NHS = /\bnhs\b/gi;
/** What introduces a number of another kind. The check digit of an ISBN-10 follows the same rule. */
const OTHER =
  /\b(?:isbn|issn|invoice|inv|order|purchase|po|account|acct|sort code|vat|ticket|receipt|tracking|quote|barcode|serial|tel|telephone|phone|mobile|fax)\b[^\p{L}\d\n]{0,12}(?:(?:no|number|ref|num)\b[^\p{L}\d\n]{0,6})?/giu;

/**
 * Whether ten digits are a valid NHS number: weights 10 to 2, r = sum mod 11, check digit 11 − r, 11 counts as 0 and
 * 10 is never issued; ten equal digits are none. Of random digits 1 in 11 passes.
 * Source: NHS Data Dictionary, NHS NUMBER. Example: 943 476 5919 is one.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}

/**
 * NHS numbers in a text. Likely in the ranges that are issued (400… to 799…) or with "NHS" within 40 characters; any
 * other number that passes the check is possible. What is introduced as another number ("Invoice no …", "ISBN …") is
 * none unless "NHS" stands beside it.
 */
export function findNhsNumbers(text: string): Finding[] {
  const isNhsNear = endsWithin(text, NHS);
  const isOther = endsWithin(text, OTHER);
  const kind = 'NHS_NUMBER';
  return findAll(text, TEN_DIGITS, ({ 0: words, index }) => {
    const digits = words.replace(/\D/g, '');
    if (!isNhsNumber(digits)) return null;
    if (isNhsNear(index - NEAR, index + words.length + NEAR)) {
      return { kind, level: 'LIKELY', why: 'Passes the check of an NHS number, and “NHS” stands beside it' };
    }
    if (isOther(index, index)) return null;
    const first = Number(digits[0]);
    return first >= 4 && first <= 7
      ? { kind, level: 'LIKELY', why: 'Passes the check of an NHS number, in the range that is issued' }
      : {
          kind,
          level: 'POSSIBLE',
          why: 'Passes the check of an NHS number, outside the range that is issued',
        };
  });
}
