import type { IsoDate, Priority } from '@gt/contracts/words';
import { validateAction } from '@gt/domain/action';
import { DateField, Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useUnreadableDates } from '../../lib/use-unreadable-dates.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { AssignmentFields, assigneesQuery } from '../assignments/public.tsx';
import { FactFields } from './edit-dialog.tsx';
import { actionFiltersQuery, useActionWrites } from './queries.ts';

type CreateActionDialogProps = {
  planId: string;
  /** The recommendation it comes under; asked when absent. */
  recommendationId?: string;
  onClose: () => void;
  onCreated?: (actionId: string) => void;
};

type NewAction = {
  recommendationId: string;
  title: string;
  detail: string;
  successMeasure: string;
  priority: Priority;
  startDate: IsoDate | null;
  dueDate: IsoDate | null;
  teamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
  partnerTeamId: string | null;
  leadPostId: string | null;
  /** Ids parted by commas: a draft keeps plain values. */
  supporting: string;
};

const EMPTY: NewAction = {
  recommendationId: '',
  title: '',
  detail: '',
  successMeasure: '',
  priority: 'MEDIUM',
  startDate: null,
  dueDate: null,
  teamId: null,
  ownerPostId: null,
  ownerUserId: null,
  partnerTeamId: null,
  leadPostId: null,
  supporting: '',
};

const idsOf = (supporting: string) => (supporting === '' ? [] : supporting.split(','));

/** A new action under a recommendation: what, who, by when. Typed words are kept until it is added. */
export function CreateActionDialog(props: CreateActionDialogProps) {
  const { planId, recommendationId, onClose, onCreated } = props;
  const { data: names } = useQuery(actionFiltersQuery(planId));
  const { data: assignees } = useQuery(assigneesQuery(planId));
  const draft = useDraft<NewAction>(
    `action-new:${recommendationId ?? planId}`,
    recommendationId
      ? { entityType: 'RECOMMENDATION', entityId: recommendationId }
      : { entityType: 'PLAN', entityId: planId },
    EMPTY,
  );
  const { values, set } = draft;
  const { create } = useActionWrites();
  const form = useWriteForm();
  const dates = useUnreadableDates({ startDate: 'the start date', dueDate: 'the due date' });
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const under = recommendationId ?? values.recommendationId;

  const submit = async () => {
    const found = [...dates.problems, ...validateAction(values)];
    const missing = under
      ? []
      : [{ field: 'recommendationId', message: 'Choose the recommendation it comes under' }];
    if (!form.passes([...missing, ...found])) return;
    let made: { id: string; reference: string } | undefined;
    const saved = await form.send(async () => {
      const { supporting, ...facts } = values;
      made = await create.mutateAsync({
        ...facts,
        supportingTeamIds: idsOf(supporting),
        recommendationId: under,
        idempotencyKey,
      });
    });
    if (!saved || !made) return;
    draft.clear();
    toast(`${made.reference} has been added.`);
    onClose();
    onCreated?.(made.id);
  };
  return (
    <Dialog onClose={onClose} size="lg" title="Add an action">
      <ErrorSummary {...form.summary} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          {recommendationId ? null : (
            <NativeSelect
              id="recommendationId"
              data-autofocus
              label="Under which recommendation"
              value={values.recommendationId}
              data={[
                { value: '', label: 'Choose one' },
                ...(names?.recommendations.map(({ id, number, quote }) => ({
                  value: id,
                  label: `R${number} ${quote.slice(0, 80)}`,
                })) ?? []),
              ]}
              onChange={(event) => set({ recommendationId: event.currentTarget.value })}
              error={form.errors.recommendationId}
            />
          )}
          <FactFields values={values} errors={form.errors} onChange={set} onUnreadable={dates.watch} />
          <DateField
            id="dueDate"
            label="Due"
            value={values.dueDate}
            onChange={(dueDate) => set({ dueDate })}
            onUnreadable={dates.watch('dueDate')}
            error={form.errors.dueDate}
          />
          <AssignmentFields
            values={{ ...values, supportingTeamIds: idsOf(values.supporting), alsoServesIds: [] }}
            assignees={assignees}
            errors={form.errors}
            onChange={({ supportingTeamIds, alsoServesIds: _, ...patch }) =>
              set(supportingTeamIds ? { ...patch, supporting: supportingTeamIds.join(',') } : patch)
            }
          />
          <DialogButtons
            label="Add the action"
            busy={create.isPending}
            backLabel="Discard"
            onBack={() => {
              draft.clear();
              onClose();
            }}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
