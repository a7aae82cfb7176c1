import { type ActionStory, closed, complete, given, moved, said } from '../story.ts';

/** R3: every permanence option for each child. The head of permanence changes half-way. */
export const PERMANENCE: readonly ActionStory[] = [
  {
    title: 'Settle a permanence plan for every child by the second review',
    detail:
      'Team managers bring the written plan to the second review; without one the review is not complete.',
    success: 'Nine in ten children have a permanence plan by the second review.',
    priority: 'URGENT',
    team: 'PERMANENCE',
    post: 'HEAD_OF_PERMANENCE',
    owner: 'permanence',
    start: -58,
    due: 33,
    steps: [
      said(
        37,
        'GREEN',
        20,
        {
          what: 'All team managers were briefed. The review form asks for the plan and for each option.',
          next: 'Count from the first of next month.',
        },
        { by: 'formerPermanence' },
      ),
      said(
        25,
        'GREEN',
        40,
        {
          what: '68 % of children had a plan by the second review last month, up from 54 %.',
          change: 'More children can be told where they will live while they still ask.',
        },
        { by: 'formerPermanence' },
      ),
      said(12, 'GREEN', 55, {
        what: '74 % last month. I have read all the plans that were late: in most, long-term fostering was weighed last.',
        next: 'A guide of two pages on weighing the options side by side.',
      }),
      said(3, 'GREEN', 60, {
        what: 'The guide is in use in three of five teams.',
        change: '79 % of children had a plan by the second review in the last four weeks.',
        next: 'The other two teams this week.',
      }),
    ],
  },
  {
    title: 'Weigh every option in writing: home, kin, special guardianship, long-term fostering, adoption',
    success: 'An audit finds every option weighed in at least 80 % of cases.',
    priority: 'HIGH',
    team: 'PERMANENCE',
    post: 'HEAD_OF_PERMANENCE',
    owner: 'permanence',
    supports: ['QUALITY'],
    start: -52,
    due: 12,
    steps: [
      said(
        33,
        'GREEN',
        30,
        { what: 'A table for the five options is part of the care plan form.', next: 'First audit.' },
        { by: 'formerPermanence' },
      ),
      said(15, 'GREEN', 60, {
        what: 'The first audit of 24 plans found all options weighed in 63 %.',
        next: 'Talk through the weakest plans with their authors.',
      }),
      said(6, 'GREEN', 75, {
        what: 'A second audit of 24 plans: 79 %.',
        change: 'Three children moved from short-term to long-term fostering with the carers they know.',
        next: 'One more audit before the due date.',
      }),
    ],
  },
  {
    title: 'Confirm long-term fostering for children who already live with the right carers',
    success: 'Every child who has lived with the same carers for a year has a decision.',
    priority: 'HIGH',
    team: 'PERMANENCE',
    post: 'ADOPTION',
    owner: 'adoption',
    supports: ['FOSTERING'],
    start: -54,
    due: -9,
    steps: [
      said(35, 'GREEN', 25, {
        what: '58 children have lived with the same carers for over a year without a decision.',
        next: 'Four panels of an hour each.',
      }),
      said(23, 'GREEN', 75, {
        what: '41 of the 58 were decided, 36 of them as long-term fostering.',
        change: '36 children know that they will stay.',
        next: 'The last 17.',
      }),
      said(14, 'GREEN', 100, {
        what: 'All 58 are decided.',
        change: '49 children stay for good with the carers they know; four return home with support.',
        next: 'Upload the figures and what children said.',
      }),
      complete(13),
      closed(8, 'Figures agree with the case system, and the children’s words are their own.'),
    ],
  },
  {
    title: 'Tell each child in their own words where they will live and why',
    detail: 'A letter or a picture, made with the child and kept where the child can find it.',
    success: 'Nine in ten children over four have one.',
    team: 'PERMANENCE',
    post: 'ADOPTION',
    owner: 'adoption',
    start: -44,
    due: 27,
    steps: [
      said(28, 'GREEN', 20, {
        what: 'Twelve letters were written and read with children.',
        next: 'Share three good ones.',
      }),
      said(
        17,
        'GREEN',
        30,
        { what: 'This update named a child by mistake, so its words were destroyed.' },
        { mark: 'DESTROYED' },
      ),
      said(16, 'GREEN', 35, {
        what: 'Thirty letters so far. Social workers ask for more time to write them.',
        change: 'Children keep them; two asked to change a sentence.',
        next: 'A morning for writing in each team.',
      }),
      said(5, 'AMBER', 50, {
        what: 'Two teams have held their morning; 71 letters are written.',
        block: 'The other three teams have no date yet.',
        why: 'Three of five teams have not begun.',
      }),
    ],
  },
  {
    title: 'Begin family finding before the placement order for every child with a plan of adoption',
    success: 'Family finding begins within ten working days of the plan.',
    team: 'PERMANENCE',
    post: 'ADOPTION',
    owner: 'adoption',
    start: -50,
    due: -20,
    steps: [
      said(32, 'GREEN', 60, {
        what: 'The regional adoption agency is told on the day that the plan is made.',
        change: 'The wait from plan to first match meeting fell from 31 to 12 working days.',
      }),
      complete(27),
      closed(22),
    ],
  },
  {
    title: 'Offer special guardians the same support plan as adopters',
    success: 'Every special guardian has a support plan before the order is made.',
    team: 'PERMANENCE',
    post: 'HEAD_OF_PERMANENCE',
    owner: 'permanence',
    start: -38,
    due: -2,
    steps: [
      said(
        26,
        'GREEN',
        25,
        {
          what: 'The adopters’ support plan was adapted with six special guardians.',
          next: 'Agree the costs.',
        },
        { by: 'formerPermanence' },
      ),
      moved(
        18,
        14,
        'The costs need the agreement of the council’s finance officer, who asked for another week.',
      ),
      said(9, 'GREEN', 55, {
        what: 'Costs are agreed. The plan is used in all new cases.',
        next: 'Offer it to those whose order was made in the last year.',
      }),
      said(
        7,
        'GREEN',
        50,
        {
          what: 'Correction: costs are agreed for new cases only. The council decides on earlier ones next week.',
          next: 'Decision of the council.',
          why: 'New cases are covered.',
        },
        { mark: 'CORRECTS' },
      ),
    ],
  },
  {
    title: 'Review every child whose permanence plan is older than a year',
    success: 'All reviewed, and changed where life has changed.',
    priority: 'MEDIUM',
    team: 'PERMANENCE',
    post: 'HEAD_OF_PERMANENCE',
    owner: 'permanence',
    start: -35,
    due: -11,
    made: 36,
    steps: [
      said(
        24,
        'GREEN',
        30,
        { what: '83 plans are older than a year; 25 were reviewed.', next: 'Ten a week.' },
        { by: 'formerPermanence' },
      ),
      given(
        19,
        'HEAD_OF_PERMANENCE',
        'permanence',
        'Named after the change of post holder, so that nothing falls between the two.',
      ),
      said(10, 'GREEN', 55, {
        what: '46 of 83 are reviewed. The handover cost two weeks.',
        next: 'Fifteen a week until all are done.',
      }),
    ],
  },
  {
    title: 'Agree with the regional adoption agency how early permanence carers are found',
    team: 'PERMANENCE',
    post: 'ADOPTION',
    owner: 'adoption',
    success: 'A written agreement, and eight carers approved for early permanence.',
    start: 10,
    due: 85,
    made: 12,
  },
];
