import { Link } from '@tanstack/react-router';
import type { EvidenceSearch } from '../../lib/evidence-search.ts';
import { paths } from '../../lib/paths.ts';
import { FigureLink, NOT_RECORDED } from './figure-link.tsx';
import classes from './figure-row.module.css';
import type { Figure, Position } from './queries.ts';

type Tile = {
  label: string;
  figure: Figure;
  /** What else must be known to read the number. */
  note: string;
};

function tilesOf({ totals, silentDays }: Position): Tile[] {
  const { overdue, pastOriginal, dueIn14Days, withoutEvidence, silent, closed, actions } = totals;
  return [
    {
      label: 'Overdue',
      figure: overdue,
      note: `${pastOriginal.value} past ${pastOriginal.value === 1 ? 'its' : 'their'} original date`,
    },
    { label: 'Due in 14 days', figure: dueIn14Days, note: 'that day included' },
    { label: 'Without evidence', figure: withoutEvidence, note: `of ${actions.value} actions` },
    {
      label: 'Silent',
      figure: silent,
      note: silentDays === null ? NOT_RECORDED : `no update for more than ${silentDays} days`,
    },
    { label: 'Closed', figure: closed, note: `of ${actions.value} actions, evidenced and embedded` },
  ];
}

/** The numbers that matter, each with what it is out of and the way to the actions behind it. */
export function FigureRow({ position }: { position: Position }) {
  return (
    <ul className={classes.row} aria-label="Key figures">
      {tilesOf(position).map(({ label, figure, note }) => (
        <li key={label} className={classes.figure}>
          <p className={classes.label}>{label}</p>
          <p className={`${classes.value} gt-figures`}>
            <FigureLink
              position={position}
              figure={figure}
              words={label.toLowerCase()}
              className={classes.link}
            />
          </p>
          <p className={classes.note}>{note}</p>
        </li>
      ))}
      <WaitingTile position={position} />
    </ul>
  );
}

const WAITING: EvidenceSearch = { state: 'SUBMITTED' };

/** Evidence that nobody has checked; the list of it is of today only. */
function WaitingTile({ position: { evidence, planId, snapshot } }: { position: Position }) {
  const note = evidence
    ? `of ${evidence.known} items of evidence, ${evidence.accepted} accepted${
        evidence.expired > 0 ? ` (${evidence.expired} more expired)` : ''
      }`
    : NOT_RECORDED;
  const value = evidence?.submitted ?? '–';
  return (
    <li className={classes.figure}>
      <p className={classes.label}>Waiting for check</p>
      <p className={`${classes.value} gt-figures`}>
        {snapshot || !evidence || evidence.submitted === 0 ? (
          value
        ) : (
          <Link to={paths.evidence} params={{ planId }} search={WAITING} className={classes.link}>
            {value}
            <span className="gt-visually-hidden"> items of evidence wait for their check</span>
          </Link>
        )}
      </p>
      <p className={classes.note}>{note}</p>
    </li>
  );
}
