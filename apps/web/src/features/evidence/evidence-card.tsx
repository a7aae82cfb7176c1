import { EVIDENCE_KIND_LABELS } from '@gt/contracts/words';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../lib/paths.ts';
import classes from './evidence.module.css';
import { periodWords } from './evidence-facts.ts';
import type { EvidenceRow } from './queries.ts';
import { StateBadge } from './state-badge.tsx';

type EvidenceCardProps = {
  item: EvidenceRow;
  /** In place of the state, where all of the list are in the same: "4 days". */
  standing?: ReactNode;
};

/** An item of evidence in a short list: what it is, what it shows, how its check stands. */
export function EvidenceCard({ item, standing }: EvidenceCardProps) {
  const period = periodWords(item, true);
  const facts = [
    EVIDENCE_KIND_LABELS[item.kind],
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
      {state === 'RETURNED' && lastCheck?.reason ? (
        <p className={classes.text}>
          <strong>To mend:</strong> {lastCheck.reason}
        </p>
      ) : null}
    </li>
  );
}
