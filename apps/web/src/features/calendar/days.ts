import { type IsoDate, isoDate } from '@gt/contracts/words';
import {
  addDays,
  addMonths,
  dayOff,
  monthEnd,
  monthStart,
  monthWeeks,
  quarterStart,
} from '@gt/domain/calendar';
import { dayWords } from '@gt/domain/review';
import { countOf, grouped } from '@gt/domain/wording';
import type { CalendarView } from '../../lib/calendar-search.ts';
import type { Crowd, Entry, Span } from './queries.ts';

export type Day = {
  date: IsoDate;
  /** What stands in it, first what matters to all; of a crowd only the first few. */
  entries: Entry[];
  crowds: Crowd[];
  /** How much stands in it in all. */
  total: number;
};

/** The days to ask for: whole weeks for a month, the month or quarter alone for a list. */
export function spanOf(on: IsoDate, view: CalendarView): { from: IsoDate; to: IsoDate } {
  if (view === 'quarter') {
    const from = quarterStart(on);
    return { from, to: monthEnd(addMonths(from, 2)) };
  }
  if (view === 'list') return { from: monthStart(on), to: monthEnd(on) };
  const days = monthWeeks(on).flat();
  return { from: days[0] ?? on, to: days.at(-1) ?? on };
}

/**
 * What stands in each day of a span; something that lasts longer stands in every one of its days. Days without anything
 * are in it too.
 */
export function daysOf({ entries, crowds }: Span, from: IsoDate, to: IsoDate): Day[] {
  const days = new Map<string, Day>();
  for (let date = from; date <= to; date = addDays(date, 1)) {
    days.set(date, { date, entries: [], crowds: [], total: 0 });
  }
  for (const entry of entries) {
    for (let date = isoDate(entry.date); date <= entry.until; date = addDays(date, 1)) {
      const day = days.get(date);
      if (!day) continue;
      day.entries.push(entry);
      day.total += 1;
    }
  }
  for (const crowd of crowds) {
    const day = days.get(crowd.date);
    if (!day) continue;
    day.crowds.push(crowd);
    day.total += crowd.total - day.entries.filter(({ kind }) => kind === crowd.kind).length;
  }
  return [...days.values()];
}

/** So many lines fit into a day of the month; a day with more names one fewer and counts the rest. */
const LINES = 3;

/** The entries that a day of the month names, and how many it does not. */
export function shownIn({ entries, total }: Day): { shown: Entry[]; more: number } {
  if (total <= LINES) return { shown: entries, more: 0 };
  const shown = entries.slice(0, LINES - 1);
  return { shown, more: total - shown.length };
}

/** "Friday 25 December 2026, Christmas Day, no working day, 2 entries: …": a day for those who do not see it. */
export function dayInFull(day: Day, today: IsoDate): string {
  const off = dayOff(day.date);
  const named = day.entries.slice(0, LINES).map(entryWords);
  const more = day.total - named.length;
  const what =
    day.total === 0
      ? 'nothing'
      : `${countOf(day.total, 'entry', 'entries')}: ${[...named, ...(more > 0 ? [`and ${grouped(more)} more`] : [])].join('; ')}`;
  return [
    dayWords(day.date),
    ...(day.date === today ? ['today'] : []),
    ...(off?.isHoliday ? [off.name] : []),
    ...(off ? ['no working day'] : []),
    what,
  ].join(', ');
}

/** "R3.A2 Recruit twelve carers, overdue". */
export function entryWords({
  reference,
  title,
  words,
}: Pick<Entry, 'reference' | 'title' | 'words'>): string {
  return `${reference === null ? '' : `${reference} `}${title}${words === '' ? '' : `, ${words}`}`;
}
