import {
  type FieldProblem,
  type IsoDate,
  isIsoDate,
  MEASURE_DIRECTIONS,
  MEASURE_FREQUENCIES,
  type MeasureDirection,
} from '@gt/contracts/words';
import { checkText } from '../wording/index.ts';
import { isSmallCount, SMALL_COUNT_WARNING } from './small-numbers.ts';
import { FIGURE_DECIMALS, numberWords, roundFigure, valueWords } from './value-words.ts';

/** Longest texts of a measure in characters, and the largest figure: what its column holds exactly. */
export const MEASURE_LIMITS = {
  name: 200,
  definition: 4_000,
  unit: 40,
  comment: 1_000,
  value: 1_000_000_000,
  firstDate: '2000-01-01' as IsoDate,
} as const;

/** A measure as typed; absent fields are not checked. */
export type MeasureInput = {
  name?: string;
  definition?: string;
  unit?: string;
  direction?: string;
  baseline?: number | null;
  baselineDate?: IsoDate | null;
  target?: number | null;
  targetDate?: IsoDate | null;
  frequency?: string;
};

/**
 * Everything wrong with a measure as typed, one sentence a field; empty when nothing is. Odd but possible things are
 * `measureWarnings`.
 * Example: a baseline of 13 March 2026 typed on 12 March 2026 → "The day of the baseline must be today or in the past".
 */
export function validateMeasure(input: MeasureInput, today: IsoDate): FieldProblem[] {
  const limits = MEASURE_LIMITS;
  const problems: FieldProblem[] = [];
  if (input.name !== undefined) {
    const rule = {
      label: 'The name',
      enter: 'Enter a name, such as “Approved foster carers”',
      max: limits.name,
    };
    problems.push(...checkText('name', input.name, rule));
  }
  const definition = { label: 'What is counted', max: limits.definition };
  problems.push(...checkText('definition', input.definition, definition));
  problems.push(...checkText('unit', input.unit, { label: 'The unit', max: limits.unit }));
  if (input.direction !== undefined && !MEASURE_DIRECTIONS.some((known) => known === input.direction)) {
    problems.push({ field: 'direction', message: 'Choose which way is better: higher or lower' });
  }
  if (input.frequency !== undefined && !MEASURE_FREQUENCIES.some((known) => known === input.frequency)) {
    problems.push({ field: 'frequency', message: 'Choose how often a figure comes: weekly to yearly' });
  }
  problems.push(...checkFigure('baseline', input.baseline, 'The baseline'));
  problems.push(...checkFigure('target', input.target, 'The target'));
  problems.push(...checkDates(input, today));
  return problems;
}

/** One number: within what can be kept exactly. Returns no or one problem. */
export function checkFigure(field: string, value: number | null | undefined, label: string): FieldProblem[] {
  if (value === null || value === undefined) return [];
  const limit = MEASURE_LIMITS.value;
  if (!Number.isFinite(value)) return [{ field, message: `${label} must be a number, such as 78.4` }];
  if (Math.abs(value) > limit) {
    return [{ field, message: `${label} must be between −${numberWords(limit)} and ${numberWords(limit)}` }];
  }
  if (Math.abs(value - roundFigure(value)) > 1e-9) {
    return [{ field, message: `${label} must have no more than ${FIGURE_DECIMALS} decimals` }];
  }
  return [];
}

/** The day that a figure is of: real, not in the future, and not before 2000. Returns no or one problem. */
export function checkFigureDate(field: string, date: IsoDate, label: string, today: IsoDate): FieldProblem[] {
  if (!isIsoDate(date)) return [{ field, message: `${label} must be a real date, such as 12 March 2026` }];
  if (date > today) return [{ field, message: `${label} must be today or in the past` }];
  return date < MEASURE_LIMITS.firstDate ? [{ field, message: `${label} must be in 2000 or later` }] : [];
}

function checkDates({ baselineDate, targetDate }: MeasureInput, today: IsoDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (baselineDate) {
    problems.push(...checkFigureDate('baselineDate', baselineDate, 'The day of the baseline', today));
  }
  if (targetDate && !isIsoDate(targetDate)) {
    problems.push({
      field: 'targetDate',
      message: 'The day of the target must be a real date, such as 12 March 2026',
    });
  } else if (targetDate && baselineDate && targetDate <= baselineDate) {
    problems.push({
      field: 'targetDate',
      message: 'The day of the target must be after the day of the baseline',
    });
  }
  return problems;
}

/**
 * What is possible and yet looks wrong; shown beside the field and never refused.
 * Example: baseline 78, target 60, higher is better → "The target is worse than the baseline …".
 */
export function measureWarnings(input: {
  unit: string;
  direction: MeasureDirection | '';
  baseline: number | null;
  target: number | null;
  definition: string;
}): FieldProblem[] {
  const { unit, direction, baseline, target } = input;
  const warnings: FieldProblem[] = [];
  const warn = (field: string, message: string) => warnings.push({ field, message });
  if (baseline !== null && target !== null && direction !== '') {
    const isWorse = direction === 'HIGHER_IS_BETTER' ? target < baseline : target > baseline;
    if (isWorse) {
      const better = direction === 'HIGHER_IS_BETTER' ? 'higher' : 'lower';
      warn(
        'target',
        `The target is worse than the baseline of ${valueWords(baseline, unit)}, although ${better} is better. Check which way is better.`,
      );
    } else if (target === baseline) {
      warn('target', 'The target equals the baseline: nothing would have to change.');
    }
  }
  for (const [field, value] of [
    ['baseline', baseline],
    ['target', target],
  ] as const) {
    if (value !== null && unit === '%' && (value < 0 || value > 100)) {
      warn(field, `${valueWords(value, unit)} is outside 0 to 100 %. Check the figure or the unit.`);
    }
  }
  if (baseline !== null && isSmallCount(baseline, unit)) warn('baseline', SMALL_COUNT_WARNING);
  if (input.definition.trim() === '') {
    warn('definition', 'Without a definition nobody can tell next year what was counted.');
  }
  return warnings;
}
