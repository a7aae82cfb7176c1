import type { IsoDate } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';

export type DueDay = { id: string; reference: string; dueDate: IsoDate; address: string };

/** Something else that takes a day or some days. */
export type DayEvent = {
  id: string;
  summary: string;
  date: IsoDate;
  /** The last day. */
  until: IsoDate;
  address: string;
};

/** A meeting that somebody belongs to, by the clock in London. */
export type MeetingEvent = {
  id: string;
  summary: string;
  date: IsoDate;
  /** "10:00" */
  time: string;
  minutes: number;
  /** By when updates are wanted; '' for none. */
  note: string;
  /** Null for somebody whose roles open no review. */
  address: string | null;
};

export type CalendarEvents = {
  dues?: readonly DueDay[];
  meetings?: readonly MeetingEvent[];
  days?: readonly DayEvent[];
};

/** RFC 5545: a line holds 75 bytes; what is longer goes on after a line break and a space. All of it is ASCII. */
function folded(line: string): string {
  const parts = [line.slice(0, 75)];
  for (let at = 75; at < line.length; at += 74) parts.push(line.slice(at, at + 74));
  return parts.join('\r\n ');
}

const day = (date: IsoDate) => date.replaceAll('-', '');
/** In a text, these four have a meaning of their own. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** The clock in London, as a calendar programme must be told it: an hour ahead between March and October. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T010000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * Due dates, meetings and other days as an iCalendar text (RFC 5545). Example of an event's summary: "R3.A2
 * is due". No title, no words: a calendar lies open on desks and is copied to other services.
 */
export function calendarText({ dues = [], meetings = [], days = [] }: CalendarEvents, now: Date): string {
  const stamp = `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d{3}/g, '')}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Golden Thread//Dates//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Golden Thread',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...(meetings.length > 0 ? LONDON : []),
    ...dues.flatMap((due) => dueEvent(due, stamp)),
    ...meetings.flatMap((meeting) => meetingEvent(meeting, stamp)),
    ...days.flatMap((event) => dayEvent(event, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function dueEvent({ id, reference, dueDate, address }: DueDay, stamp: string): string[] {
  return dayEvent({ id, summary: `${reference} is due`, date: dueDate, until: dueDate, address }, stamp);
}

function dayEvent({ id, summary, date, until, address }: DayEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@golden-thread`,
    stamp,
    `DTSTART;VALUE=DATE:${day(date)}`,
    `DTEND;VALUE=DATE:${day(addDays(until, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `URL:${address}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function meetingEvent(meeting: MeetingEvent, stamp: string): string[] {
  const { id, summary, date, time, minutes, note, address } = meeting;
  return [
    'BEGIN:VEVENT',
    `UID:${id}@golden-thread`,
    stamp,
    `DTSTART;TZID=Europe/London:${day(date)}T${time.replace(':', '')}00`,
    `DURATION:PT${minutes}M`,
    `SUMMARY:${escaped(summary)}`,
    ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
    ...(address ? [`URL:${address}`] : []),
    'END:VEVENT',
  ];
}
