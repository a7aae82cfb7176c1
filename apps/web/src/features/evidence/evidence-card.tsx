import { EVIDENCE_FORM_LABELS, EVIDENCE_KIND_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../lib/paths.ts';
import classes from './evidence.module.css';
import { periodWords } from './evidence-facts.ts';
import type { EvidenceRow } from './queries.ts';
import { StandingNote } from './standing-note.tsx';
import { StateBadge } from './state-badge.tsx';

type EvidenceCardProps = {
  item: EvidenceRow;
  /** In place of the state, where all of the list are in the same: "4 days". */
  standing?: ReactNode;
  /** Said beneath: why this person may not check it. */
  note?: string;
};

/** An item of evidence in a short list: what it is, what it shows, how its check stands. */
export function EvidenceCard({ item, standing, note }: EvidenceCardProps) {
  const period = periodWords(item, true);
  const facts = [
    EVIDENCE_KIND_LABELS[item.kind],
    item.form !== 'FILE' && EVIDENCE_FORM_LABELS[item.form].toLowerCase(),
    period && `covers ${period}`,
    item.showsImpact && 'shows a difference for children',
    `by ${item.uploadedBy.name}`,
  ];
  const { lastCheck, state } = item;
  return (
    <li className={classes.card}>
      <p className={classes.cardHead}>
        <Link to={paths.evidence} params={{ planId: item.planId }} search={{ open: item.id }}>
          {item.reference} {item.redactedAt ? 'Destroyed' : item.title}
        </Link>
        {standing ?? <StateBadge state={state} />}
      </p>
      {item.shows ? <p className={classes.text}>{item.shows}</p> : null}
      <p className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</p>
      <StandingNote standing={item.standing} />
      {item.openQuestions > 0 ? (
        <p className={classes.text}>
          <strong>{countOf(item.openQuestions, 'question')} to be answered</strong>
        </p>
      ) : null}
      {state === 'RETURNED' && lastCheck?.reason ? (
        <p className={classes.text}>
          <strong>{lastCheck.isSample ? 'A dip check found, to mend:' : 'To mend:'}</strong>{' '}
          {lastCheck.reason}
        </p>
      ) : null}
      {note ? <p className={classes.quiet}>{note}</p> : null}
    </li>
  );
}
