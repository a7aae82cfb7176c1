import { formatDate, type IsoDate } from '@gt/contracts/words';
import { addWorkingDays, workingCalendar } from '@gt/domain/calendar';
import { clockPeriods, inspectionWarnings } from '@gt/domain/inspection';
import { DateField } from '@gt/ui';
import classes from './plan-form.module.css';
import { type FieldErrors, namesPriority, type PlanFormState } from './plan-form-state.ts';

type ReceivedFieldProps = {
  state: PlanFormState;
  errors: FieldErrors;
  today: IsoDate;
  onChange: (receivedDate: IsoDate | null) => void;
};

const CALENDAR = workingCalendar();

/** The date of receipt, asked and never guessed, with the statutory clock it starts. */
export function ReceivedField({ state, errors, today, onChange }: ReceivedFieldProps) {
  const { kind, receivedDate, endDate } = state.inspection;
  const owed = kind ? clockPeriods(kind, namesPriority(state)) : null;
  const isUsable = receivedDate !== null && receivedDate <= today;
  return (
    <div className={classes.asked}>
      <DateField
        id="inspection.receivedDate"
        label="When did the council receive the report?"
        description="No report prints this. The statutory clock starts on the first working day after it. For example, 12 March 2026."
        value={receivedDate}
        error={errors['inspection.receivedDate']}
        onChange={onChange}
      />
      {inspectionWarnings({ endDate, receivedDate }).map(({ message }) => (
        <p key={message} className={classes.warning}>
          {message}
        </p>
      ))}
      {owed?.isDue && isUsable
        ? owed.periods.map(({ workingDays, subject }) => (
            <p key={workingDays} className={classes.clock}>
              {subject} due on {formatDate(addWorkingDays(receivedDate, workingDays, CALENDAR))} (
              {workingDays} working days)
            </p>
          ))
        : null}
      {owed && !owed.isDue ? <p className={classes.note}>{owed.why}</p> : null}
    </div>
  );
}
