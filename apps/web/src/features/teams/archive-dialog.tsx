import { ConfirmDialog } from '@gt/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { editPostMutation, editTeamMutation, type PostRow, refreshTeams, type TeamRow } from './queries.ts';

type ArchiveDialogProps = {
  team: TeamRow;
  /** Null when the whole team is meant. */
  post: PostRow | null;
  opened: boolean;
  onClose: () => void;
};

/** Puts a team or a post away, or brings it back. Team and post are taken afresh from the list. */
export function ArchiveDialog({ team, post, opened, onClose }: ArchiveDialogProps) {
  const [refusal, setRefusal] = useState<string>();
  const editTeam = useMutation(editTeamMutation());
  const editPost = useMutation(editPostMutation());
  const record = post ?? team;
  const name = post ? post.title : team.name;
  const archived = !record.archived;
  const close = () => {
    setRefusal(undefined);
    onClose();
  };
  const confirm = async () => {
    const { version } = record;
    try {
      if (post) {
        await editPost.mutateAsync({
          postId: post.id,
          version,
          title: post.title,
          teamId: team.id,
          archived,
        });
      } else {
        await editTeam.mutateAsync({ teamId: team.id, version, name: team.name, archived });
      }
      toast(archived ? `${name} is put away.` : `${name} is back.`);
      close();
    } catch (error) {
      const { code, message, current } = problemOf(error);
      setRefusal(
        code === 'CONFLICT'
          ? `${current?.changedBy ?? 'Somebody'} changed this a moment ago. Look at it again; if you still mean to, press once more.`
          : message,
      );
    }
    await refreshTeams();
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={archived ? `Put ${name} away?` : `Bring ${name} back?`}
      confirmLabel={archived ? 'Put away' : 'Bring back'}
      busy={editTeam.isPending || editPost.isPending}
      refusal={refusal}
      onConfirm={() => void confirm()}
      onClose={close}
    >
      <p>
        {archived
          ? 'It is no longer offered when work is assigned. Its history stays, and you can bring it back.'
          : 'It is offered again when work is assigned.'}
      </p>
    </ConfirmDialog>
  );
}
