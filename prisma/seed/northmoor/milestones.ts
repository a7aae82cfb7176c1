/** A milestone of the sample plan. */
export type MilestoneStory = {
  title: string;
  /** Calendar days from today. */
  due: number;
  /** Working days ago on which it was reached; absent while it is open. */
  done?: number;
};

/** Milestones by action, set so many working days ago. */
export const MILESTONES: Readonly<Record<string, { set: number; each: readonly MilestoneStory[] }>> = {
  'R1.A1': {
    set: 39,
    each: [
      { title: 'Draft agreed with the police', due: -38, done: 26 },
      { title: 'Signed by both organisations', due: -6 },
    ],
  },
  'R1.A2': {
    set: 39,
    each: [
      { title: 'A lead practitioner in every new plan', due: -20, done: 15 },
      { title: 'A lead practitioner in every open plan', due: 34 },
    ],
  },
  'R2.A1': {
    set: 39,
    each: [
      { title: 'Campaign on air', due: -54, done: 38 },
      { title: 'Nine assessments under way', due: -28, done: 18 },
      { title: 'Six households approved', due: -5 },
      { title: 'Twelve households approved', due: 68 },
    ],
  },
  'R2.A3': {
    set: 37,
    each: [
      { title: 'Rota agreed with the service', due: -30, done: 21 },
      { title: 'Line open at weekends', due: 4 },
    ],
  },
  'R3.A1': {
    set: 39,
    each: [
      { title: 'Every child without a plan listed', due: -48, done: 34 },
      { title: 'Half of the plans settled', due: -12, done: 8 },
      { title: 'All plans settled', due: 30 },
    ],
  },
  'R4.A6': { set: 24, each: [{ title: 'Both posts advertised', due: -9 }] },
  'R5.A2': {
    set: 32,
    each: [
      { title: 'Two districts mapped', due: -16, done: 11 },
      { title: 'All four districts mapped', due: 22 },
    ],
  },
  'R6.A5': { set: 12, each: [{ title: 'Fifteen plans audited', due: 8 }] },
};

/** What waits for what: the first must be finished before the second. */
export const WAITS: readonly (readonly [first: string, then: string])[] = [
  ['R1.A1', 'R1.A2'],
  ['R2.A3', 'R2.A8'],
  ['R2.A1', 'R2.A9'],
  ['R3.A1', 'R3.A8'],
  ['R4.A4', 'R4.A5'],
  ['R5.A2', 'R5.A5'],
  ['R6.A5', 'R6.A7'],
];
