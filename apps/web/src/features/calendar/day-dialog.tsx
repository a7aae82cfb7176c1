import { CALENDAR_KIND_LABELS, type IsoDate } from '@gt/contracts/words';
import { dayOff } from '@gt/domain/calendar';
import { dayWords } from '@gt/domain/review';
import { grouped } from '@gt/domain/wording';
import { Dialog, SkeletonRows } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import classes from './calendar.module.css';
import { EntryLink } from './entry-link.tsx';
import { type DayInput, dayQuery, type Entry, type Span } from './queries.ts';

type DayDialogProps = {
  asked: DayInput & { date: IsoDate };
  onClose: () => void;
  /** Put a date into this day; null for those who may not. */
  onAdd: (() => void) | null;
};

/** Everything of one day, kind by kind. */
export function DayDialog({ asked, onClose, onAdd }: DayDialogProps) {
  const { data, error, refetch } = useQuery(dayQuery(asked));
  const off = dayOff(asked.date);
  return (
    <Dialog onClose={onClose} title={dayWords(asked.date)} size="lg">
      {off ? (
        <p className={classes.quiet}>{off.isHoliday ? `${off.name}: no working day.` : 'No working day.'}</p>
      ) : null}
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={3} label="Loading the day" /> : null}
      {data ? <Kinds planId={asked.planId} day={data} /> : null}
      <Group justify="flex-end" gap="xs" mt="lg">
        {onAdd ? (
          <Button variant="default" onClick={onAdd}>
            Add a date here
          </Button>
        ) : null}
        <Button onClick={onClose}>Back to the calendar</Button>
      </Group>
    </Dialog>
  );
}

function Kinds({ planId, day }: { planId: string; day: Span }) {
  if (day.entries.length === 0) return <p>Nothing stands in this day.</p>;
  return [...Map.groupBy(day.entries, ({ kind }) => kind)].map(([kind, entries]) => (
    <section key={kind} aria-label={CALENDAR_KIND_LABELS[kind]}>
      <h3 className={classes.kindName}>
        {CALENDAR_KIND_LABELS[kind]} ({grouped(totalOf(day, entries))})
      </h3>
      <ul className={classes.agenda}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryLink planId={planId} entry={entry} isUnderKind />
          </li>
        ))}
      </ul>
      {totalOf(day, entries) > entries.length ? (
        <p className={classes.quiet}>
          The first {grouped(entries.length)} are named here.{' '}
          <Link to={paths.planActions} params={{ planId }}>
            Open the list of actions
          </Link>{' '}
          to see all of them.
        </p>
      ) : null}
    </section>
  ));
}

function totalOf(day: Span, entries: readonly Entry[]): number {
  return day.crowds.find(({ kind }) => kind === entries[0]?.kind)?.total ?? entries.length;
}
