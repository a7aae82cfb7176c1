/** On whose word the newest move of a date stands; where the plan asks for nobody's, only the lead sets dates. */
export const MOVED_BY = ['LEAD', 'BOARD'] as const;
export type MovedBy = (typeof MOVED_BY)[number];

/** How much of the work under a recommendation is closed, and how much shows that it works. */
export const DONE_STATES = ['ALL', 'SOME', 'NONE'] as const;
export type DoneState = (typeof DONE_STATES)[number];
export const IMPACT_STATES = ['NOTHING', 'PARTLY', 'SHOWN', 'LASTING'] as const;
export type ImpactState = (typeof IMPACT_STATES)[number];

/** Where threads break, in the order of the thread. */
export const THREAD_BREAKS = [
  'NO_ACTION',
  'NO_OWNER',
  'NO_EVIDENCE',
  'NOT_VERIFIED',
  'STALE',
  'NO_MEASURE',
] as const;
export type ThreadBreak = (typeof THREAD_BREAKS)[number];

/** What comes up: an action or a milestone falls due, a sustain check, evidence that somebody was asked for. */
export const UPCOMING_KINDS = ['DUE', 'MILESTONE', 'CHECK', 'ASK'] as const;
export type UpcomingKind = (typeof UPCOMING_KINDS)[number];
