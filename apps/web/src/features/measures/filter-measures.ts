import type { MeasuresSearch, MeasureView } from '../../lib/measures-search.ts';
import type { MeasureRow } from './queries.ts';

type Tested = Pick<
  MeasureRow,
  'isLate' | 'movement' | 'isMet' | 'latest' | 'target' | 'signal' | 'trajectory'
>;

/** Whether a measure belongs to a view; the bin is asked of the server apart. */
export function isOfView(row: Tested, view: MeasureView | undefined): boolean {
  if (view === 'late') return row.isLate;
  if (view === 'away') return row.movement === 'AWAY';
  if (view === 'changed') return row.signal === 'IMPROVEMENT' || row.signal === 'CONCERN';
  if (view === 'behind') return row.trajectory === 'BEHIND';
  if (view === 'met') return row.isMet;
  if (view === 'short') return row.target !== null && row.latest !== null && !row.isMet;
  return true;
}

/** The measures that fit the address: recommendation, and every word in reference, name or owner post. */
export function filterMeasures(
  rows: readonly MeasureRow[],
  { recommendation, q }: MeasuresSearch,
): MeasureRow[] {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const under = [row.recommendationId, ...row.serves.map(({ id }) => id)];
    if (recommendation && !under.includes(recommendation)) return false;
    const said =
      `${row.reference} r${row.recommendationNumber} ${row.name} ${row.ownerPost?.title ?? ''} ${row.ownerPost?.holder ?? ''}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
