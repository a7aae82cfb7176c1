import { raisedBeforeWords } from '@gt/domain/lineage';
import { countOf } from '@gt/domain/wording';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import classes from './lineage.module.css';
import { lineageQuery } from './queries.ts';

/** Where the panel stands on the page of a recommendation. */
export const RAISED_BEFORE = 'raised-before';

/** Under the words of a recommendation: the years in which it was raised, or that it may have been; leads to the panel. */
export function RaisedMark({ recommendationId }: { recommendationId: string }) {
  const { data } = useQuery(lineageQuery(recommendationId));
  const words = data ? raisedBeforeWords(data.raisedBefore.map(({ inspection }) => inspection.on)) : '';
  const waiting = data?.suggestions.length ?? 0;
  const said = [
    words,
    waiting > 0 ? `${countOf(waiting, 'earlier recommendation')} may be the same concern` : '',
  ].filter(Boolean);
  return (
    <p className={classes.markLine}>
      {said.length > 0 ? (
        <a href={`#${RAISED_BEFORE}`} className={classes.mark}>
          <IconHistory size={16} aria-hidden="true" /> {said.join('. ')}
        </a>
      ) : null}
    </p>
  );
}
