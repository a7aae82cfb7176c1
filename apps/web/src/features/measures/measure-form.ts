import {
  type FieldProblem,
  formatDate,
  type IsoDate,
  MEASURE_DIRECTION_LABELS,
  MEASURE_FREQUENCY_LABELS,
  type MeasureDirection,
  type MeasureFrequency,
} from '@gt/contracts/words';
import { numberWords, parseFigure, validateMeasure, valueWords } from '@gt/domain/measure';
import type { MeasureDetail } from './queries.ts';

/** A measure as the form holds it: figures as typed, since half a number is none. */
export type MeasureForm = {
  recommendationId: string;
  /** The standard definition it began from; '' for none. */
  standardKey: string;
  name: string;
  definition: string;
  unit: string;
  direction: MeasureDirection | '';
  baseline: string;
  baselineDate: IsoDate | null;
  target: string;
  targetDate: IsoDate | null;
  frequency: MeasureFrequency;
  ownerPostId: string | null;
};

export type MeasureFacts = {
  name: string;
  definition: string;
  unit: string;
  direction: MeasureDirection;
  baseline: number | null;
  baselineDate: IsoDate | null;
  target: number | null;
  targetDate: IsoDate | null;
  frequency: MeasureFrequency;
  ownerPostId: string | null;
};

export const EMPTY_MEASURE: MeasureForm = {
  recommendationId: '',
  standardKey: '',
  name: '',
  definition: '',
  unit: '%',
  direction: '',
  baseline: '',
  baselineDate: null,
  target: '',
  targetDate: null,
  frequency: 'MONTHLY',
  ownerPostId: null,
};

/** The form of a measure that is there already. */
export function formOf(measure: MeasureDetail): MeasureForm {
  const { recommendationId, name, definition, unit, direction, frequency, baselineDate, targetDate } =
    measure;
  return {
    recommendationId,
    standardKey: measure.standardKey ?? '',
    name,
    definition,
    unit,
    direction,
    frequency,
    baselineDate,
    targetDate,
    baseline: measure.baseline === null ? '' : numberWords(measure.baseline),
    target: measure.target === null ? '' : numberWords(measure.target),
    ownerPostId: measure.ownerPost?.id ?? null,
  };
}

/** A figure as typed; null for none, and what is wrong with it otherwise. */
export function typedFigure(
  field: string,
  typed: string,
  unit: string,
): { value: number | null; problems: FieldProblem[] } {
  if (typed.trim() === '') return { value: null, problems: [] };
  const parsed = parseFigure(typed, unit);
  return parsed.ok
    ? { value: parsed.value, problems: [] }
    : { value: null, problems: [{ field, message: parsed.reason }] };
}

/** What the server is sent, or everything that stands in the way, by the rules that the server applies again. */
export function factsFrom(
  form: MeasureForm,
  today: IsoDate,
): { ok: true; facts: MeasureFacts } | { ok: false; problems: FieldProblem[] } {
  const { recommendationId: _, standardKey: _key, direction, ...rest } = form;
  const unit = form.unit.trim();
  const baseline = typedFigure('baseline', form.baseline, unit);
  const target = typedFigure('target', form.target, unit);
  const facts = { ...rest, unit, baseline: baseline.value, target: target.value };
  const problems = [
    ...validateMeasure({ ...facts, direction }, today),
    ...baseline.problems,
    ...target.problems,
  ];
  return problems.length > 0 || direction === ''
    ? { ok: false, problems }
    : { ok: true, facts: { ...facts, direction } };
}

const words = (value: unknown) => (value === null || value === undefined ? '' : String(value));
const date = (value: unknown) => (value ? formatDate(String(value)) : '');
const label = (labels: Record<string, string>) => (value: unknown) => labels[String(value)] ?? '';

/** How each field is named and shown where two versions of a measure are compared. */
export function comparedFields(unit: string, postTitle: (id: unknown) => string) {
  const figure = (value: unknown) => (typeof value === 'number' ? valueWords(value, unit) : '');
  return [
    { name: 'name', label: 'Name', show: words },
    { name: 'definition', label: 'What is counted', show: words },
    { name: 'unit', label: 'Unit', show: words },
    { name: 'direction', label: 'Which way is better', show: label(MEASURE_DIRECTION_LABELS) },
    { name: 'baseline', label: 'Baseline', show: figure },
    { name: 'baselineDate', label: 'Baseline of', show: date },
    { name: 'target', label: 'Target', show: figure },
    { name: 'targetDate', label: 'Target by', show: date },
    { name: 'frequency', label: 'How often', show: label(MEASURE_FREQUENCY_LABELS) },
    { name: 'ownerPostId', label: 'Owner post', show: postTitle },
  ];
}
