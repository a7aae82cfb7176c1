import { z } from 'zod';
import { MEETING_KINDS } from '../words/index.ts';
import { id, isoDate, isoDateOut } from './base.ts';

/** The timeline reaches five years both ways; nobody needs more at once. */
const LONGEST_SPAN_DAYS = 4_000;
const DAY = 86_400_000;

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

export type MeetingsInput = z.infer<typeof meetingsInput>;
export type MeetingOut = z.infer<typeof meetingOut>;
