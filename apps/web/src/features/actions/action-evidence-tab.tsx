import { EVIDENCE_KIND_LABELS, EVIDENCE_STATE_LABELS, formatDate } from '@gt/contracts/words';
import { EmptyState } from '@gt/ui';
import classes from './action-view.module.css';
import type { ActionDetail } from './queries.ts';

type Item = ActionDetail['evidenceItems'][number];

function period({ periodFrom, periodTo }: Item): string {
  if (periodFrom && periodTo) return `covers ${formatDate(periodFrom)} to ${formatDate(periodTo)}`;
  return periodTo ? `as at ${formatDate(periodTo)}` : '';
}

/** The evidence linked to an action. */
export function ActionEvidenceTab({ action }: { action: ActionDetail }) {
  if (action.evidenceItems.length === 0) {
    return <EmptyState sentence="No evidence yet. An action closes on at least one accepted item." />;
  }
  return (
    <ul className={classes.entries}>
      {action.evidenceItems.map((item) => (
        <li key={item.id} className={classes.entry}>
          <p className={classes.fact}>
            <strong>
              {item.reference} {item.redactedAt ? 'Destroyed' : item.title}
            </strong>
          </p>
          <p className={classes.quiet}>
            {[EVIDENCE_KIND_LABELS[item.kind], EVIDENCE_STATE_LABELS[item.state], period(item)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {item.shows ? <p className={classes.fact}>{item.shows}</p> : null}
        </li>
      ))}
    </ul>
  );
}
