import { Button } from '@mantine/core';
import { IconBell, IconBellFilled } from '@tabler/icons-react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { useCommentWrites } from './queries.ts';

type FollowButtonProps = {
  action: {
    id: string;
    reference: string;
    following: boolean;
    ownerPost: { id: string } | null;
    ownerUser: { id: string } | null;
  };
};

/** Being told of comments, and of changes of status, date, rating and owner. */
export function FollowButton({ action }: FollowButtonProps) {
  const user = useUser();
  const { follow } = useCommentWrites();
  const { id: actionId, reference, following } = action;
  const postId = action.ownerPost?.id;
  // Owners are told in any case.
  if (action.ownerUser?.id === user.id || user.postIds.some((held) => held === postId)) return null;
  const Icon = following ? IconBellFilled : IconBell;
  const set = (next: boolean, said: string) =>
    follow.mutate(
      { actionId, following: next },
      {
        onSuccess: () => toast(said, { undo: () => follow.mutate({ actionId, following: !next }) }),
        onError: (error) => toast(problemOf(error).message),
      },
    );
  return (
    <Button
      size="xs"
      variant="default"
      aria-pressed={following}
      loading={follow.isPending}
      leftSection={<Icon size={16} aria-hidden="true" />}
      onClick={() =>
        following
          ? set(false, `You no longer follow ${reference}.`)
          : set(true, `You follow ${reference}: changes and comments come to your inbox.`)
      }
    >
      {following ? 'Following' : 'Follow'}
    </Button>
  );
}
