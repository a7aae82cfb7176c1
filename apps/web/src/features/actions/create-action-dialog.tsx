import type { IsoDate, Priority } from '@gt/contracts/words';
import { validateAction } from '@gt/domain/action';
import { datedMilestones } from '@gt/domain/planning';
import { DateField, Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { NativeSelect, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useUnreadableDates } from '../../lib/use-unreadable-dates.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { AssignmentFields, assigneesQuery } from '../assignments/public.tsx';
import { EditTemplateDialog, StartFrom, type Template, templatesQuery } from '../templates/public.tsx';
import { factsFrom, startMoved } from './begin-from-template.ts';
import { FactFields } from './edit-dialog.tsx';
import { actionFiltersQuery, useActionWrites } from './queries.ts';

type CreateActionDialogProps = {
  planId: string;
  /** The recommendation it comes under; asked when absent. */
  recommendationId?: string;
  /** The open review that it is made in. */
  reviewId?: string;
  onClose: () => void;
  onCreated?: (actionId: string) => void;
};

type NewAction = {
  /** The template it begins from; '' for none. */
  templateId: string;
  /** Days from start to due, while the due date follows the start. */
  days: number | null;
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
  templateId: '',
  days: null,
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
  const { planId, recommendationId, reviewId, onClose, onCreated } = props;
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
  const client = useQueryClient();
  const today = useToday();
  const form = useWriteForm();
  const dates = useUnreadableDates({ startDate: 'the start date', dueDate: 'the due date' });
  const [edited, setEdited] = useState<Template | null>(null);
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
      const { supporting, templateId, days: _, ...facts } = values;
      // A draft may come back before the templates do.
      const { templates } = templateId
        ? await client.ensureQueryData(templatesQuery(planId))
        : { templates: [] };
      const template = templates.find(({ id }) => id === templateId);
      made = await create.mutateAsync({
        ...facts,
        milestones: template && facts.startDate ? datedMilestones(template.milestones, facts.startDate) : [],
        supportingTeamIds: idsOf(supporting),
        recommendationId: under,
        reviewId,
        idempotencyKey,
      });
    });
    if (!saved || !made) return;
    draft.clear();
    toast(`${made.reference} has been added.`);
    onClose();
    onCreated?.(made.id);
  };
  // In its place and not above it, so that Escape closes one of them; what was typed is in the draft.
  if (edited) return <EditTemplateDialog template={edited} onClose={() => setEdited(null)} />;
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
          <StartFrom
            planId={planId}
            templateId={values.templateId}
            startDate={values.startDate}
            onChoose={(template, before) => set(factsFrom(template, values, today, before))}
            onEdit={setEdited}
          />
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
          <FactFields
            values={values}
            errors={form.errors}
            onChange={(patch) => set(startMoved(patch, values))}
            onUnreadable={dates.watch}
          />
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
