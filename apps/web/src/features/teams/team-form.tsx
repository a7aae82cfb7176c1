import { TEAM_KIND_LABELS, TEAM_KINDS, type TeamKind } from '@gt/contracts/words';
import { Radio, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { createTeamMutation, editTeamMutation, type TeamRow } from './queries.ts';
import { RecordForm } from './record-form.tsx';

type Answers = { name: string; kind: TeamKind };
type TeamFormProps = { team: TeamRow | null; onClose: () => void };

/** A new team or agency, or a new name for one. */
export function TeamForm({ team, onClose }: TeamFormProps) {
  const create = useMutation(createTeamMutation());
  const edit = useMutation(editTeamMutation());
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return (
    <RecordForm<Answers>
      initial={{ name: team?.name ?? '', kind: team?.kind ?? 'INTERNAL' }}
      validate={{ name: (value) => (value.trim() === '' ? 'Enter the name of the team' : null) }}
      compared={[{ name: 'name', label: 'Name', show: String }]}
      submitLabel={team ? 'Save' : 'Make the team'}
      busy={create.isPending || edit.isPending}
      save={({ name, kind }, version) =>
        team
          ? edit.mutateAsync({
              teamId: team.id,
              version: version ?? team.version,
              name,
              archived: team.archived,
            })
          : create.mutateAsync({ name, kind, idempotencyKey })
      }
      done={({ name }) => `${name.trim()} ${team ? 'saved' : 'made'}.`}
      onClose={onClose}
    >
      {(form) => (
        <>
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
        </>
      )}
    </RecordForm>
  );
}
