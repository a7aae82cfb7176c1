import type { ActionReference } from './evidence-story.ts';
import type { AccountKey } from './people.ts';

/** A date that somebody asked for, `at` so many working days ago, `due` in calendar days from today. */
export type DateAsked = {
  on: ActionReference;
  by: AccountKey;
  at: number;
  due: number;
  reason: string;
  refused?: { at: number; note: string };
};

/** One waits for its answer, one was refused. */
export const DATES_ASKED: readonly DateAsked[] = [
  {
    on: 'R5.A1',
    by: 'exploitation',
    at: 2,
    due: 21,
    reason: 'Health can close its own list only after its new system is in use, in two weeks.',
  },
  {
    on: 'R3.A4',
    by: 'adoption',
    at: 12,
    due: 55,
    reason: 'The life story workers join only next month.',
    refused: {
      at: 11,
      note: 'Children have waited long enough. Begin with those whose plan is settled; the second group may follow.',
    },
  },
];

/** Why a declared colour differs from the rule: said of some, not of all. */
export const EXPLAINED: readonly { on: ActionReference; by: AccountKey; at: number; reason: string }[] = [
  {
    on: 'R3.A1',
    by: 'permanence',
    at: 1,
    reason:
      'The figure fell because plans that had waited for months were settled all at once, late. New plans are in time.',
  },
  {
    on: 'R1.A2',
    by: 'earlyHelp',
    at: 2,
    reason:
      'Practitioners can be named before the agreement is signed; only the police have yet to name theirs.',
  },
];
