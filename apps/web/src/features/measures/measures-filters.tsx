import { NativeSelect } from '@mantine/core';
import { useCallback } from 'react';
import { ChoiceRow } from '../../components/choice-row.tsx';
import { FindBox } from '../../components/find-box.tsx';
import { MEASURE_VIEWS, type MeasuresSearch, type MeasureView } from '../../lib/measures-search.ts';
import { isOfView } from './filter-measures.ts';
import classes from './measures.module.css';
import type { MeasureRow } from './queries.ts';

const VIEW_WORDS: Record<MeasureView, string> = {
  late: 'Late',
  away: 'Moving away',
  changed: 'Changed by more than noise',
  behind: 'Behind trajectory',
  short: 'Short of target',
  met: 'Target met',
  removed: 'Recycle bin',
};

type MeasuresFiltersProps = {
  search: MeasuresSearch;
  /** All measures of the plan, for the counts. */
  rows: readonly MeasureRow[];
  /** The bin is for those who may take something out of it. */
  mayRestore: boolean;
  recommendations: readonly { id: string; number: number; quote: string }[];
  onChange: (patch: MeasuresSearch, replace?: boolean) => void;
};

/** Which measures are shown: by how they stand, by recommendation, by words. */
export function MeasuresFilters(props: MeasuresFiltersProps) {
  const { search, rows, mayRestore, recommendations, onChange } = props;
  const find = useCallback((q: string) => onChange({ q: q || undefined }, true), [onChange]);
  const choice = (view: MeasureView | undefined, words: string) => ({
    key: words,
    words: view === 'removed' ? words : `${words} (${rows.filter((row) => isOfView(row, view)).length})`,
    isChosen: search.show === view,
    onChoose: () => onChange({ show: view, open: undefined }),
  });
  const views = MEASURE_VIEWS.filter((view) => view !== 'removed' || mayRestore);
  return (
    <div className={`${classes.filters} gt-screen-only`}>
      <ChoiceRow
        legend="How they stand"
        choices={[choice(undefined, 'All'), ...views.map((view) => choice(view, VIEW_WORDS[view]))]}
      />
      <NativeSelect
        aria-label="Recommendation"
        className={classes.of}
        value={search.recommendation ?? ''}
        data={[
          { value: '', label: 'Every recommendation' },
          ...recommendations.map(({ id, number, quote }) => ({
            value: id,
            label: `R${number} ${quote.slice(0, 60)}`,
          })),
        ]}
        onChange={(event) => onChange({ recommendation: event.currentTarget.value || undefined })}
      />
      <FindBox
        label="Find in reference, name and owner post"
        value={search.q ?? ''}
        onFind={find}
        className={classes.find}
      />
    </div>
  );
}

/** What is shown, in words: for an empty list and for paper. */
export function measuresShown({ show, recommendation, q }: MeasuresSearch): string {
  return [show && VIEW_WORDS[show], recommendation && 'under one recommendation', q && `“${q}”`]
    .filter(Boolean)
    .join('; ');
}
