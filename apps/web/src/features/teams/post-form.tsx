import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { createPostMutation, editPostMutation, type PostRow, type TeamRow } from './queries.ts';
import { RecordForm } from './record-form.tsx';

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
  const nameOf = new Map(teams.map(({ id, name }) => [id, name]));
  return (
    <RecordForm
      initial={{ title: post?.title ?? '', teamId: team.id }}
      validate={{
        title: (value) => (value.trim() === '' ? 'Enter the title of the post' : null),
        teamId: (value) => (value ? null : 'Choose the team'),
      }}
      compared={[
        { name: 'title', label: 'Title', show: String },
        { name: 'teamId', label: 'Team', show: (id) => nameOf.get(String(id)) ?? 'A team' },
      ]}
      submitLabel={post ? 'Save' : 'Add the post'}
      busy={create.isPending || edit.isPending}
      save={(answers, version) =>
        post
          ? edit.mutateAsync({
              ...answers,
              postId: post.id,
              version: version ?? post.version,
              archived: post.archived,
            })
          : create.mutateAsync({ ...answers, idempotencyKey })
      }
      done={({ title }) => `${title.trim()} ${post ? 'saved' : 'added'}.`}
      onClose={onClose}
    >
      {(form) => (
        <>
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
        </>
      )}
    </RecordForm>
  );
}
