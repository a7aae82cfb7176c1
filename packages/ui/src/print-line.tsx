import { formatDate } from '@gt/contracts/words';
import classes from './print-line.module.css';

type PrintLineProps = {
  /** The handling caveat, in capitals: "OFFICIAL-SENSITIVE". */
  marking: string;
  /** "YYYY-MM-DD". */
  date: string;
  /** What was filtered: "Team is Fostering; due within 14 days". */
  filter?: string;
};

/** Only on paper: marking, date and filter at the head of the page. */
export function PrintLine({ marking, date, filter }: PrintLineProps) {
  return (
    <p className={`${classes.root} gt-print-only`}>
      <strong>{marking}</strong> · Golden Thread · printed {formatDate(date)}
      {filter ? ` · ${filter}` : ''}
    </p>
  );
}
