import { oneOf } from './search-params.ts';

/** Ways to look at the same actions; the table is the one without a name in the address. */
export const PLAN_LAYOUTS = ['board', 'timeline', 'thread'] as const;
export type PlanLayout = (typeof PLAN_LAYOUTS)[number];

/** How tall a row is; the middle one has no name in the address. */
export const DENSITIES = ['compact', 'roomy'] as const;
export type Density = (typeof DENSITIES)[number];

/**
 * What narrows the list, by its name in the address. Each holds text as it stands there, several values parted by
 * commas ("team=…,none"); what it means, and what is not understood, is worked out by `readFilters` of the feature.
 */
export const FILTER_PARAMS = [
  'q',
  'recommendation',
  'area',
  'inspection',
  'category',
  'plans',
  'team',
  'owner',
  'person',
  'lead',
  'partner',
  'supporting',
  'holder',
  'assignment',
  'status',
  'acceptance',
  'rag',
  'calculated',
  'rating',
  'priority',
  'due',
  'original',
  'start',
  'moved',
  'request',
  'percent',
  'milestones',
  'waits',
  'evidence',
  'check',
  'success',
  'detail',
  'measure',
  'updates',
  'updated',
  'changed',
  'review',
  'following',
  'for',
] as const;
export type FilterParam = (typeof FILTER_PARAMS)[number];

type Presentation = {
  view?: PlanLayout;
  /** A column's name, with a leading "-" for descending. */
  sort?: string;
  /** What rows are gathered under: "team". */
  group?: string;
  /** Columns of the table in their order, parted by commas; absent: those that fit. */
  columns?: string;
  density?: Density;
  /** How much time the timeline shows at once, and "table" for its facts without the drawing. */
  zoom?: string;
  as?: string;
  /** The saved view that this address began as: an id, or the name of a ready-made one. */
  saved?: string;
  /** The action whose panel is open beside the list. */
  open?: string;
  /** Names in the address that mean nothing here, kept so that the person is told. */
  unknown?: string;
};

/** The plan's list as it stands in the address: what it is narrowed to and how it is shown. */
export type PlanActionsSearch = Presentation & Partial<Record<FilterParam, string>>;

const PRESENTATION = [
  'view',
  'sort',
  'group',
  'columns',
  'density',
  'zoom',
  'as',
  'saved',
  'open',
  'unknown',
] as const;
/** A hundred ids with their commas, and room to spare. */
const LONGEST = 4000;

function kept(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : undefined;
}

/** Nothing of an address is dropped silently: names that mean nothing here end up in `unknown`. */
export function readPlanActionsSearch(search: Record<string, unknown>): PlanActionsSearch {
  const view = oneOf(PLAN_LAYOUTS, search.view);
  const density = oneOf(DENSITIES, search.density);
  const known: readonly string[] = [...FILTER_PARAMS, ...PRESENTATION];
  const strange = Object.keys(search).filter(
    (key) => !known.includes(key) && kept(search[key]) !== undefined,
  );
  if (kept(search.view) && !view) strange.push('view');
  if (kept(search.density) && !density) strange.push('density');
  const before = kept(search.unknown)?.split(',') ?? [];
  const unknown = [...new Set([...before, ...strange])].slice(0, 20).join(',');
  const filters: Partial<Record<FilterParam, string>> = {};
  for (const key of FILTER_PARAMS) {
    const value = kept(search[key]);
    if (value !== undefined) filters[key] = value;
  }
  return {
    // The router hands on what stands in the address; said to be absent, it leaves it.
    ...Object.fromEntries(strange.map((name) => [name, undefined])),
    ...filters,
    view,
    density,
    sort: kept(search.sort),
    group: kept(search.group),
    columns: kept(search.columns),
    zoom: kept(search.zoom),
    as: kept(search.as),
    saved: kept(search.saved),
    open: kept(search.open),
    unknown: unknown || undefined,
  };
}
