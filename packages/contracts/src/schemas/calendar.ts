import { z } from 'zod';
import {
  CALENDAR_KINDS,
  CALENDAR_SCOPES,
  INSPECTION_KINDS,
  PLAN_DATE_KINDS,
  WINDOW_KINDS,
} from '../words/index.ts';
import { id, idempotencyKey, instant, isoDate, isoDateOut, personRef, text, version } from './base.ts';

/** Where an entry of the calendar leads. */
const calendarTarget = z.object({
  to: z.enum([
    'ACTION',
    'ASK',
    'RECOMMENDATION',
    'REVIEW',
    'REVIEWS',
    'POSITION',
    'ROOM',
    'PACK',
    'PLAN_DATE',
  ]),
  id: z.string().nullable(),
});

export const calendarEntry = z.object({
  /** The same for the same thing, however often it is asked. */
  id: z.string(),
  kind: z.enum(CALENDAR_KINDS),
  date: isoDateOut,
  /** The last day; the same day for most. */
  until: isoDateOut,
  /** "R3.A2"; null for what has none. */
  reference: z.string().nullable(),
  /** "Monitoring visit", "Board sign-off", the title of an action. */
  title: z.string(),
  /** How it stands: "expected", "10:00", "done", "late"; '' where there is nothing to say. */
  words: z.string(),
  isDone: z.boolean(),
  isLate: z.boolean(),
  target: calendarTarget,
});

const whose = z.object({
  planId: id,
  scope: z.enum(CALENDAR_SCOPES).default('PLAN'),
  /** Left out: every kind. */
  kinds: z.array(z.enum(CALENDAR_KINDS)).max(CALENDAR_KINDS.length).optional(),
});
export const calendarSpanInput = whose.extend({ from: isoDate, to: isoDate });
export const calendarDayInput = whose.extend({ date: isoDate });

/** Of a day with very many of a kind only the first stand in `entries`; `crowds` says how many there are in all. */
export const calendarSpanOut = z.object({
  /** '' for those who see only their own part of it. */
  planName: z.string(),
  entries: z.array(calendarEntry),
  crowds: z.array(z.object({ date: isoDateOut, kind: z.enum(CALENDAR_KINDS), total: z.int() })),
});

export const gateOut = z.object({
  id: z.string(),
  name: z.string(),
  dueDate: isoDateOut,
  /** A person set the day: a corrected date of receipt leaves it where it is. */
  isSet: z.boolean(),
  doneOn: isoDateOut.nullable(),
  doneBy: z.string(),
  doneNote: z.string(),
  recordedBy: personRef.nullable(),
  /** A `GateState` of domain/inspection. */
  state: z.string(),
  words: z.string(),
  version: z.int(),
});

export const gatedClockOut = z.object({
  clockId: z.string(),
  inspectionKind: z.enum(INSPECTION_KINDS),
  authority: z.string(),
  receivedDate: isoDateOut,
  dueDate: isoDateOut,
  workingDays: z.int(),
  submittedOn: isoDateOut.nullable(),
  gates: z.array(gateOut),
  removed: z.array(z.object({ id: z.string(), name: z.string(), version: z.int() })),
  /** The ready-made gates with their days, as long as the clock has none of its own. */
  proposed: z.array(z.object({ name: z.string(), dueDate: isoDateOut, workingDay: z.int() })),
});

const windowStep = z.object({
  fromDate: isoDateOut.nullable(),
  untilDate: isoDateOut.nullable(),
  reason: z.string(),
  setBy: z.string(),
  setAt: instant,
  id: z.string(),
});

export const windowOut = z.object({
  inspectionId: z.string(),
  inspectionKind: z.enum(INSPECTION_KINDS),
  kind: z.enum(WINDOW_KINDS),
  /** "Monitoring visit", "Standard inspection". */
  name: z.string(),
  from: isoDateOut,
  until: isoDateOut,
  /** A `WindowState` of domain/visit. */
  state: z.string(),
  words: z.string(),
  usual: z.object({ from: isoDateOut, until: isoDateOut, words: z.string(), source: z.string() }),
  isChanged: z.boolean(),
  /** How often it was changed; what a change carries. */
  version: z.int(),
  /** Newest first. */
  history: z.array(windowStep),
});

export const clocksOut = z.object({
  clocks: z.array(gatedClockOut),
  windows: z.array(windowOut),
  /** Why no window is foreseen after the latest inspection; '' where one is. */
  whyNoWindow: z.string(),
});

/** What matters next, for the top of every page. */
export const calendarNextOut = z.object({
  gate: z
    .object({ words: z.string(), dueDate: isoDateOut, isLate: z.boolean(), workingDaysLeft: z.int() })
    .nullable(),
  window: z.object({ name: z.string(), words: z.string(), state: z.string() }).nullable(),
});

const gateName = text(80, 'The name');
export const gatesUseInput = z.object({ clockId: id, idempotencyKey });
export const gateAddInput = z.object({ clockId: id, name: gateName, dueDate: isoDate, idempotencyKey });
export const gateEditInput = z.object({ gateId: id, version, name: gateName, dueDate: isoDate });
export const gateMarkInput = z.object({
  gateId: id,
  version,
  /** Null takes back that it was done. */
  doneOn: isoDate.nullable(),
  doneBy: text(120, 'Who agreed'),
  doneNote: text(1_000, 'The note'),
});
export const gateRemoveInput = z.object({ gateId: id, version, isBack: z.boolean() });
export const gateWritten = z.object({ gateId: z.string(), version: z.int() });
export const gatesUsed = z.object({ clockId: z.string(), gates: z.int() });

export const windowSetInput = z.object({
  inspectionId: id,
  kind: z.enum(WINDOW_KINDS),
  version: z.int().min(0),
  fromDate: isoDate.nullable(),
  untilDate: isoDate.nullable(),
  reason: text(2_000, 'The reason'),
});
export const windowWritten = z.object({
  inspectionId: z.string(),
  kind: z.enum(WINDOW_KINDS),
  version: z.int(),
});

const planDateFacts = z.object({
  kind: z.enum(PLAN_DATE_KINDS, 'Choose what it is.'),
  title: text(120, 'The name'),
  fromDate: isoDate,
  untilDate: isoDate,
  isFirm: z.boolean(),
  note: text(2_000, 'The note'),
});
export const planDateCreateInput = planDateFacts.extend({ planId: id, idempotencyKey });
export const planDateEditInput = planDateFacts.extend({ planDateId: id, version });
export const planDateRemoveInput = z.object({
  planDateId: id,
  version,
  reason: text(2_000, 'The reason'),
});
export const planDateRestoreInput = z.object({ planDateId: id, version });
export const planDateIdInput = z.object({ planDateId: id });
export const planDateWritten = z.object({ planDateId: z.string(), version: z.int() });
export const planDateOut = planDateFacts.extend({
  id: z.string(),
  planId: z.string(),
  fromDate: isoDateOut,
  untilDate: isoDateOut,
  title: z.string(),
  note: z.string(),
  createdBy: personRef,
  redactedAt: instant.nullable(),
  deletedReason: z.string(),
  version: z.int(),
});
export const planDateBinOut = z.array(planDateOut);

export type CalendarEntry = z.infer<typeof calendarEntry>;
export type CalendarSpanInput = z.infer<typeof calendarSpanInput>;
export type CalendarDayInput = z.infer<typeof calendarDayInput>;
export type CalendarSpanOut = z.infer<typeof calendarSpanOut>;
export type CalendarNextOut = z.infer<typeof calendarNextOut>;
export type ClocksOut = z.infer<typeof clocksOut>;
export type GateOut = z.infer<typeof gateOut>;
export type GatedClockOut = z.infer<typeof gatedClockOut>;
export type WindowOut = z.infer<typeof windowOut>;
export type GatesUseInput = z.infer<typeof gatesUseInput>;
export type GateAddInput = z.infer<typeof gateAddInput>;
export type GateEditInput = z.infer<typeof gateEditInput>;
export type GateMarkInput = z.infer<typeof gateMarkInput>;
export type GateRemoveInput = z.infer<typeof gateRemoveInput>;
export type GateWritten = z.infer<typeof gateWritten>;
export type WindowSetInput = z.infer<typeof windowSetInput>;
export type PlanDateCreateInput = z.infer<typeof planDateCreateInput>;
export type PlanDateEditInput = z.infer<typeof planDateEditInput>;
export type PlanDateRemoveInput = z.infer<typeof planDateRemoveInput>;
export type PlanDateRestoreInput = z.infer<typeof planDateRestoreInput>;
export type PlanDateOut = z.infer<typeof planDateOut>;
export type PlanDateWritten = z.infer<typeof planDateWritten>;
