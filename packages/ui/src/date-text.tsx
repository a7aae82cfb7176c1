import { formatDate, formatShortDate } from '@gt/contracts/words';

type DateTextProps = {
  /** "YYYY-MM-DD", or an instant of which the London day is meant by the caller. */
  date: string;
  /** "12 Mar 2026", for dense tables. */
  short?: boolean;
};

/** A date as people write it: "12 March 2026". */
export function DateText({ date, short = false }: DateTextProps) {
  return <time dateTime={date}>{short ? formatShortDate(date) : formatDate(date)}</time>;
}
