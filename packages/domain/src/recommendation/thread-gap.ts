import type { Knot, KnotState } from '@gt/contracts/words';

/** What can be done about a gap, and the words on its button. The screen binds each to a place. */
export const MENDINGS = {
  ENTER_QUOTE: 'Enter the recommendation again',
  ADD_ACTION: 'Add an action',
  NAME_LEAD: 'Name the accountable lead',
  NAME_OWNER: 'Name an owner',
  POST_UPDATE: 'Post an update',
  ADD_EVIDENCE: 'Add evidence',
  CHECK_EVIDENCE: 'Check the evidence',
  MEND_EVIDENCE: 'See why it came back',
  ADD_MEASURE: 'Add a measure',
  ADD_FIGURE: 'Add a figure',
  SEE_MEASURE: 'Look at the measure',
} as const;
export type MendingCode = keyof typeof MENDINGS;

export type ThreadGapCode =
  | 'QUOTE_GONE'
  | 'NO_ACTION'
  | 'NO_LEAD'
  | 'NO_OWNER'
  | 'NOT_BEGUN'
  | 'NO_EVIDENCE'
  | 'NOT_VERIFIED'
  | 'RETURNED'
  | 'EXPIRED'
  | 'TOO_FEW_KINDS'
  | 'NEWEST_TOO_OLD'
  | 'NO_IMPACT'
  | 'NO_MEASURE'
  | 'NO_FIGURES'
  | 'MOVING_AWAY'
  | 'NOT_MOVING'
  | 'DIFFERENCE_NOT_VERIFIED'
  | 'NO_DIFFERENCE';

/** One break in the thread: what is missing, and what would mend it. */
export type ThreadGap = {
  code: ThreadGapCode;
  /** A few words for the summary: "evidence not verified". */
  short: string;
  /** A full sentence. */
  sentence: string;
  mending: { code: MendingCode; label: string };
};

export type ThreadKnot = {
  knot: Knot;
  state: KnotState;
  /** Short words beneath the knot: "6 of 9 actions closed". */
  words: string;
  missing: ThreadGap[];
};

/** The four knots in order, and the whole in one line. */
export type Thread = {
  said: ThreadKnot;
  done: ThreadKnot;
  proved: ThreadKnot;
  changed: ThreadKnot;
  knots: readonly [ThreadKnot, ThreadKnot, ThreadKnot, ThreadKnot];
  /** How many of the four are whole. */
  whole: number;
  /** For those who do not see the line: "2 of 4: evidence not verified". */
  summary: string;
};

/** Builds a gap. */
export function threadGap(
  code: ThreadGapCode,
  short: string,
  sentence: string,
  mending: MendingCode,
): ThreadGap {
  return { code, short, sentence, mending: { code: mending, label: MENDINGS[mending] } };
}

/** Ties four knots into a thread. */
export function tieThread(
  said: ThreadKnot,
  done: ThreadKnot,
  proved: ThreadKnot,
  changed: ThreadKnot,
): Thread {
  const knots = [said, done, proved, changed] as const;
  const whole = knots.filter((knot) => knot.state === 'WHOLE').length;
  const first = knots.find((knot) => knot.state !== 'WHOLE');
  const short = first?.missing[0]?.short ?? first?.words ?? 'the thread is whole';
  return { said, done, proved, changed, knots, whole, summary: `${whole} of 4: ${short}` };
}
