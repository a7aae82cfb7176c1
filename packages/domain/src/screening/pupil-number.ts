import { type Finding, findAll } from './finding.ts';

/** The check letters in order of their values, 0 to 22: I, O and S are left out. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const THIRTEEN = /(?<![\p{L}\p{N}_-])[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?![\p{L}\p{N}_-])/giu;

/**
 * Whether thirteen signs are a valid unique pupil number: a letter, eleven digits, and a digit (or, of a temporary
 * number, a letter). The sum of each value times its position, 2 to 13, mod 23 names the first letter. Of random
 * numbers 1 in 23 passes.
 * Source: Department for Education, "Unique pupil numbers (UPNs)". Example: B801200005001 is one, A801200005001 none.
 */
export function isPupilNumber(text: string): boolean {
  const signs = text.toUpperCase();
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(signs)) return false;
  const worth = (sign: string) => (/\d/.test(sign) ? Number(sign) : LETTERS.indexOf(sign));
  const sum = [...signs.slice(1)].reduce((total, sign, index) => total + worth(sign) * (index + 2), 0);
  return LETTERS[sum % 23] === signs[0];
}

export function findPupilNumbers(text: string): Finding[] {
  return findAll(text, THIRTEEN, (match) =>
    isPupilNumber(match[0])
      ? { kind: 'UPN', level: 'LIKELY', why: 'Passes the check of a unique pupil number' }
      : null,
  );
}
