import type { FieldProblem } from '@gt/contracts/words';
import { checkFigure } from './validate-measure.ts';
import { numberWords, valueWords } from './value-words.ts';

/** What a figure was worked out from. */
export type Share = { numerator: number; denominator: number };

/**
 * What one part in a whole is in this unit: 100 for "%", 10,000 for "per 10,000 children"; null for a unit that no two
 * counts give.
 */
export function partsOf(unit: string): number | null {
  if (unit === '%') return 100;
  const per = /^per (\d{1,3}(?:,\d{3})+|\d+)\b/i.exec(unit.trim());
  return per ? Number((per[1] ?? '').replace(/,/g, '')) : null;
}

/**
 * The figure that two counts give, to one decimal as statistics print it; null when the unit has none.
 * Example: 45 of 60 in "%" is 75; 2 of 3 is 66.7.
 */
export function shareValue({ numerator, denominator }: Share, unit: string): number | null {
  const parts = partsOf(unit);
  if (parts === null || denominator <= 0) return null;
  return Math.round((numerator / denominator) * parts * 10) / 10;
}

/** What is wrong with two counts, by field; a count that is missing beside the other is. */
export function checkShare(
  { numerator, denominator }: { numerator: number | null; denominator: number | null },
  unit: string,
): FieldProblem[] {
  if (numerator === null && denominator === null) return [];
  if (numerator === null)
    return [{ field: 'numerator', message: 'Enter how many of them, or leave both counts empty' }];
  if (denominator === null)
    return [{ field: 'denominator', message: 'Enter out of how many, or leave both counts empty' }];
  const problems = [
    ...checkFigure('numerator', numerator, 'The count'),
    ...checkFigure('denominator', denominator, 'Out of how many'),
  ];
  if (problems.length > 0) return problems;
  if (denominator <= 0)
    return [{ field: 'denominator', message: 'Out of how many must be more than nought' }];
  if (numerator < 0) return [{ field: 'numerator', message: 'The count must be nought or more' }];
  return unit === '%' && numerator > denominator
    ? [
        {
          field: 'numerator',
          message: `${numberWords(numerator)} of ${numberWords(denominator)} is more than all of them. Check which is which.`,
        },
      ]
    : [];
}

/** How far a typed percentage may lie from what its counts give: it was rounded to whole ones. */
const ROUNDED = 0.6;

/** Why a typed figure cannot be that of its counts; null when it can. */
export function shareMismatch(value: number, share: Share, unit: string): string | null {
  const worked = shareValue(share, unit);
  if (worked === null || Math.abs(worked - value) <= ROUNDED) return null;
  return `${valueWords(value, unit)} is typed, and ${shareWords(share)} is ${valueWords(worked, unit)}`;
}

/** Whether counts are so small, or so nearly all of them, that they may show who is meant. */
export function isSmallShare({ numerator, denominator }: Share): boolean {
  return [numerator, denominator, denominator - numerator].some((count) => count >= 1 && count <= 5);
}

/** "45 of 60". */
export function shareWords({ numerator, denominator }: Share): string {
  return `${numberWords(numerator)} of ${numberWords(denominator)}`;
}

/** Both counts of a figure, or null when one is missing. */
export function shareOf(point: { numerator?: number | null; denominator?: number | null }): Share | null {
  const { numerator = null, denominator = null } = point;
  return numerator === null || denominator === null ? null : { numerator, denominator };
}
