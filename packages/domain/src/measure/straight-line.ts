import type { IsoDate, MeasureFrequency } from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import type { Figure } from './movement.ts';
import { nextPeriodEnd } from './reporting-period.ts';

/** More values than this are no help: the line is then proposed at longer steps. */
const MOST_PROPOSED = 24;
const LONGER: readonly MeasureFrequency[] = ['WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'];

/**
 * The straight way from baseline to target, a value at the end of each period between them; at longer periods when
 * there would be more than two dozen. Whole numbers stay whole where both ends are, and the unit is no percentage.
 * Null while an end or its day is missing.
 * Example: 60 % on 31 March, 90 % on 30 June, monthly: 69.9 % on 30 April and 80.1 % on 31 May.
 */
export function straightLine(aim: {
  unit: string;
  baseline: number | null;
  baselineDate: IsoDate | null;
  target: number | null;
  targetDate: IsoDate | null;
  frequency: MeasureFrequency;
}): Figure[] | null {
  const { unit, baseline, baselineDate, target, targetDate, frequency } = aim;
  if (baseline === null || baselineDate === null || target === null || targetDate === null) return null;
  const isWhole = unit !== '%' && Number.isInteger(baseline) && Number.isInteger(target);
  const scale = isWhole ? 1 : 10;
  const length = daysBetween(baselineDate, targetDate);
  const steps = LONGER.slice(LONGER.indexOf(frequency)).map((step) =>
    endsBetween(baselineDate, targetDate, step),
  );
  const days = steps.find((ends) => ends.length <= MOST_PROPOSED) ?? steps.at(-1) ?? [];
  return days.map((date) => {
    const value = baseline + ((target - baseline) * daysBetween(baselineDate, date)) / length;
    return { date, value: Math.round(value * scale) / scale };
  });
}

function endsBetween(from: IsoDate, to: IsoDate, frequency: MeasureFrequency): IsoDate[] {
  const ends: IsoDate[] = [];
  for (
    let end = nextPeriodEnd(from, frequency);
    end < to && ends.length < 600;
    end = nextPeriodEnd(end, frequency)
  )
    ends.push(end);
  return ends;
}
