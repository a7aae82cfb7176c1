import { SUFFICIENCY_LABELS } from '@gt/contracts/words';
import type { ReadinessView } from '../../lib/readiness-search.ts';
import type { ReadinessRow } from './queries.ts';

const WORDS: Record<ReadinessView, string> = {
  mend: 'To mend',
  ...SUFFICIENCY_LABELS,
  CLOSED: 'Closed',
};

/** The words of a view, for paper and for an empty list. */
export function viewWords(view: ReadinessView | undefined): string {
  return view === undefined ? 'All recommendations' : WORDS[view];
}

/** The recommendations that a view lets through. */
export function inView<Row extends Pick<ReadinessRow, 'isReady' | 'sufficiency' | 'status'>>(
  rows: readonly Row[],
  view: ReadinessView | undefined,
): Row[] {
  return rows.filter(({ isReady, sufficiency, status }) => {
    if (view === undefined) return true;
    if (view === 'mend') return !isReady;
    return view === 'CLOSED' ? status === 'CLOSED' : sufficiency === view;
  });
}
