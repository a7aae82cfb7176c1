import type { ReactNode } from 'react';
import classes from './composer.module.css';

type DeskFormProps = {
  title: string;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
};

/** A small form beside the note. Escape goes back, Ctrl with Enter saves; what was typed is kept either way. */
export function DeskForm({ title, onClose, onSubmit, children }: DeskFormProps) {
  return (
    <form
      noValidate
      aria-label={title}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          onSubmit();
        }
      }}
    >
      <h3 className={classes.formTitle}>{title}</h3>
      {children}
    </form>
  );
}
