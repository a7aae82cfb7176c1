import { Button } from '@mantine/core';
import { KeyHint } from './key-hint.tsx';
import { useMeeting } from './meeting-context.ts';
import classes from './meeting-mode.module.css';

/** Said to whoever looks at something else than the chair: where the meeting is, and the way there. */
export function OnMyOwn() {
  const { review, place } = useMeeting();
  if (place.isFollowing) return null;
  const at = review.agenda.findIndex(({ id }) => id === review.currentItemId);
  const there = review.agenda[at];
  return (
    <p className={classes.own}>
      <span>
        You are looking on your own.{' '}
        {there ? `The chair is at item ${at + 1}, ${there.reference}.` : 'The chair has not begun.'}
      </span>
      <Button size="compact-sm" variant="default" onClick={place.follow}>
        <KeyHint keys="f" /> &nbsp;Follow the chair
      </Button>
    </p>
  );
}
