import type { RouterInputs } from '@gt/api/types';
import {
  DUE_DATE_APPROVAL_LABELS,
  type DueDateApproval,
  formatDate,
  HOLIDAY_RULE_LABELS,
  type HolidayRule,
  type IsoDate,
} from '@gt/contracts/words';
import { WEEKDAYS } from '@gt/domain/review';
import { countOf } from '@gt/domain/wording';
import type { PlanSettings } from './queries.ts';

/** The settings as typed: numbers as text, so that half a number stays as it was typed. */
export type TypedSettings = {
  milestoneLateDays: string;
  dueSoonDays: string;
  silentDays: string;
  timesMoved: string;
  dueDateApproval: DueDateApproval;
  minEvidenceKinds: string;
  newestWithinDays: string;
  requireImpact: boolean;
  /** "0" for no weekly review. */
  reviewWeekday: string;
  reviewTime: string;
  reviewMinutes: string;
  updatesDueDaysBefore: string;
  updatesDueTime: string;
  boardFirstDate: IsoDate | null;
  boardEveryWeeks: string;
  boardTime: string;
  holidayRule: HolidayRule;
};

type Settings = Omit<PlanSettings, 'planId' | 'planName' | 'version' | 'evidenceTests' | 'history'>;

export function typedOf(settings: Settings): TypedSettings {
  return {
    milestoneLateDays: String(settings.milestoneLateDays),
    dueSoonDays: String(settings.dueSoonDays),
    silentDays: String(settings.silentDays),
    timesMoved: String(settings.timesMoved),
    dueDateApproval: settings.dueDateApproval,
    minEvidenceKinds: String(settings.minEvidenceKinds),
    newestWithinDays: String(settings.newestWithinDays),
    requireImpact: settings.requireImpact,
    reviewWeekday: String(settings.reviewWeekday ?? 0),
    reviewTime: settings.reviewTime,
    reviewMinutes: String(settings.reviewMinutes),
    updatesDueDaysBefore: String(settings.updatesDueDaysBefore),
    updatesDueTime: settings.updatesDueTime,
    boardFirstDate: settings.boardFirstDate,
    boardEveryWeeks: String(settings.boardEveryWeeks),
    boardTime: settings.boardTime,
    holidayRule: settings.holidayRule,
  };
}

type Rhythm = Pick<Settings, keyof RouterInputs['plans']['previewMeetings']>;

const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

/** When the meetings are to be, out of all that was typed. */
export function rhythmOf(typed: TypedSettings): Rhythm {
  return {
    reviewWeekday: typed.reviewWeekday === '0' ? null : Number(typed.reviewWeekday),
    reviewTime: typed.reviewTime.trim(),
    reviewMinutes: number(typed.reviewMinutes),
    updatesDueDaysBefore: number(typed.updatesDueDaysBefore),
    updatesDueTime: typed.updatesDueTime.trim(),
    boardFirstDate: typed.boardFirstDate,
    boardEveryWeeks: number(typed.boardEveryWeeks),
    boardTime: typed.boardTime.trim(),
    holidayRule: typed.holidayRule,
  };
}

/** What is not a number stays none, so that the rule says what is wrong with it. */
export function settingsOf(typed: TypedSettings): Settings {
  return {
    ...rhythmOf(typed),
    milestoneLateDays: number(typed.milestoneLateDays),
    dueSoonDays: number(typed.dueSoonDays),
    silentDays: number(typed.silentDays),
    timesMoved: number(typed.timesMoved),
    dueDateApproval: typed.dueDateApproval,
    minEvidenceKinds: number(typed.minEvidenceKinds),
    newestWithinDays: number(typed.newestWithinDays),
    requireImpact: typed.requireImpact,
  };
}

/** How long before the review updates are wanted. */
export function beforeWords(days: number): string {
  if (days === 0) return 'On the day itself';
  return days === 1 ? 'The day before' : `${countOf(days, 'day')} before`;
}

const plain = (value: unknown) => String(value ?? '');

/** How each setting is named and shown where two versions are compared. */
export const COMPARED_SETTINGS = [
  { name: 'milestoneLateDays', label: 'Days a milestone may be late', show: plain },
  { name: 'dueSoonDays', label: 'Days before the due date', show: plain },
  { name: 'silentDays', label: 'Days without an update', show: plain },
  { name: 'timesMoved', label: 'Moves of the due date', show: plain },
  {
    name: 'dueDateApproval',
    label: 'Whose word a move needs',
    show: (value: unknown) => DUE_DATE_APPROVAL_LABELS[value as DueDateApproval] ?? '',
  },
  { name: 'minEvidenceKinds', label: 'Kinds of evidence', show: plain },
  { name: 'newestWithinDays', label: 'Days since the newest evidence', show: plain },
  {
    name: 'requireImpact',
    label: 'Must show a difference for children',
    show: (value: unknown) => (value ? 'Yes' : 'No'),
  },
  {
    name: 'reviewWeekday',
    label: 'Day of the weekly review',
    show: (value: unknown) => (value === null ? 'None' : (WEEKDAYS[Number(value) - 1] ?? '')),
  },
  { name: 'reviewTime', label: 'Time of the weekly review', show: plain },
  { name: 'reviewMinutes', label: 'Minutes of the weekly review', show: plain },
  {
    name: 'updatesDueDaysBefore',
    label: 'Updates wanted',
    show: (value: unknown) => beforeWords(Number(value)),
  },
  { name: 'updatesDueTime', label: 'Updates wanted by', show: plain },
  {
    name: 'boardFirstDate',
    label: 'First board',
    show: (value: unknown) => (value ? formatDate(String(value)) : 'None'),
  },
  { name: 'boardTime', label: 'Time of the board', show: plain },
  { name: 'boardEveryWeeks', label: 'Weeks between boards', show: plain },
  {
    name: 'holidayRule',
    label: 'A meeting on a bank holiday moves to',
    show: (value: unknown) => HOLIDAY_RULE_LABELS[value as HolidayRule] ?? '',
  },
] as const;
