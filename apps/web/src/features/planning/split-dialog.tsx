import { type IsoDate, isoDate } from '@gt/contracts/words';
import { validateAction } from '@gt/domain/action';
import { orderWarning } from '@gt/domain/planning';
import { DateField, Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useUnreadableDates } from '../../lib/use-unreadable-dates.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { AssignmentFields, assigneesQuery } from '../assignments/public.tsx';
import classes from './planning.module.css';
import { type PlannedAction, useSplit } from './queries.ts';
import { SplitMilestones, useOpenMilestones } from './split-milestones.tsx';

type Named = { id: string } | null;
export type SplitDialogProps = {
  action: PlannedAction & {
    team: Named;
    ownerPost: Named;
    ownerUser: Named;
    leadPost: Named;
    partnerTeam: Named;
    supportingTeams: readonly { id: string }[];
  };
  onClose: () => void;
};

const idsOf = (joined: string) => (joined === '' ? [] : joined.split(','));
const joined = (items: readonly { id: string }[]) => items.map(({ id }) => id).join(',');

/** What is proposed: the same people and day. A draft keeps plain values, so ids are joined by commas. */
function proposed(action: SplitDialogProps['action']) {
  return {
    title: '',
    dueDate: action.dueDate === null ? null : isoDate(action.dueDate),
    teamId: action.team?.id ?? null,
    ownerPostId: action.ownerPost?.id ?? null,
    ownerUserId: action.ownerUser?.id ?? null,
    leadPostId: action.leadPost?.id ?? null,
    partnerTeamId: action.partnerTeam?.id ?? null,
    supporting: joined(action.supportingTeams),
    milestones: '',
    waits: false,
    // Kept with the words: a draft begun before somebody else's change must not pass for having seen it.
    version: action.version,
  };
}

/** Splits a part of this action off into a new one: its words, milestones, day and people are chosen. */
export function SplitDialog({ action: shown, onClose }: SplitDialogProps) {
  const [action] = useState(shown);
  const [initial] = useState(() => proposed(action));
  const navigate = useNavigate();
  const draft = useDraft(`split:${action.id}`, { entityType: 'ACTION', entityId: action.id }, initial);
  const { values, set } = draft;
  const { data: assignees } = useQuery(assigneesQuery(action.planId));
  const open = useOpenMilestones(action.id);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const dates = useUnreadableDates({ dueDate: 'the due date' });
  const split = useSplit();
  const form = useWriteForm();
  const chosen = (open.milestones ?? []).filter(({ id }) => idsOf(values.milestones).includes(id));
  const warning = values.waits ? warningOf(action, values.dueDate) : '';

  const submit = async () => {
    const { title, dueDate, supporting, milestones: _, ...rest } = values;
    if (!form.passes([...dates.problems, ...validateAction({ title, dueDate })])) return;
    const version = Math.max(values.version, form.conflict?.version ?? 0);
    if (version !== values.version) set({ version });
    const input = {
      ...rest,
      actionId: action.id,
      version,
      title,
      dueDate,
      supportingTeamIds: idsOf(supporting),
      milestones: chosen.map((item) => ({ milestoneId: item.id, version: item.version })),
      idempotencyKey,
    };
    let made = { id: '', reference: '' };
    const send = async () => {
      made = await split.mutateAsync(input);
    };
    if (!(await form.send(send))) return;
    draft.clear();
    toast(`${made.reference} is split off ${action.reference}.`);
    onClose();
    void navigate({ to: paths.action, params: { planId: action.planId, actionId: made.id } });
  };
  return (
    <Dialog onClose={onClose} size="lg" title={`Split ${action.reference}`}>
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        {form.conflict ? (
          <p role="alert" className={classes.notice}>
            {form.conflict.changedBy} changed the action meanwhile. Your words are kept; press once more to
            split it as it is now.
          </p>
        ) : null}
        <p className={classes.say}>
          A new action under the same recommendation, with the same priority. Updates, evidence and everything
          else stay with {action.reference}, and the history of both tells of it. A split cannot be undone.
        </p>
        <TextInput
          id="title"
          label="What the new action will do"
          description="Do not name a child."
          data-autofocus
          value={values.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          error={form.errors.title}
        />
        <SplitMilestones
          open={open}
          chosen={idsOf(values.milestones)}
          onChoose={(ids) => set({ milestones: ids.join(',') })}
          error={form.errors.milestones}
        />
        <DateField
          id="dueDate"
          label="Due date (optional)"
          value={values.dueDate}
          onChange={(dueDate) => set({ dueDate })}
          onUnreadable={dates.watch('dueDate')}
          error={form.errors.dueDate}
        />
        <Checkbox
          checked={values.waits}
          label={`It waits for ${action.reference}`}
          description={`It begins when ${action.reference} is finished.`}
          onChange={(event) => set({ waits: event.currentTarget.checked })}
        />
        {warning ? (
          <p className={classes.notice} role="status">
            {warning}. You can split it all the same.
          </p>
        ) : null}
        <AssignmentFields
          values={{ ...values, supportingTeamIds: idsOf(values.supporting), alsoServesIds: [] }}
          assignees={assignees}
          errors={form.errors}
          onChange={({ supportingTeamIds, alsoServesIds: _, ...patch }) =>
            set(supportingTeamIds ? { ...patch, supporting: supportingTeamIds.join(',') } : patch)
          }
        />
        <DialogButtons
          label="Split the action"
          busy={split.isPending}
          onSubmit={() => void submit()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}

function warningOf(action: PlannedAction, dueDate: IsoDate | null): string {
  const first = {
    reference: action.reference,
    dueDate: action.dueDate === null ? null : isoDate(action.dueDate),
  };
  return orderWarning(first, { reference: 'The new action', dueDate });
}
