import { assignmentNeedsReason, checkAssignment } from '@gt/domain/action';
import { Dialog, ErrorSummary } from '@gt/ui';
import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { conflictFields } from './action-form-fields.ts';
import { OwnerFields, type OwnerValues } from './owner-fields.tsx';
import { type ActionDetail, actionFiltersQuery, useActionWrites } from './queries.ts';

type Assignment = OwnerValues & { supportingTeamIds: string[] };
const COMPARED = ['teamId', 'ownerPostId', 'ownerUserId', 'partnerTeamId', 'supportingTeamIds'] as const;

function assignmentOf(action: ActionDetail): Assignment {
  return {
    teamId: action.team?.id ?? null,
    ownerPostId: action.ownerPost?.id ?? null,
    ownerUserId: action.ownerUser?.id ?? null,
    partnerTeamId: action.partnerTeam?.id ?? null,
    supportingTeamIds: action.supportingTeams.map((team) => team.id).sort(),
  };
}

/** Who does an action. Taking it from somebody asks why. */
export function AssignDialog({ action: shown, onClose }: { action: ActionDetail; onClose: () => void }) {
  // As it was when the dialog opened: a refresh behind it must not pass for having been read.
  const [action] = useState(shown);
  const { data: names } = useQuery(actionFiltersQuery(action.planId));
  const before = assignmentOf(action);
  const [values, setValues] = useState(before);
  const [reason, setReason] = useState('');
  const { assign } = useActionWrites();
  const form = useWriteForm();

  const send = async (version: number, to: Assignment) => {
    const saved = await form.send(() => assign.mutateAsync({ actionId: action.id, version, ...to, reason }));
    if (!saved) return;
    toast(`${action.reference} has been assigned.`);
    onClose();
  };
  const submit = () => {
    if (form.passes(checkAssignment(before, values, reason))) void send(action.version, values);
  };
  const fields = conflictFields(names);
  const { conflict } = form;
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
          onSubmit={(chosen) => void send(conflict.version, chosen as Assignment)}
        />
      ) : (
        <Stack gap="md">
          <OwnerFields
            startsHere
            values={values}
            names={names}
            errors={form.errors}
            onChange={(patch) => setValues({ ...values, ...patch })}
          />
          <Checkbox.Group
            label="Supporting teams"
            description="They can post updates and add evidence too."
            value={values.supportingTeamIds}
            onChange={(ids) => setValues({ ...values, supportingTeamIds: [...ids].sort() })}
            error={form.errors.supportingTeamIds}
          >
            <Group gap="md" mt="xs">
              {names?.teams.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} />
              ))}
            </Group>
          </Checkbox.Group>
          <Textarea
            id="reason"
            label={assignmentNeedsReason(before, values) ? 'Why it changes hands' : 'Reason (optional)'}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={form.errors.reason}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button onClick={submit} loading={assign.isPending}>
              Assign
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
