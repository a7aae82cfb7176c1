import { Button } from '@mantine/core';
import type { View } from './queries.ts';
import type { useViewDeeds } from './use-view-deeds.ts';
import classes from './views.module.css';

type ViewSentenceProps = {
  isGone: boolean;
  current: View | undefined;
  deeds: ReturnType<typeof useViewDeeds>;
  onCopyView: () => void;
};

/** What somebody should know of the view in the address: gone, left behind by its owner, or why a deed was refused. */
export function ViewSentence({ isGone, current, deeds, onCopyView }: ViewSentenceProps) {
  const { refusal } = deeds;
  if (refusal) {
    return (
      <p role="alert" className={classes.sentence}>
        {refusal}{' '}
        <Button variant="default" size="compact-xs" onClick={deeds.dismiss}>
          Close
        </Button>
      </p>
    );
  }
  if (isGone) {
    return (
      <p role="status" className={classes.sentence}>
        The view in this link was removed, or is not shared with you. You see what the link itself asks for.{' '}
        <Button variant="default" size="compact-xs" onClick={deeds.leave}>
          All right
        </Button>
      </p>
    );
  }
  if (current?.ownerHasLeft) {
    return (
      <p role="status" className={classes.sentence}>
        {current.words}.{' '}
        {current.mayTakeOver ? (
          <Button variant="default" size="compact-xs" onClick={() => void deeds.takeOver(current)}>
            Take it over
          </Button>
        ) : (
          <Button variant="default" size="compact-xs" onClick={onCopyView}>
            Save your own copy
          </Button>
        )}
      </p>
    );
  }
  return null;
}
