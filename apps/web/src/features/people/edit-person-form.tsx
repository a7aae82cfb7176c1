import { ROLE_LABELS, type Role } from '@gt/contracts/words';
import { listWords } from '@gt/domain/wording';
import { DialogButtons, ErrorSummary } from '@gt/ui';
import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Conflict, ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import type { TeamRow } from '../teams/public.tsx';
import { editPersonMutation, type PersonRow, refreshPeople } from './queries.ts';
import { RolesField } from './roles-field.tsx';
import { TeamsField } from './teams-field.tsx';

type Answers = { name: string; roles: Role[]; teamIds: string[] };
type EditPersonFormProps = { person: PersonRow; teams: readonly TeamRow[]; onClose: () => void };

/** The order that the server compares in, so that equal choices count as equal. */
const sorted = ({ name, roles, teamIds }: Answers): Answers => ({
  name: name.trim(),
  roles: [...roles].sort(),
  teamIds: [...teamIds].sort(),
});

/** How somebody is named, their roles and teams. A change by another administrator is shown field by field. */
export function EditPersonForm({ person, teams, onClose }: EditPersonFormProps) {
  const edit = useMutation(editPersonMutation());
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const form = useForm<Answers>({
    mode: 'uncontrolled',
    initialValues: { name: person.name, roles: person.roles, teamIds: person.teams.map(({ id }) => id) },
    validate: {
      name: (value) => (value.trim() === '' ? 'Enter the name to show on screen' : null),
      roles: (value) => (value.length === 0 ? 'Choose at least one role' : null),
    },
  });
  const problem = useFormProblem(form);
  const send = async (answers: Answers, version: number) => {
    problem.clear();
    try {
      await edit.mutateAsync({ userId: person.id, version, ...sorted(answers) });
      await refreshPeople();
      toast(`${answers.name.trim()} saved. New rights count from the next click.`);
      onClose();
    } catch (error) {
      const { code, current } = problemOf(error);
      if (code === 'CONFLICT' && current) setConflict(current);
      else {
        setConflict(null);
        problem.refused(error);
      }
    }
  };
  const nameOf = new Map(teams.map((team) => [team.id, team.name]));
  if (conflict) {
    return (
      <ConflictChoice
        conflict={conflict}
        mine={sorted(form.getValues())}
        fields={[
          { name: 'name', label: 'Name to show', show: String },
          {
            name: 'roles',
            label: 'Roles',
            show: (value) => listWords((value as Role[]).map((role) => ROLE_LABELS[role])),
          },
          {
            name: 'teamIds',
            label: 'Teams',
            show: (value) => listWords((value as string[]).map((id) => nameOf.get(id) ?? 'a team')),
          },
        ]}
        submitLabel="Save my choices"
        busy={edit.isPending}
        onSubmit={(chosen) => void send(chosen as Answers, conflict.version)}
        onBack={() => setConflict(null)}
      />
    );
  }
  return (
    <form noValidate onSubmit={form.onSubmit((answers) => send(answers, person.version), problem.onInvalid)}>
      <ErrorSummary errors={problem.errors} reference={problem.reference} />
      <Stack gap="md">
        <TextInput
          id="name"
          label="Name to show"
          autoComplete="off"
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <RolesField key={form.key('roles')} {...form.getInputProps('roles')} />
        <TeamsField
          teams={teams}
          kept={person.teams.map(({ id }) => id)}
          key={form.key('teamIds')}
          {...form.getInputProps('teamIds')}
        />
        <DialogButtons label="Save" busy={edit.isPending} onBack={onClose} />
      </Stack>
    </form>
  );
}
