import { holds } from '@gt/domain/authz';
import { EmptyState } from '@gt/ui';
import { Anchor, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';

type NoReviewYetProps = {
  planId: string;
  /** When the plan's rhythm has the next one; null when it has none. */
  next: { words: string } | null;
  /** Absent for those who may not prepare one. */
  onPrepare: (() => void) | undefined;
};

/** A plan whose first review is still to come: when that is, and what can be done about it. */
export function NoReviewYet({ planId, next, onPrepare }: NoReviewYetProps) {
  const { roles } = useUser();
  return (
    <EmptyState
      sentence="No review has been prepared yet."
      detail={
        next
          ? `The next is on ${next.words}. It is prepared by itself some days before.`
          : 'This plan has no weekly review. Its settings say on which day and at what time it meets.'
      }
      action={
        <Group gap="sm" justify="center">
          {onPrepare ? <Button onClick={onPrepare}>Prepare a review</Button> : null}
          {holds(roles, 'plan.edit') && !next ? (
            <Anchor renderRoot={(props) => <Link {...props} to={paths.planSettings} params={{ planId }} />}>
              Set the day and time
            </Anchor>
          ) : null}
        </Group>
      }
    />
  );
}
