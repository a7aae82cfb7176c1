import { formatDate, PLAN_DATE_KIND_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { ConfirmDialog, Dialog, SkeletonRows } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import classes from './calendar.module.css';
import { PlanDateDialog } from './plan-date-dialog.tsx';
import { type PlanDate, planDateQuery, useCalendarWrites } from './queries.ts';

/** A date that somebody entered, with its note, and what may be done with it. */
export function PlanDateView({ planDateId, onClose }: { planDateId: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(planDateQuery(planDateId));
  const [deed, setDeed] = useState<'edit' | 'remove' | 'destroy' | null>(null);
  if (data && deed === 'edit') {
    return <PlanDateDialog planId={data.planId} date={data.fromDate} planDate={data} onClose={onClose} />;
  }
  if (data && deed === 'remove') return <RemoveDate date={data} onClose={onClose} />;
  if (data && deed === 'destroy') {
    const target = { entity: 'PLAN_DATE', entityId: data.id, reference: nameOf(data) } as const;
    return <RequestDestroy opened onClose={onClose} {...target} />;
  }
  return (
    <Dialog onClose={onClose} size="lg" title={data ? nameOf(data) : 'A date'}>
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={3} label="Loading the date" /> : null}
      {data ? <Facts date={data} onDeed={setDeed} /> : null}
    </Dialog>
  );
}

function nameOf({ kind, title }: PlanDate): string {
  if (title === '') return PLAN_DATE_KIND_LABELS[kind];
  return kind === 'OTHER' ? title : `${PLAN_DATE_KIND_LABELS[kind]}: ${title}`;
}

type FactsProps = { date: PlanDate; onDeed: (deed: 'edit' | 'remove' | 'destroy') => void };

function Facts({ date, onDeed }: FactsProps) {
  const mayEdit = holds(useUser().roles, 'plan.edit');
  const mayDestroy = useMayRequestDestroy();
  const { fromDate, untilDate, isFirm, note, createdBy } = date;
  return (
    <>
      <dl className={classes.facts}>
        <dt>When</dt>
        <dd>
          {formatDate(fromDate)}
          {untilDate === fromDate ? '' : ` to ${formatDate(untilDate)}`}
        </dd>
        <dt>How sure it is</dt>
        <dd>{isFirm ? 'Firm: the day is agreed' : 'Expected: it may still move'}</dd>
        {note ? (
          <>
            <dt>Note</dt>
            <dd className={classes.note}>{note}</dd>
          </>
        ) : null}
        <dt>Entered by</dt>
        <dd>{createdBy.name || 'Somebody who left'}</dd>
      </dl>
      <Group justify="flex-end" gap="xs" mt="lg">
        {mayDestroy ? (
          <Button variant="subtle" onClick={() => onDeed('destroy')}>
            Destroy what must not be there …
          </Button>
        ) : null}
        {mayEdit ? (
          <>
            <Button variant="default" onClick={() => onDeed('remove')}>
              Take out
            </Button>
            <Button onClick={() => onDeed('edit')}>Change</Button>
          </>
        ) : null}
      </Group>
    </>
  );
}

function RemoveDate({ date, onClose }: { date: PlanDate; onClose: () => void }) {
  const { removeDate, restoreDate } = useCalendarWrites();
  return (
    <ConfirmDialog
      opened
      title={`Take out “${nameOf(date)}”?`}
      confirmLabel="Take it out"
      reasonLabel="Why is it taken out?"
      busy={removeDate.isPending}
      refusal={removeDate.error ? problemOf(removeDate.error).message : undefined}
      onClose={onClose}
      onConfirm={(reason) =>
        removeDate.mutate(
          { planDateId: date.id, version: date.version, reason },
          {
            onSuccess: ({ planDateId, version }) => {
              toast('The date is in the recycle bin.', {
                undo: () => restoreDate.mutate({ planDateId, version }),
              });
              onClose();
            },
          },
        )
      }
    >
      <p>It leaves the calendar and everybody’s feed. It can be put back at the foot of the calendar.</p>
    </ConfirmDialog>
  );
}
