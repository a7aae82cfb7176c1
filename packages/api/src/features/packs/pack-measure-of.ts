import {
  formatDate,
  type IsoDate,
  MEASURE_MOVEMENT_LABELS,
  MEASURE_SIGNAL_LABELS,
  type PackMeasure,
} from '@gt/contracts/words';
import {
  distanceFromTarget,
  isLate,
  measureReference,
  movement,
  trajectoryPosition,
  valueWords,
} from '@gt/domain/measure';
import { referenceAcross } from '@gt/domain/plan';
import { londonDate } from '../../core/dates.ts';
import type { MeasureFacts } from '../recommendations/load-measure-facts.ts';
import type { PackSources } from './pack-sources.ts';

/** One measure as the pack prints it, with the figures up to its cut-off; every rule asked of the domain. Pure. */
export function packMeasureOf(facts: MeasureFacts, { figures, request, scope }: PackSources): PackMeasure {
  const { unit, baseline, baselineDate, target, targetDate } = facts;
  const series = figures.get(facts.id) ?? [];
  const latest = series.at(-1) ?? null;
  const figure = (value: number | null, date: IsoDate | null, before: 'on' | 'by') =>
    value === null ? '' : `${valueWords(value, unit)}${date ? ` ${before} ${formatDate(date)}` : ''}`;
  const gone = facts.redactedAt ? `Redacted on ${formatDate(londonDate(facts.redactedAt))}` : null;
  const on = request.cutOff ?? scope.today;
  const late = isLate({ ...facts, createdOn: londonDate(facts.createdAt) }, latest?.date ?? null, on);
  const moved = movement(series, facts);
  const way = trajectoryPosition(latest, facts, facts.planned);
  // The signal is of all figures: of a pack with a cut-off nobody has judged it.
  const isJudged = request.cutOff === null && facts.signal !== 'TOO_FEW';
  const signal = isJudged ? MEASURE_SIGNAL_LABELS[facts.signal].toLowerCase() : '';
  return {
    ref: referenceAcross(measureReference(facts.number), facts.ofPlan),
    title: gone ?? facts.name,
    definition: facts.definition,
    baseline: figure(baseline, baselineDate, 'on'),
    target: figure(target, targetDate, 'by'),
    latest: latest ? figure(latest.value, latest.date, 'on') : '',
    distance: [distanceFromTarget(latest?.value ?? null, facts).words, way.words].filter(Boolean).join('; '),
    movement: MEASURE_MOVEMENT_LABELS[request.cutOff === null ? facts.movement : moved.movement],
    movementReason: [moved.sentence, signal].filter(Boolean).join('; '),
    late: late.words,
    unit,
    figures: series.map(({ date, value }) => ({ on: date, value })),
    targetValue: target,
  };
}
