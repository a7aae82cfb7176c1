import {
  DUE_DATE_APPROVAL_LABELS,
  type DueDateApproval,
  formatDate,
  type IsoDate,
} from '@gt/contracts/words';
import type { PlanSettings } from './queries.ts';

/** The settings as typed: numbers as text, so that half a number stays as it was typed. */
export type TypedSettings = {
  milestoneLateDays: string;
  dueSoonDays: string;
  silentDays: string;
  timesMoved: string;
  dueDateApproval: DueDateApproval;
  /** "0" for no weekly review. */
  reviewWeekday: string;
  reviewTime: string;
  boardFirstDate: IsoDate | null;
  boardEveryWeeks: string;
};

type Settings = Omit<PlanSettings, 'planId' | 'planName' | 'version' | 'history'>;

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function typedOf(settings: Settings): TypedSettings {
  return {
    milestoneLateDays: String(settings.milestoneLateDays),
    dueSoonDays: String(settings.dueSoonDays),
    silentDays: String(settings.silentDays),
    timesMoved: String(settings.timesMoved),
    dueDateApproval: settings.dueDateApproval,
    reviewWeekday: String(settings.reviewWeekday ?? 0),
    reviewTime: settings.reviewTime,
    boardFirstDate: settings.boardFirstDate,
    boardEveryWeeks: String(settings.boardEveryWeeks),
  };
}

/** What is not a number stays none, so that the rule says what is wrong with it. */
export function settingsOf(typed: TypedSettings): Settings {
  const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
  return {
    milestoneLateDays: number(typed.milestoneLateDays),
    dueSoonDays: number(typed.dueSoonDays),
    silentDays: number(typed.silentDays),
    timesMoved: number(typed.timesMoved),
    dueDateApproval: typed.dueDateApproval,
    reviewWeekday: typed.reviewWeekday === '0' ? null : Number(typed.reviewWeekday),
    reviewTime: typed.reviewTime.trim(),
    boardFirstDate: typed.boardFirstDate,
    boardEveryWeeks: number(typed.boardEveryWeeks),
  };
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
  {
    name: 'reviewWeekday',
    label: 'Day of the weekly review',
    show: (value: unknown) => (value === null ? 'None' : (WEEKDAYS[Number(value) - 1] ?? '')),
  },
  { name: 'reviewTime', label: 'Time of the weekly review', show: plain },
  {
    name: 'boardFirstDate',
    label: 'First board',
    show: (value: unknown) => (value ? formatDate(String(value)) : 'None'),
  },
  { name: 'boardEveryWeeks', label: 'Weeks between boards', show: plain },
] as const;
