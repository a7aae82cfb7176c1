import { DialogButtons, ErrorSummary } from '@gt/ui';
import { Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { createPostMutation, editPostMutation, type PostRow, type TeamRow } from './queries.ts';
import { useTeamWrite } from './use-team-write.ts';

type Answers = { title: string; teamId: string };
type PostFormProps = {
  team: TeamRow;
  post: PostRow | null;
  teams: readonly TeamRow[];
  onClose: () => void;
};

/** A new post in a team, or another title or team for one. */
export function PostForm({ team, post, teams, onClose }: PostFormProps) {
  const create = useMutation(createPostMutation());
  const edit = useMutation(editPostMutation());
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useForm<Answers>({
    mode: 'uncontrolled',
    initialValues: { title: post?.title ?? '', teamId: team.id },
    validate: {
      title: (value) => (value.trim() === '' ? 'Enter the title of the post' : null),
      teamId: (value) => (value ? null : 'Choose the team'),
    },
  });
  const problem = useFormProblem(form);
  const { conflict, write, forgetConflict } = useTeamWrite({ onClose, refused: problem.refused });
  const send = ({ title, teamId }: Answers, version?: number) => {
    problem.clear();
    if (!post) {
      return write(() => create.mutateAsync({ title, teamId, idempotencyKey }), `${title.trim()} added.`);
    }
    const input = {
      postId: post.id,
      version: version ?? post.version,
      title,
      teamId,
      archived: post.archived,
    };
    return write(() => edit.mutateAsync(input), `${title.trim()} saved.`);
  };
  const nameOf = new Map(teams.map(({ id, name }) => [id, name]));
  if (conflict) {
    return (
      <ConflictChoice
        conflict={conflict}
        mine={{ ...form.getValues(), title: form.getValues().title.trim() }}
        fields={[
          { name: 'title', label: 'Title', show: String },
          { name: 'teamId', label: 'Team', show: (id) => nameOf.get(String(id)) ?? 'A team' },
        ]}
        submitLabel="Save my choices"
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
          id="title"
          label="Title"
          description="Such as Head of Fostering. The post owns actions; whoever holds it does them."
          autoComplete="off"
          data-autofocus
          key={form.key('title')}
          {...form.getInputProps('title')}
        />
        {post ? (
          <Select
            id="teamId"
            label="Team"
            data={teams
              .filter(({ archived, id }) => !archived || id === team.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
            searchable
            allowDeselect={false}
            key={form.key('teamId')}
            {...form.getInputProps('teamId')}
          />
        ) : null}
        <DialogButtons
          label={post ? 'Save' : 'Add the post'}
          busy={create.isPending || edit.isPending}
          onBack={onClose}
        />
      </Stack>
    </form>
  );
}
