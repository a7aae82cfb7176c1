import { Button } from '@mantine/core';
import classes from './editor.module.css';

type DraftBarProps = { isSaving: boolean; onSave: () => void; onDiscard: () => void };

/** Stays in view while there is something to save. */
export function DraftBar({ isSaving, onSave, onDiscard }: DraftBarProps) {
  return (
    <section className={`${classes.bar} gt-screen-only`} aria-label="Unsaved changes">
      <p className={classes.barWords} role="status">
        <strong>Not saved yet.</strong>{' '}
        <span className={classes.barNote}>Your words are kept while you work, for you alone.</span>
      </p>
      <div className={classes.barButtons}>
        <Button variant="default" onClick={onDiscard} disabled={isSaving}>
          Discard
        </Button>
        <Button onClick={onSave} loading={isSaving}>
          Save the draft
        </Button>
      </div>
    </section>
  );
}
