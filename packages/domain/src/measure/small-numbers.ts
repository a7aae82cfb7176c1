/** Units that are no count of people: a rate, a share, a length of time, money. */
const NO_COUNT =
  /%|£|\bper\b|\bdays?\b|\bweeks?\b|\bmonths?\b|\bhours?\b|\byears?\b|\brate\b|\bratio\b|\bscore\b/i;

/**
 * Whether a figure is a count so small that it may tell who is meant. Nought tells nobody, six and more are taken as
 * enough; a percentage or a number of days is no count of people.
 * Source: counts of 1 to 5 may identify a child (the Department for Education's suppression rule): warn.
 * Example: 3 with the unit "children" is small; 3 with the unit "days" is not.
 */
export function isSmallCount(value: number, unit: string): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 5 && !NO_COUNT.test(unit);
}

/** What is said beside a small count. */
export const SMALL_COUNT_WARNING =
  'Counts of 1 to 5 may show who is meant. Use a percentage, or a longer period or wider group, before this is published.';
