import { formatDate } from '@gt/contracts/words';
import { Button } from '@mantine/core';
import { londonDay } from '../../lib/instants.ts';
import classes from './evidence.module.css';
import type { EvidenceDetail } from './queries.ts';

type CheckBoxProps = {
  evidence: EvidenceDetail;
  onCheck: (decision: 'ACCEPTED' | 'RETURNED') => void;
};

const TITLES = {
  SUBMITTED: 'Waiting for somebody to check it',
  ACCEPTED: 'Accepted',
  RETURNED: 'Returned: to be mended',
  WITHDRAWN: 'Withdrawn: it no longer counts as proof',
} as const;

/** How the check stands, and the buttons to decide; when the person may not, why not. */
export function CheckBox({ evidence, onCheck }: CheckBoxProps) {
  const { state, lastCheck, may } = evidence;
  const standing = state === 'ACCEPTED' || state === 'RETURNED' ? lastCheck : null;
  return (
    <section className={classes.checkBox} aria-label="Check">
      <p>
        <strong>{TITLES[state]}</strong>
        {standing ? ` by ${standing.checkedBy} on ${formatDate(londonDay(standing.checkedAt))}` : ''}
      </p>
      {standing?.reason ? <p className={classes.text}>“{standing.reason}”</p> : null}
      {may.check.ok ? (
        <div className={`${classes.buttons} gt-screen-only`}>
          {state === 'ACCEPTED' ? null : <Button onClick={() => onCheck('ACCEPTED')}>Accept …</Button>}
          {state === 'RETURNED' ? null : (
            <Button variant="default" onClick={() => onCheck('RETURNED')}>
              Return …
            </Button>
          )}
        </div>
      ) : (
        <p className={classes.quiet}>{may.check.sentence}</p>
      )}
    </section>
  );
}
