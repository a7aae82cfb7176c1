import { Link } from '@tanstack/react-router';
import type { EvidenceSearch } from '../../lib/evidence-search.ts';
import { paths } from '../../lib/paths.ts';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import classes from './figure-row.module.css';
import type { Position } from './queries.ts';

type Figure = {
  label: string;
  value: number;
  /** What else must be known to read the number. */
  note: string;
  /** The actions behind it. */
  search?: PlanActionsSearch;
  /** The evidence behind it. */
  evidence?: EvidenceSearch;
};

function figuresOf({ totals }: Position): Figure[] {
  const { overdueAgainstOriginal: original } = totals;
  return [
    {
      label: 'Overdue',
      value: totals.overdue,
      note: `${original} past ${original === 1 ? 'its' : 'their'} original date`,
      search: { due: 'overdue' },
    },
    {
      label: 'Due in 14 days',
      value: totals.dueIn14Days,
      note: 'today included',
      search: { due: '14-days' },
    },
    {
      label: 'Without evidence',
      value: totals.withoutEvidence,
      note: `of ${totals.actions} actions`,
      search: { evidence: 'none' },
    },
    {
      label: 'Silent',
      value: totals.silent,
      note: 'no update for more than 14 days',
      search: { updates: 'silent' },
    },
    {
      label: 'Waiting for check',
      value: totals.waitingForCheck,
      note: `of ${totals.evidence} items of evidence, ${totals.evidenceAccepted} accepted${
        totals.evidenceExpired > 0 ? ` (${totals.evidenceExpired} more expired)` : ''
      }`,
      evidence: { state: 'SUBMITTED' },
    },
    {
      label: 'Closed',
      value: totals.byStatus.CLOSED,
      note: `of ${totals.actions} actions, evidenced and embedded`,
      search: { status: 'CLOSED' },
    },
  ];
}

/** The numbers that matter, each with what it is out of and the way to the actions behind it. */
export function FigureRow({ position }: { position: Position }) {
  return (
    <ul className={classes.row} aria-label="Key figures">
      {figuresOf(position).map(({ label, value, note, search, evidence }) => (
        <li key={label} className={classes.figure}>
          <p className={classes.label}>
            {search ? (
              <Link
                to={paths.planActions}
                params={{ planId: position.planId }}
                search={search}
                className={classes.link}
              >
                {label}
              </Link>
            ) : null}
            {evidence ? (
              <Link
                to={paths.evidence}
                params={{ planId: position.planId }}
                search={evidence}
                className={classes.link}
              >
                {label}
              </Link>
            ) : null}
          </p>
          <p className={`${classes.value} gt-figures`}>{value}</p>
          <p className={classes.note}>{note}</p>
        </li>
      ))}
    </ul>
  );
}
