import { type ActionStory, cancelled, closed, complete, moved, reopened, said, sentBack } from '../story.ts';

/** R2: the effectiveness of the fostering service. */
export const FOSTERING: readonly ActionStory[] = [
  {
    title: 'Recruit twelve mainstream foster households in two quarters',
    detail:
      'A new campaign, answers to enquiries within one working day, and assessment without gaps between visits.',
    success: 'Twelve households approved; a net gain after those who leave.',
    priority: 'URGENT',
    team: 'FOSTERING',
    post: 'FOSTERING_RECRUITMENT',
    owner: 'recruitment',
    start: -58,
    due: 75,
    steps: [
      said(38, 'GREEN', 10, {
        what: 'The campaign began on local radio and at two football grounds. 61 enquiries in the first week.',
        next: 'Ring every enquirer within one working day.',
      }),
      said(28, 'GREEN', 25, {
        what: '118 enquiries; 94 % were rung within one working day. 17 initial visits made.',
        next: 'Begin nine assessments.',
      }),
      said(18, 'AMBER', 35, {
        what: 'Nine assessments are under way, two households approved.',
        block: 'One assessing social worker left; three assessments stood still for two weeks.',
        next: 'An independent assessor takes over the three.',
        why: 'Assessments take longer than planned.',
      }),
      said(9, 'AMBER', 45, {
        what: 'The three assessments go on. Four households approved, three left the service.',
        change: 'Two brothers who lived apart live together with one of the new carers.',
        block: 'A net gain of one is behind the plan.',
        next: 'Exit interviews with the three households that left.',
        why: 'Approvals are on plan, but leavers eat up the gain.',
      }),
      said(2, 'AMBER', 50, {
        what: 'Exit interviews held: pay was not the reason, nights without a person to ring were.',
        next: 'Bring the night line (R2.A3) forward.',
        why: 'The net gain is still behind plan.',
      }),
    ],
  },
  {
    title: 'Visit every foster carer for supervision at least every six weeks',
    success: '95 % of supervision visits on time in each of three months.',
    priority: 'HIGH',
    team: 'FOSTERING',
    post: 'FOSTERING_SUPERVISION',
    owner: 'supervision',
    start: -57,
    due: 20,
    steps: [
      said(36, 'AMBER', 20, {
        what: '71 % of visits were on time last month. A duty rota covers vacant posts from this week.',
        why: 'Two of nine posts are vacant.',
        next: 'Fill the two posts.',
      }),
      said(24, 'AMBER', 45, {
        what: '83 % on time. One post is filled.',
        change: 'Carers without a worker have been given the duty number and a named deputy.',
        why: 'One post is still vacant.',
      }),
      said(11, 'GREEN', 70, {
        what: '93 % on time. The second new worker began on Monday.',
        change: 'In a call round 18 of 20 carers knew when the next visit is.',
        next: 'Hold the level for three months.',
        why: 'Both posts are filled and visits are nearly all on time.',
      }),
      said(1, 'GREEN', 80, {
        what: '96 % of visits on time in the last four weeks.',
        next: 'Upload the monthly figures.',
      }),
    ],
  },
  {
    title: 'Open a night and weekend line for foster carers',
    detail: 'Answered by supervising social workers of the service, not by the emergency duty team.',
    success: 'Every call is answered by a person within five minutes; carers rate it good.',
    priority: 'HIGH',
    team: 'FOSTERING',
    post: 'HEAD_OF_FOSTERING',
    owner: 'fostering',
    start: -52,
    due: -18,
    steps: [
      said(32, 'GREEN', 20, {
        what: 'Seven supervising social workers volunteered for the rota. The union was consulted.',
        next: 'Agree the standby payment.',
      }),
      moved(26, -4, 'The standby payment has to go to the pay panel, which meets next month.'),
      said(17, 'AMBER', 45, {
        what: 'The pay panel put its decision off to its next meeting.',
        block: 'Without the payment the rota has gaps at weekends.',
        why: 'The start depends on the pay panel.',
      }),
      moved(12, 11, 'The pay panel agreed the payment two weeks late; telephones are ordered.'),
      said(5, 'AMBER', 75, {
        what: 'The payment is agreed and telephones have come. A trial weekend went well: six calls, all answered.',
        change: 'One carer who was about to give notice went on after a call at night.',
        next: 'Begin for all carers.',
        why: 'The date has moved twice and leaves no room.',
      }),
    ],
  },
  {
    title: 'Rewrite the support offer for foster carers with the carers’ association',
    success: 'Every carer has the offer in writing, and nine in ten say that they know it.',
    team: 'FOSTERING',
    post: 'HEAD_OF_FOSTERING',
    owner: 'fostering',
    start: -56,
    due: -16,
    steps: [
      said(37, 'GREEN', 30, {
        what: 'Two evenings with 34 carers. What they miss most is a person to ring at night.',
        next: 'First draft.',
      }),
      said(27, 'GREEN', 80, {
        what: 'The offer was agreed with the association and sent to all 212 households.',
        change: 'Carers wrote a third of it themselves.',
        next: 'Upload the offer and the notes of the two evenings.',
      }),
      complete(22),
      closed(18, 'The offer is in use, and the association confirms that it was part of the writing.'),
    ],
  },
  {
    title: 'Check unannounced that what was agreed after supervision visits was done',
    success: 'Nine in ten agreed steps are done by the next visit.',
    team: 'FOSTERING',
    post: 'HEAD_OF_FOSTERING',
    owner: 'fostering',
    supports: ['QUALITY'],
    start: -50,
    due: -8,
    steps: [
      said(30, 'GREEN', 40, {
        what: 'The first 20 records were read: 16 had all agreed steps done.',
        next: 'Read another 20 next month.',
      }),
      complete(23),
      closed(19, 'The audit is sound and its sample was drawn at random.'),
      reopened(
        7,
        'The second sample found agreed steps done in 12 of 20 records only, so the practice did not hold.',
      ),
      said(4, 'RED', 55, {
        what: 'Team managers now check the list of agreed steps in each supervision.',
        block: 'Two teams have no list in their record system.',
        next: 'Third sample in four weeks.',
        why: 'The practice did not hold after the first audit, and the due date has passed.',
      }),
    ],
  },
  {
    title: 'Match children with carers by a panel of fostering and social work each week',
    success: 'Every placement outside the city was considered by the panel first.',
    team: 'FOSTERING',
    post: 'HEAD_OF_FOSTERING',
    owner: 'fostering',
    supports: ['PERMANENCE'],
    start: -48,
    due: -2,
    steps: [
      said(31, 'GREEN', 35, {
        what: 'Terms of the panel agreed; it sat twice.',
        next: 'Weekly from now on.',
      }),
      said(13, 'GREEN', 85, {
        what: 'Eight panels so far, 27 children considered.',
        change: 'Placements further than 20 miles from home fell from 31 % to 24 %.',
        next: 'Upload minutes and figures.',
      }),
      complete(10),
      sentBack(
        6,
        'The minutes show who came but not what was decided for whom. Add the decisions, without names.',
      ),
      said(5, 'GREEN', 85, {
        what: 'Decisions are now minuted by reference number.',
        next: 'Minutes of the next two panels.',
      }),
    ],
  },
  {
    title: 'Join the regional campaign for foster carers',
    team: 'FOSTERING',
    post: 'FOSTERING_RECRUITMENT',
    owner: 'recruitment',
    priority: 'LOW',
    start: -45,
    due: 20,
    steps: [
      cancelled(
        34,
        'The regional campaign was put off to next year. Our own campaign (R2.A1) covers the same weeks.',
      ),
    ],
  },
  {
    title: 'Pay foster carers for the skills they bring, in three bands',
    team: 'FOSTERING',
    post: 'HEAD_OF_FOSTERING',
    owner: 'fostering',
    priority: 'MEDIUM',
    success: 'The new bands are paid from April.',
    start: -30,
    due: 48,
    made: 30,
    steps: [
      said(20, 'GREEN', 20, {
        what: 'The bands of five neighbouring services were compared.',
        next: 'Cost three variants.',
      }),
      said(4, 'AMBER', 35, {
        what: 'Three variants are costed. The middle one fits the budget if eight placements come back into the city.',
        why: 'The money depends on placements that are not yet back.',
        next: 'Paper for the council’s budget meeting.',
      }),
    ],
  },
  {
    title: 'Find carers for brothers and sisters who live apart',
    success:
      'Every group of brothers and sisters has a plan that says why they live apart, or when they will not.',
    team: 'FOSTERING',
    priority: 'MEDIUM',
    start: -3,
    due: 60,
    made: 6,
  },
];
