import { type IsoDate, isoDate } from '@gt/contracts/words';
import { dayOff, stepByKey } from '@gt/domain/calendar';
import { WEEKDAYS } from '@gt/domain/review';
import { grouped } from '@gt/domain/wording';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import classes from './calendar.module.css';
import { type Day, dayInFull, shownIn } from './days.ts';
import { EntryLink } from './entry-link.tsx';

type MonthGridProps = {
  planId: string;
  /** Names the grid: the id of the heading with the month. */
  labelledBy: string;
  /** Whole weeks from Monday. */
  days: readonly Day[];
  /** The day on which the keys stand. */
  on: IsoDate;
  today: IsoDate;
  /** The keys go to another day, maybe of another month. */
  onGo: (date: IsoDate) => void;
  onOpen: (date: IsoDate) => void;
  /** The entries are still to come. */
  isLoading: boolean;
};

/**
 * A month as a grid of days. One day is in the order of Tab; arrows go by day and week, Home and End to the ends of the
 * week, Page Up and Page Down by month, Enter opens the day.
 */
export function MonthGrid(props: MonthGridProps) {
  const { planId, labelledBy, days, on, today, onGo, onOpen, isLoading } = props;
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-date="${on}"]`)?.focus();
  }, [on]);

  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-date]');
    if (!cell?.dataset.date || event.ctrlKey || event.metaKey || event.altKey) return;
    const date = isoDate(cell.dataset.date);
    const isOnDay = event.target === cell;
    if (isOnDay && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      onOpen(date);
      return;
    }
    const next = stepByKey(date, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    byKey.current = true;
    onGo(next);
  };
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  const month = on.slice(0, 7);
  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of days, by the pattern of the ARIA practices
      role="grid"
      aria-labelledby={labelledBy}
      aria-busy={isLoading}
      className={`${classes.grid} gt-screen-only`}
      onKeyDown={press}
    >
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col" abbr={name}>
              <span className={classes.long}>{name}</span>
              <span className={classes.brief} aria-hidden="true">
                {name.slice(0, 2)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <DayCell
                key={day.date}
                {...{ planId, day, today, onOpen }}
                isOn={day.date === on}
                isBeside={!day.date.startsWith(month)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayCellProps = Pick<MonthGridProps, 'planId' | 'today' | 'onOpen'> & {
  day: Day;
  isOn: boolean;
  /** Of the month before or after. */
  isBeside: boolean;
};

function DayCell({ planId, day, today, onOpen, isOn, isBeside }: DayCellProps) {
  const { shown, more } = shownIn(day);
  const off = dayOff(day.date);
  const open = () => onOpen(day.date);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of every day are heard by the grid
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a day of the grid
      role="gridcell"
      data-date={day.date}
      data-off={off !== null}
      data-beside={isBeside}
      data-today={day.date === today}
      tabIndex={isOn ? 0 : -1}
      aria-selected={isOn}
      aria-current={day.date === today ? 'date' : undefined}
      className={classes.day}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('a')) open();
      }}
    >
      <span className="gt-visually-hidden">{dayInFull(day, today)}</span>
      {/* Said in full above; the lines of the day are links for a pointer, and Enter opens them for keys. */}
      <div aria-hidden="true">
        <span className={classes.dayHead}>
          <span className={classes.number}>{Number(day.date.slice(8))}</span>
          {day.date === today ? <span className={classes.today}>Today</span> : null}
          {off?.isHoliday ? <span className={classes.holiday}>{off.name}</span> : null}
        </span>
        <span className={classes.entries}>
          {shown.map((entry) => (
            <EntryLink key={entry.id} planId={planId} entry={entry} isInGrid />
          ))}
          {more > 0 ? <span className={classes.more}>and {grouped(more)} more</span> : null}
        </span>
        {day.total > 0 ? (
          <span className={classes.count} data-late={day.entries.some(({ isLate }) => isLate)}>
            {grouped(day.total)}
          </span>
        ) : null}
      </div>
    </td>
  );
}
