import { type IsoDate, isIsoDate } from '@gt/contracts/words';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { FIELD_PARAMS, FILTERS, type FieldParam, type FilterDefinition } from './filter-definitions.ts';

/** What one field asks for: some of these. */
export type FilterValue = {
  /** "Is empty" is asked for. */
  none?: true;
  /** "Is not empty" is asked for; then nothing else is. */
  any?: true;
  /** Ids, values of a closed list, or the one saying. */
  values?: readonly string[];
  /** Both ends are within it; an end that is absent is open. */
  span?: { from?: IsoDate; to?: IsoDate };
  percent?: { from: number; to: number };
};
export type Filters = Partial<Record<FieldParam, FilterValue>>;
/** A part of the address that means nothing here: its name in the address, and words for the person. */
export type NotUnderstood = { param: FieldParam | 'q' | 'sort' | 'group' | 'unknown'; said: string };

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PERCENT = /^(\d{1,3})\.\.(\d{1,3})$/;
/** The list takes no more values of one field. */
const MOST = 100;
const LONGEST_QUOTED = 60;
/** The list looks for no longer words. */
export const WORDS_UP_TO = 200;

function spanOf(text: string): FilterValue['span'] {
  const [from = '', to = '', ...more] = text.split('..');
  if (!text.includes('..') || more.length > 0 || (from === '' && to === '')) return undefined;
  if ((from !== '' && !isIsoDate(from)) || (to !== '' && !isIsoDate(to))) return undefined;
  if (from !== '' && to !== '' && from > to) return undefined;
  return { ...(isIsoDate(from) ? { from } : {}), ...(isIsoDate(to) ? { to } : {}) };
}

function percentOf(text: string): FilterValue['percent'] {
  const found = PERCENT.exec(text);
  const [from, to] = [Number(found?.[1]), Number(found?.[2])];
  return found && from <= to && to <= 100 ? { from, to } : undefined;
}

/** One value of a field, or `undefined` where it is not understood. */
function readPart(definition: FilterDefinition, part: string): FilterValue | undefined {
  if (definition.canBeEmpty && part === 'none') return { none: true };
  if (definition.canBeEmpty && definition.kind === 'records' && part === 'any') return { any: true };
  if (definition.kind === 'records') return ID.test(part) ? { values: [part] } : undefined;
  if ('choices' in definition && definition.choices.some(({ value }) => value === part)) {
    return { values: [part] };
  }
  const span = definition.kind === 'span' ? spanOf(part) : undefined;
  if (span) return { span };
  const percent = definition.kind === 'percent' ? percentOf(part) : undefined;
  return percent ? { percent } : undefined;
}

/** Names and closed lists may hold several values, of which one must fit; of anything else there is one. */
export function takesSeveral({ kind }: FilterDefinition): boolean {
  return kind === 'records' || kind === 'choices';
}

function readField(definition: FilterDefinition, text: string) {
  let value: FilterValue | undefined;
  const strange: string[] = [];
  for (const part of new Set(text.split(',').filter((item) => item !== ''))) {
    const read = readPart(definition, part);
    const tooMany =
      value && (!takesSeveral(definition) || value.any || read?.any || (value.values?.length ?? 0) >= MOST);
    if (!read || tooMany) strange.push(part);
    else value = { ...value, ...read, ...joined(value, read) };
  }
  return { value, strange };
}

function joined(before: FilterValue | undefined, read: FilterValue): Pick<FilterValue, 'values'> {
  const values = [...(before?.values ?? []), ...(read.values ?? [])];
  return values.length > 0 ? { values } : {};
}

/**
 * The filters of an address. What is not understood narrows nothing and is told: a link may be older than the plan.
 * Example: { team: 'none', rag: 'PURPLE' } → team is empty; not understood: RAG, as declared “PURPLE”.
 */
export function readFilters(search: PlanActionsSearch): {
  filters: Filters;
  notUnderstood: NotUnderstood[];
} {
  const filters: Filters = {};
  const notUnderstood: NotUnderstood[] = [];
  for (const param of FIELD_PARAMS) {
    const { value, strange } = readField(FILTERS[param], search[param] ?? '');
    if (value) filters[param] = value;
    if (strange.length > 0) {
      const quoted = strange.join(', ').slice(0, LONGEST_QUOTED);
      notUnderstood.push({ param, said: `${FILTERS[param].label} “${quoted}”` });
    }
  }
  if ((search.q?.length ?? 0) > WORDS_UP_TO) {
    notUnderstood.push({ param: 'q', said: `words to find of more than ${WORDS_UP_TO} characters` });
  }
  for (const name of search.unknown?.split(',') ?? []) {
    notUnderstood.push({ param: 'unknown', said: `“${name.slice(0, LONGEST_QUOTED)}”` });
  }
  return { filters, notUnderstood };
}

/** A field as it stands in the address; absent when it asks for nothing. */
export function writeField({ none, any, values = [], span, percent }: FilterValue): string | undefined {
  const parts = [
    ...values,
    ...(span ? [`${span.from ?? ''}..${span.to ?? ''}`] : []),
    ...(percent ? [`${percent.from}..${percent.to}`] : []),
    ...(none ? ['none'] : []),
    ...(any ? ['any'] : []),
  ];
  return parts.join(',') || undefined;
}

function isField(param: string): param is FieldParam {
  return Object.hasOwn(FILTERS, param);
}

/** What to change in the address so that none of these is in it any more. */
export function withoutStrange(
  search: PlanActionsSearch,
  notUnderstood: readonly NotUnderstood[],
): PlanActionsSearch {
  const { filters } = readFilters(search);
  const patch: PlanActionsSearch = {};
  for (const { param } of notUnderstood) {
    const value = isField(param) ? filters[param] : undefined;
    patch[param] = value ? writeField(value) : undefined;
  }
  return patch;
}
