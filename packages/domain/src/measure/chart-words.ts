import { formatDate, type IsoDate, type MeasureFrequency } from '@gt/contracts/words';
import { distanceFromTarget } from './distance-from-target.ts';
import { type Figure, inOrder, type MeasureAim, movement } from './movement.ts';
import { LEAST_FIGURES, type Run, type RunChartFacts, runChart } from './run-chart.ts';
import { differenceWords, roundFigure, valueWords } from './value-words.ts';

/**
 * What a chart shows, as sentences: where it began and where it stands, the distance from target, which way the
 * newest figures go and how that was decided, and shifts and trends of the run chart. The same for those who see the
 * chart and those who do not.
 * Source: words under each chart that say what it shows.
 */
export function chartWords(
  figures: readonly Figure[],
  aim: MeasureAim & { frequency: MeasureFrequency },
): string[] {
  const series = inOrder(figures);
  const latest = series.at(-1);
  if (!latest)
    return [distanceFromTarget(null, aim).words, baselineWords(aim)]
      .filter((part) => part !== '')
      .map(sentence);
  const facts = runChart(series, aim.direction);
  return [
    fromTo(series, latest, aim),
    distanceFromTarget(latest.value, aim).words,
    movement(series, aim).sentence,
    ...runWords(facts, series),
  ].map(sentence);
}

function fromTo(series: readonly Figure[], latest: Figure, aim: MeasureAim): string {
  const { unit, baseline, baselineDate } = aim;
  const first = series[0];
  const began =
    baseline !== null && (baselineDate === null || !first || baselineDate < first.date)
      ? { value: baseline, words: `the baseline of ${valueWords(baseline, unit)}${on(baselineDate)}` }
      : first && {
          value: first.value,
          words: `${valueWords(first.value, unit)} on ${formatDate(first.date)}`,
        };
  const stands = `${valueWords(latest.value, unit)} on ${formatDate(latest.date)}`;
  if (!began || (series.length === 1 && began.value === latest.value && baseline === null)) return stands;
  const change = roundFigure(latest.value - began.value);
  if (change === 0) return `${stands}, the same as ${began.words}`;
  const way = change > 0 ? 'up' : 'down';
  return `${stands}, ${way} ${differenceWords(change, unit)} from ${began.words}`;
}

function baselineWords({ baseline, baselineDate, unit }: MeasureAim): string {
  return baseline === null ? '' : `The baseline is ${valueWords(baseline, unit)}${on(baselineDate)}`;
}

const on = (date: IsoDate | null) => (date === null ? '' : ` on ${formatDate(date)}`);

/**
 * The newest shift and the newest trend. A run that begins with the first figure is where the measure came from: it
 * lies below the median of every measure that rose since, and so is neither for the better nor for the worse.
 */
function runWords(facts: RunChartFacts, series: readonly Figure[]): string[] {
  const [firstOn, latestOn] = [series[0]?.date, series.at(-1)?.date];
  const shifts = facts.runs.filter(({ kind }) => kind === 'SHIFT');
  const shift = shifts.findLast(({ from }) => from !== firstOn) ?? shifts.at(-1);
  const trend = facts.runs.findLast(({ kind }) => kind === 'TREND');
  const words = [shift, trend].flatMap((run) =>
    run ? [oneRun(run, { isNow: run.to === latestOn, isStart: run.from === firstOn })] : [],
  );
  if (words.length > 0) return words;
  if (facts.isEnough) return ['No shift and no trend: the figures vary as they have before'];
  return series.length > 1
    ? [`With fewer than ${LEAST_FIGURES} figures it is too soon to look for shifts`]
    : [];
}

function oneRun(run: Run, { isNow, isStart }: { isNow: boolean; isStart: boolean }): string {
  const { kind, way, points, from, to, isBetter } = run;
  const verdict = isBetter ? 'for the better' : 'for the worse';
  const when = isNow
    ? `The last ${points} figures`
    : `${points} figures from ${formatDate(from)} to ${formatDate(to)}`;
  if (kind === 'TREND') {
    const [now, then] = way === 'UP' ? ['rise', 'rose'] : ['fall', 'fell'];
    return `${when} all ${isNow ? now : then}: a trend ${verdict}`;
  }
  const side = way === 'UP' ? 'above' : 'below';
  if (isStart) return `The first ${points} figures were all ${side} the median`;
  return `${when} ${isNow ? 'are' : 'were'} all ${side} the median: a shift ${verdict}`;
}

function sentence(words: string): string {
  return `${words}.`;
}
