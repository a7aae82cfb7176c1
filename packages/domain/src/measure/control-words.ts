import {
  formatDate,
  type IsoDate,
  MEASURE_ASSURANCE_LABELS,
  type MeasureAssurance,
  type MeasureSignal,
} from '@gt/contracts/words';
import { countOf, listWords } from '../wording/index.ts';
import {
  type ControlChart,
  type ControlPoint,
  type ControlRule,
  type ControlSegment,
  FIRM_LIMITS,
  LEAST_FOR_LIMITS,
} from './control-chart.ts';
import { differenceWords, roundFigure, valueWords } from './value-words.ts';

const RULE_WORDS: Record<ControlRule, string> = {
  OUTSIDE: 'outside the limits',
  SHIFT: 'one of seven or more in a row on one side of the mean',
  TREND: 'one of seven or more in a row that all go one way',
  NEAR_LIMIT: 'one of two out of three near a limit',
};

const SIGNAL_WORDS: Record<MeasureSignal, string> = {
  TOO_FEW: 'No limits yet',
  COMMON_CAUSE: 'Noise',
  IMPROVEMENT: 'Improvement',
  CONCERN: 'Concern',
};

/** What the control chart says of one figure, for its row in the table: "Improvement: outside the limits". */
export function controlPointWords({ signal, rules }: Pick<ControlPoint, 'signal' | 'rules'>): string {
  if (rules.length === 0) return SIGNAL_WORDS[signal];
  return `${SIGNAL_WORDS[signal]}: ${listWords(rules.map((rule) => RULE_WORDS[rule]))}`;
}

/**
 * A control chart as sentences: whether the newest figure is change or noise and by which rule, the mean and limits,
 * whether the target will be met as things are, and where a step was set. The same for those who see the chart and
 * those who do not.
 * Example: "Improvement beyond noise: the figure of 31 October 2026 is outside the limits."
 */
export function controlWords(
  chart: ControlChart,
  aim: { unit: string; target: number | null },
  steps: readonly { date: IsoDate }[] = [],
): string[] {
  const last = chart.segments.at(-1);
  const newest = chart.points.at(-1);
  if (!last || !newest) return [];
  if (!last.limits) return [tooFewWords(last, chart.segments.length > 1)];
  const step = steps.map(({ date }) => date).findLast((date) => date <= last.to);
  const { limits } = last;
  return [
    newestWords(newest),
    limitsWords(limits, aim.unit, { step: chart.segments.length > 1 ? step : undefined, last }),
    ...(aim.target === null ? [] : [targetWords(chart.assurance, limits, { ...aim, target: aim.target })]),
  ];
}

function tooFewWords({ figures, from }: ControlSegment, isAfterStep: boolean): string {
  const since = isAfterStep ? `Since the step of ${formatDate(from)} there ` : 'There ';
  return `${since}${figures === 1 ? 'is' : 'are'} ${countOf(figures, 'figure')}; limits are drawn from ${LEAST_FOR_LIMITS} on, and are firm from ${FIRM_LIMITS}.`;
}

function newestWords({ signal, rules, date }: ControlPoint): string {
  const of = `the figure of ${formatDate(date)}`;
  if (rules.length === 0)
    return `No more than noise: ${of} lies where the figures before it lead one to expect.`;
  const what = signal === 'IMPROVEMENT' ? 'Improvement beyond noise' : 'Concern beyond noise';
  return `${what}: ${of} is ${listWords(rules.map((rule) => RULE_WORDS[rule]))}.`;
}

function limitsWords(
  { mean, lower, upper }: NonNullable<ControlSegment['limits']>,
  unit: string,
  { step, last }: { step: IsoDate | undefined; last: ControlSegment },
): string {
  const value = (figure: number) => valueWords(tenth(figure), unit);
  const since = step ? `Since the step of ${formatDate(step)} the` : 'The';
  const provisional = last.isProvisional
    ? ` These are provisional: ${countOf(last.figures, 'figure')} of the ${FIRM_LIMITS} that make them firm.`
    : '';
  return `${since} mean is ${value(mean)}; as things are, figures vary between ${value(lower)} and ${value(upper)}.${provisional}`;
}

function targetWords(
  assurance: MeasureAssurance,
  { lower, upper }: NonNullable<ControlSegment['limits']>,
  { unit, target }: { unit: string; target: number },
): string {
  const goal = `the target of ${valueWords(target, unit)}`;
  if (assurance === 'HIT_AND_MISS')
    return `${MEASURE_ASSURANCE_LABELS.HIT_AND_MISS}: ${goal} lies within the limits.`;
  const near = Math.min(Math.abs(target - lower), Math.abs(target - upper));
  const by = roundFigure(near) === 0 ? 'on the limit' : `${differenceWords(tenth(near), unit)} beyond them`;
  return `${MEASURE_ASSURANCE_LABELS[assurance]}: ${goal} lies outside the limits, ${by}.`;
}

/** Means and limits to one more decimal than people read: 71.3333 is 71.3. */
const tenth = (value: number) => roundFigure(Math.round(value * 10) / 10);
