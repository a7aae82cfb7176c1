import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

type EmptyStateProps = {
  /** What is not here, and what to do about it. */
  sentence: string;
  detail?: ReactNode;
  buttonLabel?: string;
  onButton?: () => void;
  /** In place of the button: a link dressed as one. */
  action?: ReactNode;
};

/** Nothing to show yet: a sentence and one button. */
export function EmptyState({ sentence, detail, buttonLabel, onButton, action }: EmptyStateProps) {
  return (
    <div className={classes.root}>
      <p className={classes.sentence}>{sentence}</p>
      {detail ? <p className={classes.detail}>{detail}</p> : null}
      {buttonLabel && onButton ? <Button onClick={onButton}>{buttonLabel}</Button> : action}
    </div>
  );
}
