import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ArchiveDialog } from './archive-dialog.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { PostForm } from './post-form.tsx';
import type { TeamRow } from './queries.ts';
import { TeamForm } from './team-form.tsx';
import type { Deed } from './team-panel.tsx';

type TeamDialogsProps = {
  /** What was chosen; kept while its dialog closes. */
  chosen: Deed | null;
  opened: boolean;
  teams: readonly TeamRow[];
  onClose: () => void;
};

/** The dialogs of the page: a form for most deeds, a question for putting away and bringing back. */
export function TeamDialogs({ chosen, opened, teams, onClose }: TeamDialogsProps) {
  if (!chosen) return null;
  const { deed, team, post } = chosen;
  // Questions and hand-overs go by the newest row; a form by the one that the administrator was looking at.
  const freshTeam = teams.find(({ id }) => id === team.id) ?? team;
  const freshPost = post && (freshTeam.posts.find(({ id }) => id === post.id) ?? post);
  const asks = ['archiveTeam', 'restoreTeam', 'archivePost', 'restorePost'].includes(deed);
  const forms: Partial<Record<Deed['deed'], { title: string; form: ReactNode }>> = {
    addPost: {
      title: `Add a post to ${team.name}`,
      form: <PostForm team={team} post={null} teams={teams} onClose={onClose} />,
    },
    rename: { title: `Rename ${team.name}`, form: <TeamForm team={team} onClose={onClose} /> },
    editPost: {
      title: post?.title ?? '',
      form: <PostForm team={team} post={post} teams={teams} onClose={onClose} />,
    },
    handOver: {
      title: `${post?.holder ? 'Hand over' : 'Give to somebody'}: ${post?.title ?? ''}`,
      form: freshPost ? <HandOverForm post={freshPost} onClose={onClose} /> : null,
    },
  };
  const shown = forms[deed];
  return (
    <>
      <Modal
        opened={opened && shown !== undefined}
        onClose={onClose}
        title={shown?.title}
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {shown?.form}
      </Modal>
      <ArchiveDialog team={freshTeam} post={freshPost} opened={opened && asks} onClose={onClose} />
    </>
  );
}
