import { oneOf } from './search-params.ts';

/** Which recommendations of a plan are shown; all of them when absent. */
export const READINESS_VIEWS = ['mend', 'NONE', 'THIN', 'STALE', 'SUFFICIENT', 'CLOSED'] as const;
export type ReadinessView = (typeof READINESS_VIEWS)[number];

/** The filter of readiness as it stands in the address; a value that is not understood is dropped. */
export type ReadinessSearch = { show?: ReadinessView };

export function readReadinessSearch(search: Record<string, unknown>): ReadinessSearch {
  return { show: oneOf(READINESS_VIEWS, search.show) };
}
