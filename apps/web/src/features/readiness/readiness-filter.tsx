import { ChoiceRow } from '../../components/choice-row.tsx';
import { READINESS_VIEWS, type ReadinessView } from '../../lib/readiness-search.ts';
import type { ReadinessRow } from './queries.ts';
import classes from './readiness.module.css';
import { inView, viewWords } from './readiness-view.ts';

type ReadinessFilterProps = {
  rows: readonly ReadinessRow[];
  view: ReadinessView | undefined;
  onChoose: (view: ReadinessView | undefined) => void;
};

/** All, or only those with one answer; each with its count. A view that would show nothing is not offered. */
export function ReadinessFilter({ rows, view, onChoose }: ReadinessFilterProps) {
  const offered = READINESS_VIEWS.filter((one) => one === view || inView(rows, one).length > 0);
  const choices = [undefined, ...offered].map((one) => ({
    key: one ?? 'all',
    words: `${one === undefined ? 'All' : viewWords(one)} ${inView(rows, one).length}`,
    isChosen: view === one,
    onChoose: () => onChoose(one),
  }));
  return (
    <search className={`${classes.filter} gt-screen-only`} aria-label="Which recommendations">
      <ChoiceRow legend="Evidence" choices={choices} />
    </search>
  );
}
