import { formatDate, type IsoDate, MEASURE_MOVEMENT_LABELS, type PackMeasure } from '@gt/contracts/words';
import { distanceFromTarget, isLate, measureReference, movement, valueWords } from '@gt/domain/measure';
import { londonDate } from '../../core/dates.ts';
import type { MeasureFacts } from '../recommendations/load-measure-facts.ts';

/** One measure as the pack prints it, every rule asked of the domain. Pure. */
export function packMeasureOf(facts: MeasureFacts, today: IsoDate): PackMeasure {
  const { unit, baseline, baselineDate, target, targetDate } = facts;
  const latest = facts.newest.at(-1) ?? null;
  const figure = (value: number | null, date: IsoDate | null, before: 'on' | 'by') =>
    value === null ? '' : `${valueWords(value, unit)}${date ? ` ${before} ${formatDate(date)}` : ''}`;
  const gone = facts.redactedAt ? `Redacted on ${formatDate(londonDate(facts.redactedAt))}` : null;
  const late = isLate({ ...facts, createdOn: londonDate(facts.createdAt) }, latest?.date ?? null, today);
  return {
    ref: measureReference(facts.number),
    title: gone ?? facts.name,
    definition: facts.definition,
    baseline: figure(baseline, baselineDate, 'on'),
    target: figure(target, targetDate, 'by'),
    latest: latest ? figure(latest.value, latest.date, 'on') : '',
    distance: distanceFromTarget(latest?.value ?? null, facts).words,
    movement: MEASURE_MOVEMENT_LABELS[facts.movement],
    movementReason: movement(facts.newest, facts).sentence,
    late: late.words,
  };
}
