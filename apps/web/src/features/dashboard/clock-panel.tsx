import { formatDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { ClockBadge } from '@gt/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useUser } from '../../lib/session.ts';
import classes from './clock-panel.module.css';
import type { Clock } from './queries.ts';
import { SubmitClockDialog } from './submit-clock-dialog.tsx';

/** A statutory clock: where it stands, and how to stop it. */
export function ClockPanel({ clock, planId }: { clock: Clock; planId: string }) {
  const { roles } = useUser();
  const [isOpen, setOpen] = useState(false);
  const maySubmit = holds(roles, 'clock.submit');
  const isStopped = clock.submittedOn !== null;
  return (
    <section className={classes.root} aria-label="Statutory clock">
      <div className={classes.words}>
        {clock.workingDaysLeft === null ? (
          <strong>{clock.stateText}</strong>
        ) : (
          <ClockBadge words={clock.stateText} dueDate={clock.dueDate} daysLeft={clock.workingDaysLeft} />
        )}
        <p className={classes.facts}>
          Received {formatDate(clock.receivedDate)}, {clock.workingDays} working days, due{' '}
          {formatDate(clock.dueDate)}.
          {clock.submittedOn ? (
            <>
              {' '}
              Submitted on {formatDate(clock.submittedOn)}:{' '}
              <a href={`/files/clock-submissions/${clock.id}`} download>
                {clock.submittedFileName ?? 'the statement'}
              </a>
            </>
          ) : null}
        </p>
      </div>
      {maySubmit ? (
        <Button
          variant={isStopped ? 'subtle' : 'default'}
          className="gt-screen-only"
          onClick={() => setOpen(true)}
        >
          {isStopped ? 'Correct the submission' : 'Record the submission'}
        </Button>
      ) : null}
      {isOpen ? <SubmitClockDialog clock={clock} planId={planId} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
