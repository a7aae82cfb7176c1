import { formatShortDate } from '@gt/contracts/words';
import { inspectionWords } from '@gt/domain/inspection';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { FIELD_PARAMS, FILTERS, type FieldParam, type FilterDefinition } from './filter-definitions.ts';
import type { ActionFilters } from './queries.ts';
import { type FilterValue, readFilters } from './read-filters.ts';

type Names =
  | Pick<ActionFilters, 'teams' | 'posts' | 'people' | 'recommendations' | 'inspections'>
  | undefined;

/** Stands for a name that is still on its way. */
const COMING = '…';
/** More values than this are counted and not named. */
const NAMED_UP_TO = 3;

/** What the list of the plan's names says of an id; `undefined` when it is in none. */
function recordName(definition: FilterDefinition & { kind: 'records' }, id: string, names: Names) {
  if (!names) return COMING;
  const is = (item: { id: string }) => item.id === id;
  if (definition.of === 'teams') return names.teams.find(is)?.name;
  if (definition.of === 'posts') return names.posts.find(is)?.title;
  if (definition.of === 'people') return names.people.find(is)?.name;
  if (definition.of === 'inspections') {
    const inspection = names.inspections.find(is);
    return inspection && inspectionWords(inspection);
  }
  const item = names.recommendations.find(is);
  return item && `R${item.number}`;
}

/** The word for one value of a field. */
export function valueWords(definition: FilterDefinition, value: string, names: Names): string {
  if (definition.kind === 'records') {
    return recordName(definition, value, names) ?? 'one not found here';
  }
  const choices = 'choices' in definition ? definition.choices : [];
  return choices.find((choice) => choice.value === value)?.words ?? value;
}

function spanWords({ from, to }: NonNullable<FilterValue['span']>): string {
  if (from && to) return `${formatShortDate(from)} to ${formatShortDate(to)}`;
  return from ? `from ${formatShortDate(from)}` : `up to ${formatShortDate(to ?? '')}`;
}

function fieldWords(definition: FilterDefinition, value: FilterValue, names: Names): string {
  const { label, kind } = definition;
  if (value.span) return `${label} ${spanWords(value.span)}`;
  if (value.percent) return `${label} ${value.percent.from} to ${value.percent.to}`;
  if (value.any) return `${label} is not empty`;
  const words = value.values?.map((item) => valueWords(definition, item, names)) ?? [];
  // A saying is a sentence of its own: "Overdue", not "Due is Overdue".
  if (words.length > 0 && kind !== 'records' && kind !== 'choices') return words.join(' or ');
  const all = [...words, ...(value.none ? ['empty'] : [])];
  return `${label} is ${all.length > NAMED_UP_TO ? `one of ${all.length}` : all.join(' or ')}`;
}

/** The words of one filter's chip: "Team is Fostering or empty", "Due in 14 days". */
export function filterWords(search: PlanActionsSearch, param: FieldParam, names: Names): string | null {
  const value = readFilters({ [param]: search[param] }).filters[param];
  return value ? fieldWords(FILTERS[param], value, names) : null;
}

/** Everything that narrows the list, in one line: for paper and for the empty list. */
export function allFilterWords(search: PlanActionsSearch, names: Names): string {
  const parts = FIELD_PARAMS.flatMap((param) => filterWords(search, param, names) ?? []);
  return [...parts, ...(search.q ? [`“${search.q}”`] : [])].join('; ');
}
