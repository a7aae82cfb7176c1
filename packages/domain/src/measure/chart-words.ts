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
    ...runWords(facts, latest.date, series.length),
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

function runWords(facts: RunChartFacts, latestOn: IsoDate, count: number): string[] {
  const words = facts.runs.map((run) => oneRun(run, run.to === latestOn));
  if (words.length > 0) return words;
  if (facts.isEnough) return ['No shift and no trend: the figures vary as they have before'];
  return count > 1 ? [`With fewer than ${LEAST_FIGURES} figures it is too soon to look for shifts`] : [];
}

function oneRun({ kind, way, points, from, to, isBetter }: Run, isNow: boolean): string {
  const when = isNow
    ? `The last ${points} figures`
    : `${points} figures from ${formatDate(from)} to ${formatDate(to)}`;
  const verdict = isBetter ? 'for the better' : 'for the worse';
  return kind === 'SHIFT'
    ? `${when} ${isNow ? 'are' : 'were'} all ${way === 'UP' ? 'above' : 'below'} the median: a shift ${verdict}`
    : `${when} all ${way === 'UP' ? (isNow ? 'rise' : 'rose') : isNow ? 'fall' : 'fell'}: a trend ${verdict}`;
}

function sentence(words: string): string {
  return `${words}.`;
}
