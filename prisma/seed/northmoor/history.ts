import { isoDate } from '@gt/contracts/words';

/** The made-up inspection before the one that the sample plan answers, as somebody typed it from the old report. */
export const EARLIER_INSPECTION = {
  kind: 'ILACS_STANDARD',
  frameworkKey: 'ILACS_2018',
  authority: 'Northmoor',
  inspectionDateText: '9 May 2022 to 20 May 2022',
  startDate: isoDate('2022-05-09'),
  endDate: isoDate('2022-05-20'),
  publicationDate: isoDate('2022-07-04'),
  judgements: [
    { area: 'impact_of_leaders', grade: 'INADEQUATE' },
    { area: 'help_and_protection', grade: 'REQUIRES_IMPROVEMENT' },
    { area: 'children_in_care_and_care_leavers', grade: 'REQUIRES_IMPROVEMENT' },
    { area: 'overall_effectiveness', grade: 'INADEQUATE' },
  ],
} as const;

const CARE = ['children_in_care_and_care_leavers'];

/** What it asked for, in its order. */
export const EARLIER_ITEMS = [
  {
    quote: 'The part that partner agencies play in early help, so that families do not wait for it.',
    page: 3,
    judgementAreas: ['help_and_protection'],
  },
  {
    quote: 'Timely permanence planning for all children in care, including those placed with parents.',
    page: 3,
    judgementAreas: CARE,
  },
  { quote: 'Recruitment and support of foster carers.', page: 3, judgementAreas: CARE },
  {
    quote: 'Management oversight, and the regularity of supervision in the assessment teams.',
    page: 4,
    judgementAreas: ['impact_of_leaders'],
  },
  { quote: 'Life-story work for all children in care.', page: 4, judgementAreas: CARE },
];

/** What a person has answered so far: number of the earlier item, and of the recommendation that says it again. */
export const CONFIRMED = {
  item: 2,
  recommendation: 'R3',
  note: 'Both reports ask for the same: every option weighed early, not after a year.',
  whatWasDone:
    'A permanence panel met monthly from October 2022 and tracked every plan. It was wound up in 2024 when its chair left, and the list was no longer kept.',
  closedOn: isoDate('2023-11-30'),
} as const;
