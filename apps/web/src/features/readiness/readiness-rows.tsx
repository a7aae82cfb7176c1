import { formatDate, RECOMMENDATION_STATUS_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { gapCounts } from '../../components/gap-counts.ts';
import { GapList } from '../../components/gap-list.tsx';
import { MonthsStrip } from '../../components/months-strip.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import type { AskSubject } from './ask-dialog.tsx';
import type { ReadinessRow } from './queries.ts';
import classes from './readiness.module.css';
import { SufficiencyBadge } from './sufficiency-badge.tsx';

type RowsProps = {
  planId: string;
  rows: readonly ReadinessRow[];
  /** What is missing stands open. */
  isOpen: boolean;
  /** Absent for those who may not ask. */
  onAsk?: (subject: AskSubject) => void;
};

/** One row per recommendation: the answer of its test, the months covered, and each gap with the way to mend it. */
export function ReadinessRows({ rows, ...props }: RowsProps) {
  return (
    <ul className={classes.rows}>
      {rows.map((row) => (
        <Row key={row.id} row={row} {...props} />
      ))}
    </ul>
  );
}

function Row({ planId, row, isOpen, onAsk }: Omit<RowsProps, 'rows'> & { row: ReadinessRow }) {
  const { id, reference, title, sufficiency, isReady, items, status, closedAt, leadPost } = row;
  return (
    <li className={classes.row}>
      <div className={classes.rowHead}>
        <h3 className={classes.rowTitle}>
          <span className="gt-figures">{reference}</span>{' '}
          <Link to={paths.recommendation} params={{ planId, recommendationId: id }}>
            {title}
          </Link>
        </h3>
        <div className={classes.badges}>
          <SufficiencyBadge state={sufficiency} />
          {status === 'OPEN' ? null : (
            <span className={classes.status}>
              {RECOMMENDATION_STATUS_LABELS[status]}
              {closedAt ? ` on ${dayInWords(closedAt)}` : ''}
            </span>
          )}
        </div>
      </div>
      <p className={classes.quiet}>{leadPost ? leadPost.title : 'Nobody answers for it yet'}</p>
      <div className={classes.rowBody}>
        <MonthsStrip months={row.months} words={row.monthsWords} of={reference} />
        <div>
          {isReady ? (
            <p className={classes.ready}>✓ Nothing is missing</p>
          ) : (
            <details open={isOpen} className={classes.gaps}>
              <summary>
                {countOf(items.length, 'item')} to mend
                <span className="gt-visually-hidden"> in {reference}</span>: {gapCounts(items)}
              </summary>
              <GapList planId={planId} items={items} />
            </details>
          )}
          <NotCounted sentences={row.notCounted} />
          <Asked planId={planId} asks={row.asks} />
          {onAsk ? (
            <Button
              variant="default"
              size="compact-sm"
              mt="xs"
              className="gt-screen-only"
              onClick={() => onAsk({ recommendationId: id, reference, actionId: null, text: '' })}
            >
              Ask a post for evidence …<span className="gt-visually-hidden"> of {reference}</span>
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  );
}

function NotCounted({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul className={classes.notes}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Asked({ planId, asks }: { planId: string; asks: ReadinessRow['asks'] }) {
  if (asks.length === 0) return null;
  return (
    <ul className={classes.notes} aria-label="Evidence asked for">
      {asks.map(({ id, post, text, dueDate, dueWords, overdue }) => (
        <li key={id}>
          <Link to={paths.ask} params={{ planId, askId: id }}>
            {post} is asked for “{text}”
          </Link>{' '}
          by {formatDate(dueDate)}
          {overdue ? <strong className={classes.late}>, {dueWords}</strong> : null}
        </li>
      ))}
    </ul>
  );
}
