import { formatDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './decisions-panel.module.css';
import { FigureLink } from './figure-link.tsx';
import type { Position } from './queries.ts';

/** What waits for somebody's word: dates asked for, recommendations that may be closed, decisions still open. */
export function DecisionsPanel({ position }: { position: Position }) {
  const { decisions, planId } = position;
  const { open, items, dateAsked, dates, mayBeClosed } = decisions;
  const isNone = open === 0 && dateAsked.value === 0 && mayBeClosed.length === 0;
  return (
    <Panel title="To be decided">
      {isNone ? <p className={classes.words}>Nothing waits for a decision.</p> : null}
      {(dateAsked.value ?? 0) > 0 ? (
        <p className={classes.words}>
          <FigureLink position={position} figure={dateAsked} words="">
            {countOf(dateAsked.value ?? 0, 'new date waits', 'new dates wait')} for an answer
          </FigureLink>
          :{' '}
          {dates.map(({ actionId, reference, title }, place) => (
            <span key={actionId}>
              {place > 0 ? ', ' : ''}
              <Link to={paths.action} params={{ planId, actionId }} title={title}>
                {reference}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
      {mayBeClosed.length > 0 ? (
        <p className={classes.words}>
          All done and evidenced, so that it may be closed:{' '}
          {mayBeClosed.map(({ id, reference }, place) => (
            <span key={id}>
              {place > 0 ? ', ' : ''}
              <Link to={paths.recommendation} params={{ planId, recommendationId: id }}>
                {reference}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
      {open > 0 ? (
        <>
          <p className={classes.words}>
            {countOf(open, 'decision of a review is', 'decisions of reviews are')} open:
          </p>
          <ul className={classes.list}>
            {items.map(({ reference, text, dueDate }) => (
              <li key={reference}>
                {text}{' '}
                <span className={classes.quiet}>
                  {reference}
                  {dueDate ? `, due ${formatDate(dueDate)}` : ''}
                </span>
              </li>
            ))}
          </ul>
          {open > items.length ? <p className={classes.words}>And {open - items.length} more.</p> : null}
        </>
      ) : null}
    </Panel>
  );
}
