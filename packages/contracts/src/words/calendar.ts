import type { CalendarKind, CalendarScope, PlanDateKind } from './tuples.ts';

export const PLAN_DATE_KIND_LABELS: Record<PlanDateKind, string> = {
  MONITORING_VISIT: 'Monitoring visit',
  FOCUSED_VISIT: 'Focused visit',
  ADVISER_VISIT: 'DfE adviser visit',
  SCRUTINY: 'Scrutiny committee',
  ANNUAL_CONVERSATION: 'Annual conversation',
  BOARD: 'Board outside the rhythm',
  OTHER: 'Other',
};

/** Of many, as a switch in the calendar names them. */
export const CALENDAR_KIND_LABELS: Record<CalendarKind, string> = {
  CLOCK: 'Statutory days',
  GATE: 'Approval gates',
  VISIT: 'Visits',
  BOARD: 'Boards',
  REVIEW: 'Reviews',
  WINDOW: 'Inspection windows',
  OTHER_DATE: 'Committees and other dates',
  DUE: 'Actions due',
  MILESTONE: 'Milestones',
  ASK: 'Evidence asked for',
  SUSTAIN: 'Sustain checks',
  ROOM: 'Inspector rooms and packs',
};

/** Of one, as an entry names itself. */
export const CALENDAR_ENTRY_LABELS: Record<CalendarKind, string> = {
  CLOCK: 'Statutory day',
  GATE: 'Approval gate',
  VISIT: 'Visit',
  BOARD: 'Board',
  REVIEW: 'Review',
  WINDOW: 'Inspection window',
  OTHER_DATE: 'Other date',
  DUE: 'Action due',
  MILESTONE: 'Milestone',
  ASK: 'Evidence asked for',
  SUSTAIN: 'Sustain check',
  ROOM: 'Room or pack',
};

export const CALENDAR_SCOPE_LABELS: Record<CalendarScope, string> = {
  PLAN: 'Whole plan',
  TEAM: 'My teams',
  MINE: 'Mine',
};
