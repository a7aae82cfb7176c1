import { formatDate } from '@gt/contracts/words';
import { ClockBadge } from '@gt/ui';
import type { ReportClock } from './queries.ts';
import classes from './reports.module.css';

/** The statutory clock that a statement counts to, with the working days that are left. */
export function ClockLine({ clock }: { clock: ReportClock }) {
  const { stateText, dueDate, workingDays, workingDaysLeft, submittedOn } = clock;
  return (
    <p className={classes.clock}>
      {workingDaysLeft === null ? (
        <strong>{stateText}</strong>
      ) : (
        <ClockBadge words={stateText} dueDate={dueDate} daysLeft={workingDaysLeft} />
      )}
      <span className={classes.clockFacts}>
        {submittedOn
          ? `It was due on ${formatDate(dueDate)}.`
          : `${workingDays} working days after the report was received: ${formatDate(dueDate)}.`}
      </span>
    </p>
  );
}
