import { formatDate } from '@gt/contracts/words';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './position-sentence.module.css';
import type { Position } from './queries.ts';

/** The position in plain words, and of which day it is when that is not today. */
export function PositionSentence({ position }: { position: Position }) {
  const { sentences, snapshot, isFull, planId } = position;
  return (
    <section className={classes.root} aria-label="The position in words" data-frozen={snapshot !== null}>
      {snapshot ? (
        <p className={classes.frozen}>
          <strong>{snapshot.words}.</strong> Every figure below is as it was kept then
          {isFull ? '' : '; what was not recorded yet says so'}.{' '}
          <Link to={paths.position} params={{ planId }} search={{}} className="gt-screen-only">
            See the position now
          </Link>
        </p>
      ) : null}
      <p className={classes.sentence}>{sentences.join(' ')}</p>
      {snapshot?.redactedAt ? (
        <p className={classes.frozen}>
          Words in it were destroyed on {formatDate(snapshot.redactedAt.slice(0, 10))}.
        </p>
      ) : null}
    </section>
  );
}
