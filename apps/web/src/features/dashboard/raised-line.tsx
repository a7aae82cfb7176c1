import { countOf } from '@gt/domain/wording';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { type Position, raisedQuery } from './queries.ts';
import classes from './raised-line.module.css';

/** How many recommendations an earlier inspection had raised too, as people confirmed; nothing while none is. */
export function RaisedLine({ position }: { position: Position }) {
  const { planId, recommendations } = position;
  const { data } = useQuery(raisedQuery(planId));
  if (!data || data.length === 0) return null;
  return (
    <p className={classes.line}>
      {data.length} of {countOf(recommendations.length, 'recommendation')}{' '}
      {data.length === 1 ? 'was' : 'were'} raised by an earlier inspection too.{' '}
      <Link to={paths.lineage} params={{ planId }}>
        See the lineage
      </Link>
    </p>
  );
}
