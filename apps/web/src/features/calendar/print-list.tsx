import { CALENDAR_KIND_LABELS } from '@gt/contracts/words';
import { dayOff } from '@gt/domain/calendar';
import { dayWords } from '@gt/domain/review';
import { grouped } from '@gt/domain/wording';
import classes from './calendar.module.css';
import { type Day, entryWords } from './days.ts';

/** Of a kind on one day, so many are named on paper; the rest is counted, so that a month or a quarter fits a page. */
const NAMED = { month: 2, quarter: 1 } as const;

/** The shown days as a dense list in columns, on paper only. */
export function PrintList({ days, of }: { days: readonly Day[]; of: keyof typeof NAMED }) {
  const busy = days.filter(({ total }) => total > 0);
  return (
    <div className={`${classes.paper} gt-print-only`} data-of={of}>
      {busy.length === 0 ? <p>Nothing stands in these days.</p> : null}
      {busy.map((day) => (
        <p key={day.date} className={classes.paperDay}>
          <strong>{briefDay(day)}</strong>
          {dayOff(day.date)?.isHoliday ? ` (${dayOff(day.date)?.name})` : ''}: {onPaper(day, NAMED[of])}
        </p>
      ))}
    </div>
  );
}

/** "Fri 13 Nov". */
function briefDay({ date }: Day): string {
  const [weekday = '', day = '', month = ''] = dayWords(date).split(' ');
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}

function onPaper({ entries, crowds }: Day, most: number): string {
  const parts = [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, items]) => {
    const total = crowds.find((crowd) => crowd.kind === kind)?.total ?? items.length;
    const named = items.slice(0, most).map(entryWords);
    const more = total - named.length;
    return [
      ...named,
      ...(more > 0 ? [`and ${grouped(more)} more (${CALENDAR_KIND_LABELS[kind].toLowerCase()})`] : []),
    ].join('; ');
  });
  return parts.join('; ');
}
