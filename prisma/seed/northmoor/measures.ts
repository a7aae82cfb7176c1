import type { MeasureDirection, MeasureFrequency } from '@gt/contracts/words';
import type { AccountKey, PostKey } from './people.ts';
import type { RecommendationKey } from './recommendations.ts';

/** A measure of the sample plan. Figures are shares, rates and large counts: none could show who is meant. */
export type MeasureStory = {
  under: RecommendationKey;
  name: string;
  definition: string;
  unit: string;
  direction: MeasureDirection;
  frequency: Extract<MeasureFrequency, 'MONTHLY' | 'QUARTERLY'>;
  target: number;
  post: PostKey;
  /** Whoever holds the post: `before` pastes what was known when the measure was set up, `now` enters what came since. */
  before: AccountKey;
  now: AccountKey;
  /** Oldest first, the newest that has come in last. The first is the baseline. */
  values: readonly number[];
  /** The newest figures that have not come in. */
  missing?: number;
  /** What was said of the figure so many periods before the newest. */
  comments?: Readonly<Record<number, string>>;
  /** The figure so many periods before the newest was first typed as `wrong`. */
  corrected?: { before: number; wrong: number; why: string };
  /** The straight way to its target is planned. */
  isPlanned?: boolean;
  /** The limits of the control chart begin anew with the figure so many periods before the newest. */
  step?: { before: number; why: string };
  /** What the verifier said of the figure so many periods before the newest. */
  remark?: { before: number; body: string };
  /** Further recommendations that it shows something of. */
  alsoShows?: readonly RecommendationKey[];
  /** Actions that are meant to move it. */
  moves: readonly string[];
};

/** Eight measures over fifteen months, one of them over two years; the fifth recommendation still waits for one. */
export const MEASURES: readonly MeasureStory[] = [
  {
    under: 'R1',
    name: 'Early help plans begun within ten working days',
    definition:
      'Early help plans that began within ten working days of the request, as a share of all plans begun in the month, in the four districts together. Counted from the early help record on the fifth working day after the month.',
    unit: '%',
    direction: 'HIGHER_IS_BETTER',
    frequency: 'MONTHLY',
    target: 90,
    post: 'HEAD_OF_EARLY_HELP',
    before: 'earlyHelp',
    now: 'earlyHelp',
    values: [61, 62, 60, 63, 64, 63, 66, 67, 66, 69, 71, 72, 74, 75, 78],
    isPlanned: true,
    comments: { 6: 'The first district in which schools lead began this month.' },
    moves: ['R1.A2'],
  },
  {
    under: 'R1',
    name: 'Partner agencies’ answers to the front door within four hours',
    definition:
      'Requests for information that a partner agency answered within four hours, as a share of all requests in the month.',
    unit: '%',
    direction: 'HIGHER_IS_BETTER',
    frequency: 'MONTHLY',
    target: 85,
    post: 'HEAD_OF_EARLY_HELP',
    before: 'earlyHelp',
    now: 'earlyHelp',
    values: [58, 57, 60, 59, 62, 61, 63, 62, 65, 66, 67, 66, 69],
    missing: 2,
    moves: ['R1.A3', 'R1.A4'],
  },
  {
    under: 'R2',
    name: 'Approved foster households',
    definition: 'Mainstream foster households approved and open to a child on the last day of the month.',
    unit: 'households',
    direction: 'HIGHER_IS_BETTER',
    frequency: 'MONTHLY',
    target: 232,
    post: 'FOSTERING_RECRUITMENT',
    before: 'recruitment',
    now: 'recruitment',
    values: [214, 213, 211, 212, 210, 209, 207, 208, 206, 205, 207, 208, 210, 213, 215],
    comments: {
      9: 'Two households left after their agency raised its fee.',
      2: 'The first approvals of the new campaign.',
    },
    moves: ['R2.A1'],
  },
  {
    under: 'R2',
    name: 'Supervision visits to foster carers on time',
    definition:
      'Carers who had a supervision visit in the six weeks before the last day of the month, as a share of all approved carers.',
    unit: '%',
    direction: 'HIGHER_IS_BETTER',
    frequency: 'MONTHLY',
    target: 95,
    post: 'FOSTERING_SUPERVISION',
    before: 'supervision',
    now: 'supervision',
    values: [72, 70, 71, 69, 70, 68, 71, 70, 72, 71, 74, 78, 84, 88, 92],
    comments: { 4: 'A duty rota covers the vacant posts from this month.' },
    isPlanned: true,
    remark: { before: 1, body: 'Checked against ten records; all ten visits are there.' },
    corrected: {
      before: 3,
      wrong: 87,
      why: 'Two teams had counted visits by telephone. Counted again without.',
    },
    moves: ['R2.A2'],
  },
  {
    under: 'R3',
    name: 'Children with a permanence plan by their second review',
    definition:
      'Children whose second review in the month found a permanence plan on record, as a share of all second reviews in the three months to its end.',
    unit: '%',
    direction: 'HIGHER_IS_BETTER',
    frequency: 'MONTHLY',
    target: 90,
    post: 'HEAD_OF_PERMANENCE',
    before: 'formerPermanence',
    now: 'permanence',
    values: [58, 60, 61, 60, 63, 65, 66, 68, 69, 71, 72, 73, 74, 72, 67],
    comments: { 0: 'The panel had no chair for three weeks, so plans waited.' },
    moves: ['R3.A1'],
  },
  {
    under: 'R4',
    name: 'Statements filed on the day that the court set',
    definition: 'Statements filed on or before the day set by the court, as a share of all due in the month.',
    unit: '%',
    direction: 'HIGHER_IS_BETTER',
    frequency: 'MONTHLY',
    target: 95,
    post: 'HEAD_OF_COURTS',
    before: 'courts',
    now: 'courts',
    values: [
      81, 83, 80, 82, 84, 81, 83, 82, 80, 83, 82, 81, 89, 91, 88, 90, 92, 89, 90, 88, 91, 91, 90, 91, 90.4,
    ],
    step: {
      before: 12,
      why: 'A case progression officer reads every statement a week before its day since then, and the figures have settled higher.',
    },
    moves: ['R4.A1'],
  },
  {
    under: 'R4',
    name: 'Weeks that care proceedings take',
    definition: 'Mean number of weeks from issue to final order, of proceedings that ended in the quarter.',
    unit: 'weeks',
    direction: 'LOWER_IS_BETTER',
    frequency: 'QUARTERLY',
    target: 26,
    post: 'HEAD_OF_COURTS',
    before: 'courts',
    now: 'courts',
    values: [46.2, 45.8, 44.1, 42.5, 40.9],
    moves: [],
  },
  {
    under: 'R6',
    name: 'School sessions missed by children in care',
    definition:
      'Sessions missed for any reason, as a share of all possible sessions of children in care of school age, over the twelve months to the end of the month.',
    unit: '%',
    direction: 'LOWER_IS_BETTER',
    frequency: 'MONTHLY',
    target: 6,
    post: 'EDUCATION_PROGRESS',
    before: 'education',
    now: 'education',
    values: [8.9, 8.9, 8.8, 8.6, 8.7, 8.5, 8.4, 8.2, 8.2, 8.0, 7.9, 7.8, 7.6, 7.5, 7.3],
    alsoShows: ['R3'],
    comments: { 7: 'Attendance is read each week with the schools from this term.' },
    moves: ['R6.A2'],
  },
];
