import type { AttentionItem, PositionOut } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { distanceFromTarget, isLate, measureReference, movement } from '@gt/domain/measure';
import type { PositionMeasure } from '@gt/domain/position';
import { londonDate } from '../../core/dates.ts';
import type { MeasureFacts } from '../recommendations/load-measure-facts.ts';

/** Exceptions that the panel lists; the rest stands on the measures' own page. */
const LISTED = 5;

/** A measure as the position counts it today. */
export function positionMeasure(facts: MeasureFacts, today: IsoDate): PositionMeasure {
  const { id, recommendationId, name, number, newest } = facts;
  const latest = newest.at(-1) ?? null;
  const late = isLate({ ...facts, createdOn: londonDate(facts.createdAt) }, latest?.date ?? null, today);
  const isAway = facts.movement === 'AWAY';
  const words = isAway
    ? `Moving away from its target: ${lowerFirst(movement(newest, facts).sentence)}`
    : late.isLate
      ? late.words
      : '';
  return {
    ...{ id, recommendationId, name, movement: facts.movement, isLate: late.isLate, words },
    reference: measureReference(number),
    isMet: distanceFromTarget(latest?.value ?? null, facts).isMet,
  };
}

/** How many measures go which way, and those that need attention: moving away first. */
export function measuresPosition(measures: readonly PositionMeasure[]): PositionOut['measures'] {
  const count = (test: (measure: PositionMeasure) => boolean) => measures.filter(test).length;
  const exceptions = measures
    .flatMap(measureAttention)
    .sort((a, b) => Number(b.kind === 'MEASURE_AWAY') - Number(a.kind === 'MEASURE_AWAY'));
  return {
    total: measures.length,
    towards: count(({ movement: way }) => way === 'TOWARDS'),
    steady: count(({ movement: way }) => way === 'STEADY'),
    away: count(({ movement: way }) => way === 'AWAY'),
    noFigures: count(({ movement: way }) => way === 'NO_FIGURES'),
    met: count(({ isMet }) => isMet),
    late: count((measure) => measure.isLate),
    exceptions: exceptions.slice(0, LISTED),
  };
}

/** Why a measure needs attention, by its worst; nothing when it does not. */
export function measureAttention(measure: PositionMeasure): AttentionItem[] {
  const isAway = measure.movement === 'AWAY';
  if (!isAway && !measure.isLate) return [];
  return [
    {
      kind: isAway ? 'MEASURE_AWAY' : 'MEASURE_LATE',
      words: measure.words,
      reference: measure.reference,
      title: measure.name,
      recommendationId: measure.recommendationId,
      actionId: null,
      measureId: measure.id,
    },
  ];
}

function lowerFirst(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}
