import { Button } from '@mantine/core';
import { dayInWords } from '../../lib/instants.ts';
import type { RedactionRow } from './queries.ts';
import { ENTITY_LABELS } from './redaction-words.ts';
import classes from './redactions.module.css';

export const decideId = (redactionId: string) => `decide-${redactionId}`;

function stateWords({ state, decidedAt }: RedactionRow): string {
  if (state === 'REQUESTED') return 'Waits for a second person';
  const day = decidedAt ? dayInWords(decidedAt) : '';
  return state === 'DONE' ? `Redacted on ${day}` : `Refused on ${day}`;
}

type RedactionItemProps = { row: RedactionRow; selfId: string; onDecide: (row: RedactionRow) => void };

/** One request: what, why, who asked, who decided. */
export function RedactionItem({ row, selfId, onDecide }: RedactionItemProps) {
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <h3 className={classes.title}>{row.reference}</h3>
        <span className={classes.state} data-state={row.state}>
          {stateWords(row)}
        </span>
      </div>
      <p className={classes.reason}>{row.reason}</p>
      <p className={classes.who}>
        {ENTITY_LABELS[row.entity]}. Asked by {row.requestedBy} on {dayInWords(row.requestedAt)}.
      </p>
      {row.decidedBy ? (
        <p className={classes.who}>
          {row.state === 'DONE' ? 'Agreed' : 'Refused'} by {row.decidedBy}: {row.decisionNote}
        </p>
      ) : null}
      {row.mayDecide ? (
        <Button
          data-opener={decideId(row.id)}
          className={`${classes.decide} gt-screen-only`}
          variant="default"
          aria-label={`Look and decide: ${row.reference}`}
          onClick={() => onDecide(row)}
        >
          Look and decide
        </Button>
      ) : null}
      {row.state === 'REQUESTED' && row.requestedById === selfId ? (
        <p className={classes.who}>You asked, so somebody else must agree.</p>
      ) : row.whyNot ? (
        <p className={classes.who}>{row.whyNot}</p>
      ) : null}
    </li>
  );
}
