import { oneOf, text } from './search-params.ts';

/** What of a plan's measures is shown; all of them when absent. */
export const MEASURE_VIEWS = ['late', 'away', 'changed', 'behind', 'short', 'met', 'removed'] as const;
export type MeasureView = (typeof MEASURE_VIEWS)[number];

/** The measures of a plan as they stand in the address; a value that is not understood is dropped. */
export type MeasuresSearch = {
  show?: MeasureView;
  recommendation?: string;
  q?: string;
  /** The measure whose panel is open beside the list: its id, or its reference such as M4. */
  open?: string;
};

export function readMeasuresSearch(search: Record<string, unknown>): MeasuresSearch {
  return {
    show: oneOf(MEASURE_VIEWS, search.show),
    recommendation: text(search.recommendation),
    q: text(search.q),
    open: text(search.open),
  };
}
