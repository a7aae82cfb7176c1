import { formatDate, type IsoDate } from '@gt/contracts/words';
import { DateField } from '@gt/ui';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../lib/paths.ts';
import classes from './as-at-choice.module.css';
import { type SnapshotHead, snapshotsQuery } from './queries.ts';

type AsAtChoiceProps = { planId: string; at: IsoDate | undefined; snapshot: SnapshotHead | null };

/** Of which day the position is told: now, any day on which it was kept, or the last kept before a day. */
export function AsAtChoice({ planId, at, snapshot }: AsAtChoiceProps) {
  const { data } = useQuery(snapshotsQuery(planId));
  const navigate = useNavigate({ from: paths.position });
  const [day, setDay] = useState<IsoDate | null>(null);
  const choose = (chosen: IsoDate | undefined) =>
    void navigate({ search: { at: chosen }, resetScroll: false });
  const days = daysOf(data?.snapshots ?? []);
  if (days.length === 0 && at === undefined) return null;
  const chosenDay = snapshot?.asAt ?? '';
  return (
    <div className={`${classes.root} gt-screen-only`}>
      <NativeSelect
        label="As at"
        value={at === undefined ? 'now' : chosenDay}
        data={[
          { value: 'now', label: 'Now' },
          ...(at !== undefined && chosenDay === '' ? [{ value: '', label: formatDate(at) }] : []),
          ...days,
        ]}
        onChange={({ currentTarget: { value } }) => choose(value === 'now' ? undefined : (value as IsoDate))}
      />
      <form
        className={classes.day}
        onSubmit={(event) => {
          event.preventDefault();
          if (day) choose(day);
        }}
      >
        <DateField label="Or the last kept by" description="" value={day} onChange={setDay} />
        <Button type="submit" variant="default" disabled={day === null}>
          Show
        </Button>
      </form>
    </div>
  );
}

/** Each day on which the plan was kept, the newest first, by the last snapshot of the day. */
function daysOf(newestFirst: readonly SnapshotHead[]): { value: string; label: string }[] {
  const found = new Map<string, string>();
  for (const { asAt, review } of newestFirst) {
    if (found.has(asAt)) continue;
    found.set(asAt, review ? `${formatDate(asAt)}, review ${review.number}` : formatDate(asAt));
  }
  return [...found].map(([value, label]) => ({ value, label }));
}
