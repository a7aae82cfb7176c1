import { TEAM_KIND_LABELS, TEAM_KINDS, type TeamKind } from '@gt/contracts/words';
import { DialogButtons, ErrorSummary } from '@gt/ui';
import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { createTeamMutation, editTeamMutation, type TeamRow } from './queries.ts';
import { useTeamWrite } from './use-team-write.ts';

type Answers = { name: string; kind: TeamKind };
type TeamFormProps = { team: TeamRow | null; onClose: () => void };

/** A new team or agency, or a new name for one. */
export function TeamForm({ team, onClose }: TeamFormProps) {
  const create = useMutation(createTeamMutation());
  const edit = useMutation(editTeamMutation());
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useForm<Answers>({
    mode: 'uncontrolled',
    initialValues: { name: team?.name ?? '', kind: team?.kind ?? 'INTERNAL' },
    validate: { name: (value) => (value.trim() === '' ? 'Enter the name of the team' : null) },
  });
  const problem = useFormProblem(form);
  const { conflict, write, forgetConflict } = useTeamWrite({ onClose, refused: problem.refused });
  const send = ({ name, kind }: Answers, version?: number) => {
    problem.clear();
    if (!team) {
      return write(() => create.mutateAsync({ name, kind, idempotencyKey }), `${name.trim()} made.`);
    }
    const input = { teamId: team.id, version: version ?? team.version, name, archived: team.archived };
    return write(() => edit.mutateAsync(input), `${name.trim()} saved.`);
  };
  if (conflict) {
    return (
      <ConflictChoice
        conflict={conflict}
        mine={{ name: form.getValues().name.trim() }}
        fields={[{ name: 'name', label: 'Name', show: String }]}
        submitLabel="Save my choice"
        busy={edit.isPending}
        onSubmit={(chosen) => void send({ ...form.getValues(), ...chosen }, conflict.version)}
        onBack={forgetConflict}
      />
    );
  }
  return (
    <form noValidate onSubmit={form.onSubmit((answers) => send(answers), problem.onInvalid)}>
      <ErrorSummary errors={problem.errors} reference={problem.reference} />
      <Stack gap="md">
        <TextInput
          id="name"
          label="Name"
          autoComplete="off"
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        {team ? null : (
          <Radio.Group label="What it is" key={form.key('kind')} {...form.getInputProps('kind')}>
            <Stack gap="xs" mt="xs">
              {TEAM_KINDS.map((kind) => (
                <Radio
                  key={kind}
                  value={kind}
                  label={TEAM_KIND_LABELS[kind]}
                  description={
                    kind === 'INTERNAL'
                      ? 'Managers answer for its actions'
                      : 'Its people see only the actions that are given to it'
                  }
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <DialogButtons
          label={team ? 'Save' : 'Make the team'}
          busy={create.isPending || edit.isPending}
          onBack={onClose}
        />
      </Stack>
    </form>
  );
}
