import type { AccountKey } from './people.ts';

/**
 * Reviews on Wednesdays, with updates by Tuesday 17:00; a board every four weeks, the first so many calendar days from
 * today.
 */
export const RHYTHM = {
  reviewWeekday: 3,
  reviewTime: '10:00',
  reviewMinutes: 60,
  updatesDueDaysBefore: 1,
  updatesDueTime: '17:00',
  firstBoard: -43,
  boardEveryWeeks: 4,
  boardTime: '14:00',
  holidayRule: 'PREVIOUS_WORKING_DAY',
} as const;

export type MemberStory = {
  who: AccountKey;
  meeting: 'REVIEW' | 'BOARD';
  isChair?: boolean;
  /** Working days ago on which they took over from somebody; from the start when not given. */
  since?: number;
  insteadOf?: AccountKey;
};

/** The lead chairs the weekly review of those who answer for a recommendation; the board has a chair from outside. */
export const MEMBERS: readonly MemberStory[] = [
  { meeting: 'REVIEW', who: 'lead', isChair: true },
  { meeting: 'REVIEW', who: 'earlyHelp' },
  { meeting: 'REVIEW', who: 'fostering' },
  { meeting: 'REVIEW', who: 'formerPermanence' },
  { meeting: 'REVIEW', who: 'courts' },
  { meeting: 'REVIEW', who: 'virtualSchool' },
  { meeting: 'REVIEW', who: 'quality' },
  { meeting: 'REVIEW', who: 'audit' },
  { meeting: 'REVIEW', who: 'permanence', since: 19, insteadOf: 'formerPermanence' },
  { meeting: 'BOARD', who: 'chair', isChair: true },
  { meeting: 'BOARD', who: 'lead' },
  { meeting: 'BOARD', who: 'earlyHelp' },
  { meeting: 'BOARD', who: 'fostering' },
  { meeting: 'BOARD', who: 'quality' },
];
