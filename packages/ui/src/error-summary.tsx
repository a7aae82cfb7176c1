import { useEffect, useId, useRef } from 'react';
import classes from './error-summary.module.css';

export type SummaryError = {
  /** The id of the field that the sentence is about; without one it is plain text. */
  fieldId?: string;
  message: string;
};

type ErrorSummaryProps = {
  errors: readonly SummaryError[];
  title?: string;
  /** Quoted by the person to whoever looks after the server. */
  reference?: string;
};

function goTo(fieldId: string): void {
  const field = document.getElementById(fieldId);
  if (!field) return;
  field.focus();
  field.scrollIntoView({ block: 'center' });
}

/**
 * What stops a form, at its top; each sentence leads to its field. Takes the focus whenever `errors` is a new list,
 * so give it a new array on each try and an empty one while nothing is wrong.
 */
export function ErrorSummary({ errors, title = 'There is a problem', reference }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const headingId = useId();
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className={classes.root} role="alert" aria-labelledby={headingId} tabIndex={-1}>
      <h2 id={headingId} className={classes.title}>
        {title}
      </h2>
      <ul className={classes.list}>
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(fieldId);
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
      {reference ? <p className={classes.reference}>Reference to quote: {reference}</p> : null}
    </div>
  );
}
