import { z } from 'zod';
import { HOLIDAY_RULES, MEETING_KINDS } from '../words/index.ts';
import { id, instant, isoDate, isoDateOut } from './base.ts';

/** The timeline reaches five years both ways; nobody needs more at once. */
const LONGEST_SPAN_DAYS = 4_000;
const DAY = 86_400_000;

/** When a plan's meetings are. What the numbers and times may be is the domain's rule (validateRhythm). */
export const rhythmFacts = z.object({
  /** 1 Monday to 7 Sunday; null when no weekly review is held. */
  reviewWeekday: z.int().nullable(),
  /** "10:00", London. */
  reviewTime: z.string().max(20),
  reviewMinutes: z.number(),
  /** A board on this day and every `boardEveryWeeks` after; null when none is held. */
  boardFirstDate: isoDate.nullable(),
  boardEveryWeeks: z.number(),
  boardTime: z.string().max(20),
  holidayRule: z.enum(HOLIDAY_RULES, 'Choose what a bank holiday does with a meeting.'),
  /** Updates are wanted so many days before the weekly review, by this time in London. */
  updatesDueDaysBefore: z.number(),
  updatesDueTime: z.string().max(20),
});

/** The meetings of a plan from one day to another, both included. */
export const meetingsInput = z
  .object({ planId: id, from: isoDate, to: isoDate })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_SPAN_DAYS * DAY, {
    path: ['to'],
    message: 'That is too long a time. Ask for ten years at most.',
  });

/** One day on which a plan's weekly review or its board meets, bank holidays reckoned with. */
export const meetingOut = z.object({
  kind: z.enum(MEETING_KINDS),
  date: isoDateOut,
  /** The day it would have been but for a bank holiday; null when it keeps its day. */
  movedFrom: isoDateOut.nullable(),
  /** "Weekly review on Thursday 2 April 2026, 10:00, moved from Monday 6 April, Easter Monday" */
  words: z.string(),
});
export const meetingListOut = z.array(meetingOut);

/** A meeting that has not begun yet. */
export const comingMeetingOut = z.object({
  date: isoDateOut,
  time: z.string(),
  movedFrom: isoDateOut.nullable(),
  /** "Wednesday 2 December 2026, 10:00; updates by Tuesday 1 December, 17:00" */
  words: z.string(),
  /** "moved from Monday 6 April, Easter Monday"; null when it keeps its day. */
  moved: z.string().nullable(),
  /** By when updates are wanted; null for a board. */
  updatesDue: z.object({ date: isoDateOut, time: z.string(), at: instant }).nullable(),
});
/** The next few of each kind, for a rhythm that is not saved yet. */
export const meetingPreviewOut = z.object({
  reviews: z.array(comingMeetingOut),
  boards: z.array(comingMeetingOut),
});
/** The next of each kind; null when none is held. */
export const nextMeetingsOut = z.object({
  review: comingMeetingOut.nullable(),
  board: comingMeetingOut.nullable(),
});

export type MeetingsInput = z.infer<typeof meetingsInput>;
export type RhythmFacts = z.infer<typeof rhythmFacts>;
export type ComingMeetingOut = z.infer<typeof comingMeetingOut>;
export type MeetingPreviewOut = z.infer<typeof meetingPreviewOut>;
export type NextMeetingsOut = z.infer<typeof nextMeetingsOut>;
export type MeetingOut = z.infer<typeof meetingOut>;
