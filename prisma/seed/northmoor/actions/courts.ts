import { type ActionStory, closed, complete, reopened, said } from '../story.ts';

/** R4: the confidence of the family courts. */
export const COURTS: readonly ActionStory[] = [
  {
    title: 'File every statement on the day that the court set',
    success: '95 % on time for one quarter.',
    priority: 'URGENT',
    team: 'COURTS',
    post: 'HEAD_OF_COURTS',
    owner: 'courts',
    start: -56,
    due: 18,
    steps: [
      said(37, 'AMBER', 25, {
        what: '64 % on time last month. A board in the office shows what is due each day.',
        why: 'A third of statements were late.',
        next: 'A reminder ten and five days before.',
      }),
      said(24, 'AMBER', 50, {
        what: '81 % on time. Most late ones came from two teams.',
        why: 'Two teams are still late.',
        next: 'A practitioner sits with the two teams.',
      }),
      said(11, 'GREEN', 75, {
        what: '93 % on time.',
        change: 'Two hearings that would have been put off went ahead, so two children waited less.',
        why: 'All teams are above nine in ten.',
      }),
      said(2, 'GREEN', 80, {
        what: '95 % on time in the last four weeks.',
        next: 'Hold it for the quarter.',
      }),
    ],
  },
  {
    title: 'Have every assessment read by a senior practitioner before it is filed',
    success: 'No assessment is filed without a reader’s note.',
    priority: 'HIGH',
    team: 'COURTS',
    post: 'HEAD_OF_COURTS',
    owner: 'courts',
    start: -54,
    due: -14,
    steps: [
      said(34, 'GREEN', 50, {
        what: 'Four senior readers share the work; a note of one page is filed with each.',
      }),
      said(21, 'GREEN', 95, {
        what: 'Every assessment of the last six weeks has a reader’s note.',
        change: 'Judges asked for additional evidence in 3 of 28 cases, down from 11 of 30.',
        next: 'Upload the audit.',
      }),
      complete(17),
      closed(12, 'The audit covers all 28 cases of the six weeks.'),
    ],
  },
  {
    title: 'Meet the judges and the guardians’ service each quarter, with figures',
    success: 'Four meetings a year; what was asked for is done by the next one.',
    team: 'COURTS',
    post: 'HEAD_OF_COURTS',
    owner: 'courts',
    start: -45,
    due: -3,
    steps: [
      said(30, 'GREEN', 50, {
        what: 'The date is agreed with the designated family judge.',
        next: 'Send the figures a week before.',
      }),
      said(8, 'GREEN', 90, {
        what: 'The first meeting took place. Judges see fewer late statements and ask for shorter chronologies.',
        next: 'Minutes are being agreed with the court.',
      }),
      complete(4),
    ],
  },
  {
    title: 'Shorten the chronology to what the court needs',
    success: 'No chronology over four pages without the agreement of the court.',
    team: 'COURTS',
    post: 'HEAD_OF_COURTS',
    owner: 'courts',
    priority: 'MEDIUM',
    start: -48,
    due: -22,
    steps: [
      said(31, 'GREEN', 70, {
        what: 'A pattern of four pages was agreed with the guardians’ service and is in use.',
      }),
      complete(29),
      closed(25),
      reopened(
        7,
        'At the quarterly meeting judges said that chronologies are still too long, so the change did not last.',
      ),
    ],
  },
  {
    title: 'Bring pre-proceedings to a decision within sixteen weeks',
    detail:
      'A tracker of all families in pre-proceedings, looked at every two weeks by legal and social work together.',
    success: 'Nine in ten families have a decision within sixteen weeks.',
    priority: 'HIGH',
    team: 'COURTS',
    post: 'HEAD_OF_COURTS',
    owner: 'courts',
    start: -40,
    due: 52,
    steps: [
      said(27, 'GREEN', 20, {
        what: 'The tracker holds all 37 families.',
        next: 'First joint look next week.',
      }),
      said(13, 'GREEN', 40, {
        what: 'Three joint looks so far. 26 of 37 are within sixteen weeks.',
        next: 'A plan for each of the other eleven.',
      }),
      said(
        5,
        'GREEN',
        50,
        {
          what: 'Eight of the eleven have a plan. Written by the programme lead after the weekly meeting.',
          change: 'Five families stepped out of pre-proceedings with support.',
        },
        { by: 'lead' },
      ),
    ],
  },
  {
    title: 'Recruit two senior court practitioners',
    team: 'COURTS',
    priority: 'MEDIUM',
    success: 'Both posts filled with permanent staff.',
    start: -28,
    due: -1,
    made: 29,
  },
];
