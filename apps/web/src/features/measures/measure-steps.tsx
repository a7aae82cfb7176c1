import { formatDate } from '@gt/contracts/words';
import { Button } from '@mantine/core';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { RedactedNote } from '../redactions/public.tsx';
import classes from './measures.module.css';
import { type MeasureDetail, useMeasureWrites } from './queries.ts';

/** Where the limits of the control chart were begun anew, by whom and why; those taken back too. */
export function MeasureSteps({ measure }: { measure: MeasureDetail }) {
  const { removeStep } = useMeasureWrites();
  const { steps, may } = measure;
  if (steps.length === 0) return null;
  return (
    <section aria-label="Steps">
      <h3 className={classes.heading}>Steps of the control chart</h3>
      <ul className={classes.entries}>
        {steps.map((step) => (
          <li key={step.id} className={classes.entry}>
            <p className={classes.linkLine}>
              <span>
                <strong>Limits anew from {formatDate(step.date)}</strong>
                {step.removedAt ? ' (taken back)' : ''}
              </span>
              {may.edit.ok && step.removedAt === null ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  flex="none"
                  className="gt-screen-only"
                  aria-label={`Take back the step of ${formatDate(step.date)}`}
                  onClick={() =>
                    removeStep.mutate(
                      { stepId: step.id },
                      { onSuccess: () => toast('The step is taken back; it stays on record.') },
                    )
                  }
                >
                  Take back
                </Button>
              ) : null}
            </p>
            {step.redactedAt ? <RedactedNote redactedAt={step.redactedAt} /> : <p>{step.reason}</p>}
            <span className={classes.beneath}>
              {step.by}, {dayInWords(step.at)}
              {step.removedAt ? `; taken back by ${step.removedBy} on ${dayInWords(step.removedAt)}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
