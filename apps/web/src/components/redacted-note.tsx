import { dayInWords } from '../lib/instants.ts';
import classes from './redacted-note.module.css';

/** Stands where the words or the file stood: "Redacted on 12 March 2026". `redactedAt` is an instant. */
export function RedactedNote({ redactedAt }: { redactedAt: string }) {
  return <span className={classes.redacted}>Redacted on {dayInWords(redactedAt)}</span>;
}
