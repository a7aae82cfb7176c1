import { type FieldProblem, formatDate, type IsoDate } from '@gt/contracts/words';

/** A plan looks some years back and ahead; any other year is a slip of the keyboard. */
export const PLAN_YEARS = { from: 2000, to: 2099 } as const;

/**
 * A real date in a year that nobody can have meant.
 * Example: 12 March 1926 gives "Check the year: 12 March 1926 is not between 2000 and 2099".
 */
export function checkYear(field: string, date: IsoDate): FieldProblem[] {
  const year = Number(date.slice(0, 4));
  if (year >= PLAN_YEARS.from && year <= PLAN_YEARS.to) return [];
  const message = `Check the year: ${formatDate(date)} is not between ${PLAN_YEARS.from} and ${PLAN_YEARS.to}`;
  return [{ field, message }];
}
