import { assignmentNeedsReason, checkAssignment } from '@gt/domain/action';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { AssignmentFields, type AssignmentValues, assigneesQuery } from '../assignments/public.tsx';
import { useConflictNote } from '../comments/public.tsx';
import { conflictFields } from './action-form-fields.ts';
import { type ActionDetail, actionFiltersQuery, useActionWrites } from './queries.ts';

const NOTHING = { reason: '' };
const COMPARED = [
  'teamId',
  'ownerPostId',
  'ownerUserId',
  'leadPostId',
  'partnerTeamId',
  'supportingTeamIds',
  'alsoServesIds',
] as const;

function assignmentOf(action: ActionDetail): AssignmentValues {
  return {
    teamId: action.team?.id ?? null,
    ownerPostId: action.ownerPost?.id ?? null,
    ownerUserId: action.ownerUser?.id ?? null,
    leadPostId: action.leadPost?.id ?? null,
    partnerTeamId: action.partnerTeam?.id ?? null,
    supportingTeamIds: action.supportingTeams.map((team) => team.id).sort(),
    alsoServesIds: action.alsoServes.map(({ recommendationId }) => recommendationId).sort(),
  };
}

/** Who does an action. Taking it from somebody asks why. */
export function AssignDialog({ action: shown, onClose }: { action: ActionDetail; onClose: () => void }) {
  // As it was when the dialog opened: a refresh behind it must not pass for having been read.
  const [action] = useState(shown);
  const { data: names } = useQuery(actionFiltersQuery(action.planId));
  const { data: assignees } = useQuery(assigneesQuery(action.planId));
  const before = assignmentOf(action);
  const [values, setValues] = useState(before);
  const of = { entityType: 'ACTION', entityId: action.id };
  const draft = useDraft(`assign:${action.id}`, of, NOTHING);
  const { reason } = draft.values;
  const { assign } = useActionWrites();
  const form = useWriteForm();

  const send = async (version: number, to: AssignmentValues) => {
    const saved = await form.send(() => assign.mutateAsync({ actionId: action.id, version, ...to, reason }));
    if (!saved) return;
    draft.clear();
    toast(`${action.reference} has been assigned.`);
    onClose();
  };
  const submit = () => {
    if (form.passes(checkAssignment(before, values, reason))) void send(action.version, values);
  };
  const fields = conflictFields(names);
  const { conflict } = form;
  const note = useConflictNote(action, form, () => {
    draft.clear();
    onClose();
  });
  return (
    <Dialog onClose={onClose} size="lg" title={`Assign ${action.reference}`}>
      <ErrorSummary {...form.summary} />
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          fields={COMPARED.map((name) => fields[name])}
          mine={values}
          base={before}
          submitLabel="Save my choices"
          busy={assign.isPending}
          onBack={form.leaveConflict}
          note={{ ...note, words: reason }}
          onSubmit={(chosen) => void send(conflict.version, chosen as AssignmentValues)}
        />
      ) : (
        <Stack gap="md">
          <AssignmentFields
            startsHere
            values={values}
            assignees={assignees}
            errors={form.errors}
            recommendationId={action.recommendationId}
            onChange={(patch) => setValues({ ...values, ...patch })}
          />
          <Textarea
            id="reason"
            label={assignmentNeedsReason(before, values) ? 'Why it changes hands' : 'Reason (optional)'}
            value={reason}
            onChange={(event) => draft.set({ reason: event.currentTarget.value })}
            error={form.errors.reason}
          />
          <DialogButtons label="Assign" busy={assign.isPending} onSubmit={submit} onBack={onClose} />
        </Stack>
      )}
    </Dialog>
  );
}
