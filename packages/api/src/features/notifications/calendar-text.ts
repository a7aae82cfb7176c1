import type { IsoDate } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';

export type DueDay = { id: string; reference: string; dueDate: IsoDate; address: string };

/** RFC 5545: a line holds 75 bytes; what is longer goes on after a line break and a space. All of it is ASCII. */
function folded(line: string): string {
  const parts = [line.slice(0, 75)];
  for (let at = 75; at < line.length; at += 74) parts.push(line.slice(at, at + 74));
  return parts.join('\r\n ');
}

const day = (date: IsoDate) => date.replaceAll('-', '');

/**
 * Due dates as an iCalendar text (RFC 5545), one whole day each. Example of an event's summary: "R3.A2 is due". No
 * title, no words: a calendar lies open on desks and is copied to other services.
 */
export function calendarText(dues: readonly DueDay[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const events = dues.flatMap(({ id, reference, dueDate, address }) => [
    'BEGIN:VEVENT',
    `UID:${id}@golden-thread`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day(dueDate)}`,
    `DTEND;VALUE=DATE:${day(addDays(dueDate, 1))}`,
    `SUMMARY:${reference} is due`,
    `URL:${address}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Golden Thread//Due dates//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Golden Thread due dates',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
