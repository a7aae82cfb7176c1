import { type Finding, findAll, isInsideWord } from './finding.ts';

/** The six digits, in one piece or in pairs; the letters around them are looked at apart. */
const DIGITS = /\d\d([ -]?)\d\d\1\d\d/g;
const PREFIX = /([A-Za-z]{2})([ -]?)$/;
const SUFFIX = /^([ -]?)([A-Da-d])/;
const NEVER = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ']);

/**
 * Whether two letters begin National Insurance numbers: D, F, I, Q, U and V are never first or second, O is never
 * second, and seven pairs are never issued. Source: HMRC, NIM39110. Example: "AB" does, "QQ" does not.
 */
export function isInsurancePrefix(letters: string): boolean {
  return /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]$/.test(letters) && !NEVER.has(letters);
}

/**
 * National Insurance numbers: in one piece ("AB123456C"), or with spaces or hyphens throughout ("AB 12 34 56 C",
 * "AB 123456 C"), so that "SC123456 a home" is none. There is no check digit, so letters of mixed case, which nobody
 * writes, are not taken for one.
 */
export function findInsuranceNumbers(text: string): Finding[] {
  return findAll(text, DIGITS, ({ 0: digits, 1: within = '', index }) => {
    const end = index + digits.length;
    const before = PREFIX.exec(text.slice(Math.max(0, index - 3), index));
    const after = before && SUFFIX.exec(text.slice(end, end + 2));
    if (!before || !after) return null;
    const [letters = '', gap = ''] = [before[1], before[2]];
    if (after[1] !== gap || (within !== '' && within !== gap)) return null;
    const [at, length] = [index - before[0].length, before[0].length + digits.length + after[0].length];
    const signs = `${letters}${after[2]}`;
    const isOneCase = signs === signs.toUpperCase() || signs === signs.toLowerCase();
    if (!isOneCase || !isInsurancePrefix(letters.toUpperCase()) || isInsideWord(text, at, at + length))
      return null;
    return {
      kind: 'NI_NUMBER',
      level: 'LIKELY',
      why: 'Has the form of a National Insurance number',
      at,
      length,
    };
  });
}
