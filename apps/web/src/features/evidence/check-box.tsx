import { formatDate } from '@gt/contracts/words';
import { Button } from '@mantine/core';
import { londonDay } from '../../lib/instants.ts';
import classes from './evidence.module.css';
import type { EvidenceDetail } from './queries.ts';

type CheckBoxProps = {
  evidence: EvidenceDetail;
  onDeed: (deed: CheckDeed) => void;
};

export type CheckDeed = 'ACCEPTED' | 'RETURNED' | 'uphold' | 'fail' | 'ask';

const TITLES = {
  SUBMITTED: 'Waiting for somebody to check it',
  ACCEPTED: 'Accepted',
  RETURNED: 'Returned: to be mended',
  WITHDRAWN: 'Withdrawn: it no longer counts as proof',
} as const;

/** How the check stands, and the buttons to decide; when the person may not, why not. */
export function CheckBox({ evidence, onDeed }: CheckBoxProps) {
  const { state, lastCheck, may } = evidence;
  const standing = state === 'ACCEPTED' || state === 'RETURNED' ? lastCheck : null;
  return (
    <section className={classes.checkBox} aria-label="Check">
      <p>
        <strong>{TITLES[state]}</strong>
        {standing?.isSample ? ' in a dip check' : ''}
        {standing ? ` by ${standing.checkedBy} on ${formatDate(londonDay(standing.checkedAt))}` : ''}
      </p>
      {standing?.reason ? <p className={classes.text}>“{standing.reason}”</p> : null}
      {may.check.ok ? (
        <div className={`${classes.buttons} gt-screen-only`}>
          {state === 'ACCEPTED' ? null : <Button onClick={() => onDeed('ACCEPTED')}>Accept …</Button>}
          {state === 'RETURNED' ? null : (
            <Button variant="default" onClick={() => onDeed('RETURNED')}>
              Return …
            </Button>
          )}
          {may.ask.ok ? (
            <Button variant="default" onClick={() => onDeed('ask')}>
              Ask a question …
            </Button>
          ) : null}
        </div>
      ) : (
        <p className={classes.quiet}>{may.check.sentence}</p>
      )}
      {may.sample.ok ? (
        <div className={`${classes.buttons} gt-screen-only`}>
          <span className={classes.quiet}>Dip check:</span>
          <Button variant="default" size="compact-md" onClick={() => onDeed('uphold')}>
            Uphold …
          </Button>
          <Button variant="default" size="compact-md" onClick={() => onDeed('fail')}>
            Fail …
          </Button>
        </div>
      ) : null}
    </section>
  );
}
