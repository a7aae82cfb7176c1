import type { Standing } from '@gt/contracts/schemas';
import {
  DUE_DATE_APPROVAL_LABELS,
  type DueDateApproval,
  formatDate,
  HOLIDAY_RULE_LABELS,
  type HolidayRule,
  isIsoDate,
  MEETING_KIND_LABELS,
  type MeetingKind,
} from '@gt/contracts/words';
import { WEEKDAYS } from '@gt/domain/review';

const FIELDS: Record<string, string> = {
  milestoneLateDays: 'Red when a milestone is late by more than (days)',
  dueSoonDays: 'Amber when due within (days) with a milestone open',
  silentDays: 'Amber when silent for more than (days)',
  timesMoved: 'Amber when the date has moved (times)',
  dueDateApproval: 'Whose word a change of due date needs',
  minEvidenceKinds: 'Kinds of evidence that a recommendation needs, at least',
  newestWithinDays: 'Newest evidence no older than (days)',
  requireImpact: 'Evidence must show a difference for children',
  reviewWeekday: 'Day of the weekly review',
  reviewTime: 'Time of the weekly review',
  reviewMinutes: 'Minutes of the weekly review',
  updatesDueDaysBefore: 'Updates wanted before the review (days)',
  updatesDueTime: 'Updates wanted by',
  boardFirstDate: 'First board',
  boardTime: 'Time of the board',
  boardEveryWeeks: 'Weeks between boards',
  holidayRule: 'A meeting on a bank holiday moves to',
};

/** Old → new of one change of the settings, field by field in words; nothing of a payload that was destroyed. */
export function settingsChanges(body: unknown): { field: string; from: string; to: string }[] {
  const { before, after } = (body ?? {}) as Record<'before' | 'after', Record<string, unknown> | null>;
  return Object.entries(FIELDS).flatMap(([field, label]) =>
    after && field in after
      ? [{ field: label, from: words(field, before?.[field]), to: words(field, after[field]) }]
      : [],
  );
}

function words(field: string, value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field === 'reviewWeekday') return WEEKDAYS[Number(value) - 1] ?? String(value);
  if (field === 'dueDateApproval') return DUE_DATE_APPROVAL_LABELS[value as DueDateApproval];
  if (field === 'holidayRule') return HOLIDAY_RULE_LABELS[value as HolidayRule];
  const text = String(value);
  return isIsoDate(text) ? formatDate(text) : text;
}

type Told = Exclude<Standing, 'NONE'> | null;
type MemberBody = {
  before: { standing: Told } | null;
  after: { meeting: MeetingKind; userId: string; standing: Told } | null;
} | null;

const STANDINGS: Record<Standing, string> = { NONE: 'not a member', MEMBER: 'member', CHAIR: 'chair' };

/** Whose membership one row of the history changed; nobody's for another kind of row or a destroyed payload. */
export function memberIn(body: unknown): string | null {
  return (body as MemberBody)?.after?.userId ?? null;
}

/** Example: "Weekly review, Head of Fostering, holder 1: member → chair". */
export function memberChange(
  body: unknown,
  names: ReadonlyMap<string, string>,
): { field: string; from: string; to: string }[] {
  const { before, after } = (body as MemberBody) ?? { before: null, after: null };
  if (!before || !after) return [];
  const field = `${MEETING_KIND_LABELS[after.meeting]}, ${names.get(after.userId) ?? 'somebody'}`;
  return [{ field, from: STANDINGS[before.standing ?? 'NONE'], to: STANDINGS[after.standing ?? 'NONE'] }];
}
