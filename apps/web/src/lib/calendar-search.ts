import {
  CALENDAR_KINDS,
  type CalendarKind,
  type CalendarScope,
  type IsoDate,
  isIsoDate,
} from '@gt/contracts/words';
import { oneOf, text } from './search-params.ts';

/** How the calendar is laid out; chosen by the width of the page when absent. */
export const CALENDAR_VIEWS = ['month', 'list', 'quarter'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** The calendar as it stands in the address; a value that is not understood is dropped. */
export type CalendarSearch = {
  /** The day whose month is shown, and on which the keys begin; today when absent. */
  on?: IsoDate;
  show?: CalendarView;
  whose?: Exclude<CalendarScope, 'PLAN'>;
  /** Kinds that are switched off, with points between them: "DUE.ASK". */
  off?: string;
  /** The day that is open over the calendar. */
  day?: IsoDate;
  /** The date that is open over it: an id. */
  date?: string;
};

const isoDateOf = (value: unknown): IsoDate | undefined =>
  typeof value === 'string' && isIsoDate(value) ? value : undefined;

export function readCalendarSearch(search: Record<string, unknown>): CalendarSearch {
  return {
    on: isoDateOf(search.on),
    show: oneOf(CALENDAR_VIEWS, search.show),
    whose: oneOf(['TEAM', 'MINE'], search.whose),
    off: offText(kindsOff(text(search.off))),
    day: isoDateOf(search.day),
    date: text(search.date),
  };
}

/** The kinds that an address switches off. */
export function kindsOff(off: string | undefined): readonly CalendarKind[] {
  const named = (off ?? '').split('.');
  return CALENDAR_KINDS.filter((kind) => named.includes(kind));
}

export function offText(kinds: readonly CalendarKind[]): string | undefined {
  return kinds.length > 0 ? kinds.join('.') : undefined;
}
