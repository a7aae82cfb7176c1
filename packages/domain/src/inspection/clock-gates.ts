import { type FieldProblem, formatDate, type IsoDate } from '@gt/contracts/words';
import {
  addWorkingDays,
  englandAndWalesBankHolidays,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '../calendar/index.ts';
import { checkText, countOf } from '../wording/index.ts';

/** The texts of a gate, in characters, and how many a clock may have. */
export const GATE_LIMITS = { name: 80, doneBy: 120, doneNote: 1_000, count: 20 } as const;

/** Within so many working days a gate is near. */
export const GATE_NEAR_WORKING_DAYS = 5;

/**
 * The approvals that a council and its trust usually ask for on the way to Ofsted, each at a share of the clock's
 * working days.
 *
 * An assumption, and shown as one: no law sets these days. What is on record of real councils spans them widely:
 * Stockton-on-Tees took its plan to Cabinet on working day 26 of 70 (report published 9 May 2023, Cabinet 15 June 2023, due
 * 16 August 2023); Bracknell Forest took it to the Executive on working day 67 (findings 22 February 2022, Executive
 * 1 June 2022, due 7 June 2022). The last share leaves two working days of 70 in hand.
 */
export const READY_GATES: readonly { name: string; share: number }[] = [
  { name: 'First draft', share: 0.3 },
  { name: 'Senior leadership team', share: 0.45 },
  { name: 'Council and trust board', share: 0.6 },
  { name: 'Lead member and cabinet sign-off', share: 0.75 },
  { name: 'Improvement board', share: 0.9 },
  { name: 'Submit to Ofsted', share: 0.98 },
];

export type GateClock = { receivedDate: IsoDate; dueDate: IsoDate; workingDays: number };
export type GateDay = { workingDay: number; dueDate: IsoDate };

/**
 * The ready-made gates with their days on a clock: on a working day, in order, never after the statutory day.
 * Example: received 9 May 2023 with 70 working days → the first draft on working day 21, 8 June 2023.
 */
export function readyGates(clock: GateClock, calendar: WorkingCalendar): ({ name: string } & GateDay)[] {
  return READY_GATES.map(({ name, share }) => {
    const workingDay = Math.max(1, Math.floor(share * clock.workingDays));
    return { name, workingDay, dueDate: gateDay({ workingDay }, clock, calendar) };
  });
}

/**
 * The day of a gate after the date of receipt was corrected: counted anew, unless a person set it. One that was set
 * stays, but for a clock that has since come to end before it, or to begin after it.
 */
export function recountedGate(
  gate: { workingDay: number | null; dueDate: IsoDate },
  clock: GateClock,
  calendar: WorkingCalendar,
): IsoDate {
  if (gate.workingDay !== null) return gateDay({ workingDay: gate.workingDay }, clock, calendar);
  if (gate.dueDate > clock.dueDate) return clock.dueDate;
  return gate.dueDate > clock.receivedDate ? gate.dueDate : addWorkingDays(clock.receivedDate, 1, calendar);
}

function gateDay(gate: { workingDay: number }, clock: GateClock, calendar: WorkingCalendar): IsoDate {
  const day = addWorkingDays(clock.receivedDate, gate.workingDay, calendar);
  if (day > clock.dueDate) return clock.dueDate;
  return day;
}

/**
 * Everything wrong with a gate that a person adds or changes: its day is a working day after receipt and no later than
 * the statutory day.
 * Example: 26 December 2026 → "26 December 2026 is not a working day. Choose another day".
 */
export function validateGate(
  gate: { name: string; dueDate: IsoDate },
  clock: GateClock,
  calendar: WorkingCalendar,
): FieldProblem[] {
  const { name, dueDate } = gate;
  const day = (message: string): FieldProblem[] => [{ field: 'dueDate', message }];
  const problems = checkText('name', name, {
    label: 'The name',
    enter: 'Enter a name, such as Trust board',
    max: GATE_LIMITS.name,
  });
  if (dueDate <= clock.receivedDate) {
    return [
      ...problems,
      ...day(`Choose a day after ${formatDate(clock.receivedDate)}, when the report came`),
    ];
  }
  if (dueDate > clock.dueDate) {
    const last = formatDate(clock.dueDate);
    return [...problems, ...day(`Choose ${last} or earlier: the action plan is due by then`)];
  }
  return isWorkingDay(dueDate, calendar)
    ? problems
    : [...problems, ...day(`${whyNotWorking(dueDate)}. Choose another day`)];
}

function whyNotWorking(date: IsoDate): string {
  const holiday = englandAndWalesBankHolidays(Number(date.slice(0, 4))).find((day) => day.date === date);
  return holiday ? `${formatDate(date)} is ${holiday.name}` : `${formatDate(date)} is not a working day`;
}

/** Everything wrong with how a gate is marked as passed. A late day is recorded as late, not refused. */
export function validateGateDone(
  done: { doneOn: IsoDate; doneBy: string; doneNote: string },
  clock: Pick<GateClock, 'receivedDate'>,
  today: IsoDate,
): FieldProblem[] {
  const { doneOn, doneBy, doneNote } = done;
  const problems = [
    ...checkText('doneBy', doneBy, {
      label: 'Who agreed',
      enter: 'Enter who agreed: a body or a post',
      max: GATE_LIMITS.doneBy,
    }),
    ...checkText('doneNote', doneNote, { label: 'The note', max: GATE_LIMITS.doneNote }),
  ];
  if (doneOn > today) {
    return [...problems, { field: 'doneOn', message: 'The day must be today or in the past' }];
  }
  if (doneOn < clock.receivedDate) {
    const message = `The day cannot be before ${formatDate(clock.receivedDate)}, when the report came`;
    return [...problems, { field: 'doneOn', message }];
  }
  return problems;
}

export const GATE_STATES = ['DONE', 'DONE_LATE', 'LATE', 'TODAY', 'NEAR', 'COMING'] as const;
export type GateState = (typeof GATE_STATES)[number];

export type GateReading = {
  state: GateState;
  /** "In 6 working days", "2 working days late", "Done on 3 March 2026, 1 working day late". */
  words: string;
  /** Working days until it, negative when it has passed; null once done. */
  workingDaysLeft: number | null;
};

/**
 * Where a gate stands. The day itself is in time.
 * Example: due 20 March 2026, today 12 March 2026 → COMING, "In 6 working days".
 */
export function gateReading(
  gate: { dueDate: IsoDate; doneOn: IsoDate | null },
  today: IsoDate,
  calendar: WorkingCalendar,
): GateReading {
  const { dueDate, doneOn } = gate;
  if (doneOn !== null) {
    const late = Math.max(0, workingDaysBetween(dueDate, doneOn, calendar));
    const words = `Done on ${formatDate(doneOn)}`;
    return doneOn > dueDate && late > 0
      ? { state: 'DONE_LATE', words: `${words}, ${countOf(late, 'working day')} late`, workingDaysLeft: null }
      : { state: 'DONE', words, workingDaysLeft: null };
  }
  const left = workingDaysBetween(today, dueDate, calendar);
  if (today > dueDate) {
    // On a weekend after its day no working day has passed yet.
    const words =
      left < 0 ? `${countOf(-left, 'working day')} late` : `Late: it was due on ${formatDate(dueDate)}`;
    return { state: 'LATE', words, workingDaysLeft: left };
  }
  if (today === dueDate) return { state: 'TODAY', words: 'Today', workingDaysLeft: 0 };
  const state = left <= GATE_NEAR_WORKING_DAYS ? 'NEAR' : 'COMING';
  return { state, words: `In ${countOf(left, 'working day')}`, workingDaysLeft: left };
}

/**
 * The gate that matters next: the earliest that is not done. Null when all are, or without any.
 * Example of its words: "Board sign-off in 6 working days", "First draft 2 working days late".
 */
export function nextGate<G extends { name: string; dueDate: IsoDate; doneOn: IsoDate | null }>(
  gates: readonly G[],
  today: IsoDate,
  calendar: WorkingCalendar,
): { gate: G; reading: GateReading; words: string } | null {
  const gate = gates.filter(({ doneOn }) => doneOn === null).toSorted(byDay)[0];
  if (!gate) return null;
  const reading = gateReading(gate, today, calendar);
  const words = `${gate.name} ${reading.words.slice(0, 1).toLowerCase()}${reading.words.slice(1)}`;
  return { gate, reading, words };
}

/** Gates stand in the order of their days; of the same day, as they were added. */
export function byDay(one: { dueDate: IsoDate }, other: { dueDate: IsoDate }): number {
  if (one.dueDate === other.dueDate) return 0;
  return one.dueDate < other.dueDate ? -1 : 1;
}
