import { formatDate } from '@gt/contracts/words';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import classes from './clocks-panel.module.css';
import { type GatedClock, useCalendarWrites } from './queries.ts';

/** The ready-made gates of a clock without any, with their days, to be taken with one press. */
export function ProposedGates({ clock, mayEdit }: { clock: GatedClock; mayEdit: boolean }) {
  const { takeReadyGates } = useCalendarWrites();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  if (!mayEdit || clock.proposed.length === 0) return null;
  const id = `gates-${clock.clockId}`;
  return (
    <section className={`${classes.panel} gt-screen-only`} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        Approvals before the submission
      </h2>
      <p className={classes.quiet}>
        No approvals are planned yet. These are the usual ones of councils and trusts, as shares of the{' '}
        {clock.workingDays} working days. No law sets them: each can be renamed, moved or removed.
      </p>
      <ol className={classes.proposed}>
        {clock.proposed.map(({ name, dueDate, workingDay }) => (
          <li key={name}>
            {name}: {formatDate(dueDate)}, working day {workingDay}
          </li>
        ))}
      </ol>
      {takeReadyGates.error ? <p role="alert">{problemOf(takeReadyGates.error).message}</p> : null}
      <Button
        loading={takeReadyGates.isPending}
        onClick={() =>
          takeReadyGates.mutate(
            { clockId: clock.clockId, idempotencyKey },
            { onSuccess: () => toast('The approvals are planned.') },
          )
        }
      >
        Use these gates
      </Button>
    </section>
  );
}
