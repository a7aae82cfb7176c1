import type { AttentionItem, PositionOut } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { distanceFromTarget, isLate, measureReference, movement } from '@gt/domain/measure';
import { londonDate } from '../../core/dates.ts';
import type { MeasureFacts } from '../recommendations/load-measure-facts.ts';

/** Exceptions that the panel lists; the rest stands on the measures' own page. */
const LISTED = 5;

/** How many measures go which way, and those that need attention: moving away first, then the longest late. */
export function measuresPosition(measures: readonly MeasureFacts[], today: IsoDate): PositionOut['measures'] {
  const count = (test: (measure: MeasureFacts) => boolean) => measures.filter(test).length;
  const exceptions = measures
    .flatMap((measure) => measureAttention(measure, today))
    .sort(
      (a, b) => Number(b.kind === 'MEASURE_AWAY') - Number(a.kind === 'MEASURE_AWAY') || b.weight - a.weight,
    );
  return {
    total: measures.length,
    towards: count(({ movement: way }) => way === 'TOWARDS'),
    steady: count(({ movement: way }) => way === 'STEADY'),
    away: count(({ movement: way }) => way === 'AWAY'),
    noFigures: count(({ movement: way }) => way === 'NO_FIGURES'),
    met: count((measure) => distanceFromTarget(measure.newest.at(-1)?.value ?? null, measure).isMet),
    late: count((measure) => latenessOf(measure, today).isLate),
    exceptions: exceptions.slice(0, LISTED).map(({ weight: _weight, ...item }) => item),
  };
}

/** Why a measure needs attention, by its worst; nothing when it does not. */
export function measureAttention(
  measure: MeasureFacts,
  today: IsoDate,
): (AttentionItem & { weight: number })[] {
  const where = {
    reference: measureReference(measure.number),
    title: measure.name,
    recommendationId: measure.recommendationId,
    actionId: null,
    measureId: measure.id,
  };
  if (measure.movement === 'AWAY') {
    const words = `Moving away from its target: ${lowerFirst(movement(measure.newest, measure).sentence)}`;
    return [{ kind: 'MEASURE_AWAY', words, weight: -measure.number, ...where }];
  }
  const late = latenessOf(measure, today);
  return late.isLate ? [{ kind: 'MEASURE_LATE', words: late.words, weight: late.daysLate, ...where }] : [];
}

function latenessOf(measure: MeasureFacts, today: IsoDate) {
  const createdOn = londonDate(measure.createdAt);
  return isLate({ ...measure, createdOn }, measure.newest.at(-1)?.date ?? null, today);
}

function lowerFirst(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}
