import { formatDate, PLAN_DATE_KIND_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import classes from './calendar.module.css';
import { dateBinQuery, useCalendarWrites } from './queries.ts';

/** Dates that were taken out, with why and a way back; nothing when there are none. */
export function DateBin({ planId }: { planId: string }) {
  const { data } = useQuery(dateBinQuery(planId));
  const { restoreDate } = useCalendarWrites();
  if (!data || data.length === 0) return null;
  return (
    <details className={`${classes.bin} gt-screen-only`}>
      <summary>Recycle bin: {countOf(data.length, 'date')} taken out</summary>
      {restoreDate.error ? <p role="alert">{problemOf(restoreDate.error).message}</p> : null}
      <ul className={classes.agenda}>
        {data.map(({ id, kind, title, fromDate, deletedReason, redactedAt, version }) => {
          const name = `${title || PLAN_DATE_KIND_LABELS[kind]}, ${formatDate(fromDate)}`;
          return (
            <li key={id} className={classes.binItem}>
              <span>
                {redactedAt ? 'Words that were destroyed' : name}
                <span className={classes.quiet}> {deletedReason}</span>
              </span>
              {redactedAt ? null : (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() =>
                    restoreDate.mutate(
                      { planDateId: id, version },
                      { onSuccess: () => toast('The date is in the calendar again.') },
                    )
                  }
                >
                  Put back<span className="gt-visually-hidden"> {name}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
