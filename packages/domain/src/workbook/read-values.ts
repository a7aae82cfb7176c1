import type { Priority } from '@gt/contracts/words';

/** "45%", "0.45" and "45" are 45; null for words. More than 100 or less than 0 is no share of anything. */
export function percentOf(text: string): number | null {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*(%|per ?cent)?(?:\s*complete)?$/i.exec(text.trim());
  if (!match) return null;
  const value = Number(match[1]);
  const share = match[2] === undefined && value <= 1 && text.includes('.') ? value * 100 : value;
  const whole = Math.round(share);
  return whole <= 100 ? whole : null;
}

const PRIORITY_WORDS: readonly (readonly [RegExp, Priority])[] = [
  [/urgent|critical|immediate|very high/i, 'URGENT'],
  [/^h(?:igh)?$|^high\b|^(?:p(?:riority)? ?)?1$/i, 'HIGH'],
  [/^m(?:ed(?:ium)?)?$|^medium\b|^(?:p(?:riority)? ?)?2$/i, 'MEDIUM'],
  [/^l(?:ow)?$|^low\b|^(?:p(?:riority)? ?)?3$/i, 'LOW'],
];

export function priorityOf(text: string): Priority | null {
  return PRIORITY_WORDS.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? null;
}

/** Words in a cell of owners that name nobody. */
const NOBODY = /^(?:tbc|tbd|t\.b\.c\.?|n\/?a|none|vacant|all|-+|–|\?)$/i;

/**
 * Everybody that a cell of owners names, by initials, name or post, in its order.
 * Example: "JS / AB & Head of MASH" is JS, AB and Head of MASH; "Head of Fostering and Adoption" stays one post.
 */
export function splitOwners(text: string): string[] {
  const parts = text
    .split(/[;\n/|]|,(?!\s*(?:and|&)\s)|\s&\s|\s\+\s/)
    .flatMap((part) => splitInitials(part))
    .map((part) => part.replace(/^(?:and|lead|owner|supported by|support)\b[:\s]*/i, '').trim())
    .filter((part) => part !== '' && !NOBODY.test(part));
  return [...new Set(parts)];
}

/** "JS and AB" are two; "Quality and performance manager" is one: only initials are parted at an "and". */
function splitInitials(part: string): string[] {
  const plain = part.trim();
  if (
    !/^[A-Z]{2,4}(?:\s+(?:and\s+)?[A-Z]{2,4})+$/.test(plain) &&
    !/^[A-Z]{2,4} and [A-Z]{2,4}$/.test(plain)
  ) {
    return [plain];
  }
  return plain.split(/\s+/).filter((word) => word !== 'and');
}

/** "A.B." and "ab" are AB; null for what is longer than initials are. */
export function initialsOf(text: string): string | null {
  const letters = text.replace(/[.\s]/g, '');
  return /^[A-Za-z]{2,4}$/.test(letters) && (letters === letters.toUpperCase() || text.includes('.'))
    ? letters.toUpperCase()
    : null;
}
