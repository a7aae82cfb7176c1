import { CALENDAR_KIND_LABELS, type IsoDate } from '@gt/contracts/words';
import { dayOff } from '@gt/domain/calendar';
import { dayWords } from '@gt/domain/review';
import { grouped } from '@gt/domain/wording';
import { DataTable } from '@gt/ui';
import { Button } from '@mantine/core';
import classes from './calendar.module.css';
import type { Day } from './days.ts';
import { EntryLink } from './entry-link.tsx';
import type { Crowd } from './queries.ts';

type AgendaListProps = {
  planId: string;
  caption: string;
  days: readonly Day[];
  today: IsoDate;
  onOpen: (date: IsoDate) => void;
};

/** The same as the grid, as a table: the days on which something stands, one line a thing. */
export function AgendaList({ planId, caption, days, today, onOpen }: AgendaListProps) {
  return (
    <div className="gt-screen-only">
      <DataTable caption={caption} cards>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {days
            .filter(({ total }) => total > 0)
            .map((day) => (
              <tr key={day.date} data-today={day.date === today}>
                <th scope="row" className={classes.agendaDay}>
                  <DayName date={day.date} today={today} />
                </th>
                <td>
                  <ul className={classes.agenda}>
                    {day.entries.map((entry) => (
                      <li key={entry.id}>
                        <EntryLink planId={planId} entry={entry} />
                      </li>
                    ))}
                    {day.crowds.map((crowd) => (
                      <li key={crowd.kind}>
                        <MoreOf day={day} crowd={crowd} onOpen={onOpen} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
        </tbody>
      </DataTable>
    </div>
  );
}

function DayName({ date, today }: { date: IsoDate; today: IsoDate }) {
  const off = dayOff(date);
  return (
    <>
      <time dateTime={date}>{dayWords(date)}</time>
      {date === today ? <span className={classes.today}>Today</span> : null}
      {off ? <span className={classes.offWords}>{off.isHoliday ? off.name : 'no working day'}</span> : null}
    </>
  );
}

function MoreOf({ day, crowd, onOpen }: { day: Day; crowd: Crowd; onOpen: (date: IsoDate) => void }) {
  const named = day.entries.filter(({ kind }) => kind === crowd.kind).length;
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => onOpen(day.date)}>
      and {grouped(crowd.total - named)} more: {CALENDAR_KIND_LABELS[crowd.kind].toLowerCase()}
      <span className="gt-visually-hidden"> on {dayWords(day.date)}</span>
    </Button>
  );
}
