import { type FieldProblem, formatDate, type IsoDate, isIsoDate } from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import { type Figure, inOrder, type MeasureAim } from './movement.ts';
import { checkFigure } from './validate-measure.ts';
import { differenceWords, roundFigure, valueWords } from './value-words.ts';

/** The most planned values of one measure: monthly for five years. */
export const PLANNED_LIMIT = 60;

type Way = Pick<MeasureAim, 'unit' | 'direction' | 'baseline' | 'baselineDate' | 'target'> & {
  targetDate: IsoDate | null;
};

export type TrajectoryPosition = {
  /** NONE: no trajectory is planned, no figure is in, or the newest one is of a day outside it. */
  position: 'NONE' | 'AHEAD' | 'ON' | 'BEHIND';
  /** What was planned for the day of the newest figure. */
  planned: number | null;
  /** In the measure's unit, never negative. */
  distance: number | null;
  /** '' for NONE. */
  words: string;
};

const NONE: TrajectoryPosition = { position: 'NONE', planned: null, distance: null, words: '' };

/**
 * Where the newest figure stands against what was planned for its day. Between two planned values the plan is the
 * straight line; baseline and target, with their days, are its ends. Without planned values nothing is assumed.
 * Source: distance from where we should be by now, which a distance from the final target hides.
 * Example: planned 70 % for 30 June and 76 % for 31 December, 72 % on 30 September: planned were 73 %, so
 * "1 percentage point behind the trajectory (73 % planned for 30 September 2026)".
 */
export function trajectoryPosition(
  latest: Figure | null,
  aim: Way,
  planned: readonly Figure[],
): TrajectoryPosition {
  if (!latest || planned.length === 0) return NONE;
  const due = plannedOn(latest.date, trajectoryLine(aim, planned));
  if (due === null) return NONE;
  const difference = roundFigure(
    aim.direction === 'HIGHER_IS_BETTER' ? latest.value - due : due - latest.value,
  );
  const of = `(${valueWords(due, aim.unit)} planned for ${formatDate(latest.date)})`;
  const distance = Math.abs(difference);
  if (difference === 0) return { position: 'ON', planned: due, distance, words: `On the trajectory ${of}` };
  const isAhead = difference > 0;
  return {
    position: isAhead ? 'AHEAD' : 'BEHIND',
    planned: due,
    distance,
    words: `${differenceWords(distance, aim.unit)} ${isAhead ? 'ahead of' : 'behind'} the trajectory ${of}`,
  };
}

/** The planned values with baseline and target at the ends, oldest first; empty without planned values. */
export function trajectoryLine(aim: Way, planned: readonly Figure[]): Figure[] {
  if (planned.length === 0) return [];
  const { baseline, baselineDate, target, targetDate } = aim;
  return inOrder([
    ...(baseline !== null && baselineDate !== null ? [{ date: baselineDate, value: baseline }] : []),
    ...planned,
    ...(target !== null && targetDate !== null ? [{ date: targetDate, value: target }] : []),
  ]);
}

/** After its end the plan is what it ended with; before its beginning nothing was planned. */
function plannedOn(date: IsoDate, line: readonly Figure[]): number | null {
  const before = line.findLast((one) => one.date <= date);
  if (!before) return null;
  const after = line.find((one) => one.date > date);
  if (!after) return before.value;
  const share = daysBetween(before.date, date) / daysBetween(before.date, after.date);
  return Math.round((before.value + (after.value - before.value) * share) * 10) / 10;
}

/**
 * Everything wrong with planned values, one sentence each: each day once, after the baseline's and before the
 * target's.
 */
export function validatePlanned(planned: readonly Figure[], aim: Way): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const field = 'planned';
  const say = (message: string) => problems.push({ field, message });
  if (planned.length > PLANNED_LIMIT)
    say(`Plan at most ${PLANNED_LIMIT} values; these are ${planned.length}`);
  const seen = new Set<IsoDate>();
  for (const { date, value } of planned.slice(0, PLANNED_LIMIT)) {
    if (!isIsoDate(date)) {
      say('Each planned value needs a real date, such as 31 March 2027');
      continue;
    }
    const day = formatDate(date);
    if (seen.has(date)) say(`${day} stands twice`);
    seen.add(date);
    if (aim.baselineDate !== null && date <= aim.baselineDate)
      say(`${day} is not after the day of the baseline, ${formatDate(aim.baselineDate)}`);
    if (aim.targetDate !== null && date >= aim.targetDate)
      say(`${day} is not before the day of the target, ${formatDate(aim.targetDate)}`);
    problems.push(...checkFigure(field, value, `The value planned for ${day}`));
  }
  return problems;
}
