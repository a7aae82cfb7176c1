import { formatShortDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { RagBadge } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../lib/paths.ts';
import type { TimelineRow } from '../queries.ts';
import { dueFacts, milestoneState, waitsOf } from './spoken-row.ts';
import shared from './timeline.module.css';
import classes from './timeline-list.module.css';
import type { TimelineListProps } from './timeline-list-props.ts';
import { useSome } from './use-some.tsx';

/** The timeline where there is no room to draw it: dated rows. */
export function TimelineList(props: TimelineListProps) {
  const { planId, today, search } = props;
  const { shown, button } = useSome(props);
  return (
    <>
      <ul className={classes.listed} aria-label="Actions by date">
        {shown.map((row) => {
          const late = row.milestones.filter((one) => milestoneState(one, today) === 'late').length;
          const waits = waitsOf(row);
          return (
            <li key={row.id} className={classes.dated} data-open={search.open === row.id}>
              <p className={classes.when}>
                {spanOf(row)} <RagBadge rag={row.declaredRag} compact />
              </p>
              <Link
                to={paths.planActions}
                params={{ planId }}
                search={{ ...search, open: row.id }}
                resetScroll={false}
                className={classes.whole}
              >
                <span className={shared.reference}>{row.reference}</span>{' '}
                {row.isRedacted ? 'Words destroyed' : row.title}
              </Link>
              <p className={classes.rest}>
                {dueFacts(row).map((fact) => (
                  <span key={fact} className={classes.fact} data-late={fact.startsWith('overdue')}>
                    {fact}
                  </span>
                ))}
                {row.milestones.length > 0 ? (
                  <span className={classes.fact} data-late={late > 0}>
                    {countOf(row.milestones.length, 'milestone')}
                    {late > 0 ? `, ${late} late` : ''}
                  </span>
                ) : null}
                {waits === 'Nothing' ? null : <span className={classes.fact}>waits for {waits}</span>}
              </p>
            </li>
          );
        })}
      </ul>
      {button}
    </>
  );
}

function spanOf({ startDate, dueDate }: TimelineRow): string {
  if (startDate && dueDate) return `${formatShortDate(startDate)} to ${formatShortDate(dueDate)}`;
  if (dueDate) return `Due ${formatShortDate(dueDate)}`;
  return startDate ? `From ${formatShortDate(startDate)}, no due date` : 'No dates';
}
