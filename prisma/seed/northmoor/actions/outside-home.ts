import { type ActionStory, cancelled, complete, said } from '../story.ts';

/** R5: a shared response to children at risk of harm outside the home. */
export const OUTSIDE_HOME: readonly ActionStory[] = [
  {
    title: 'Keep one list of children at risk outside the home, for all agencies',
    detail:
      'Police, health, schools and the trust each keep a list today. One list, one owner, looked at each week.',
    success: 'The four old lists are closed.',
    priority: 'URGENT',
    team: 'EARLY_HELP',
    post: 'EXPLOITATION',
    owner: 'exploitation',
    partner: 'POLICE',
    supports: ['HEALTH', 'SCHOOLS'],
    start: -52,
    due: 7,
    steps: [
      said(35, 'GREEN', 20, {
        what: 'All four lists were laid side by side. A third of the children are on one list only.',
      }),
      said(22, 'AMBER', 50, {
        what: 'Three of the four agencies work from the one list.',
        block: 'The schools need an agreement on sharing information first.',
        why: 'The agreement with schools is not signed.',
      }),
      said(
        9,
        'AMBER',
        70,
        {
          what: 'The police closed their own list and send changes each morning.',
          change: 'Two children known to the police alone have a social worker now.',
          why: 'The agreement with schools is still open.',
        },
        { by: 'police' },
      ),
      said(3, 'GREEN', 80, {
        what: 'Schools signed the agreement.',
        next: 'Close the last list.',
        why: 'Nothing is in the way any more.',
      }),
    ],
  },
  {
    title: 'Map places and peer groups where harm happens, and act on each',
    success: 'Every place on the map has a plan and an owner.',
    priority: 'HIGH',
    team: 'EARLY_HELP',
    post: 'EXPLOITATION',
    owner: 'exploitation',
    supports: ['POLICE'],
    start: -45,
    due: 40,
    steps: [
      said(29, 'GREEN', 15, {
        what: 'First map with 14 places, made in a workshop with young people.',
        next: 'Owners.',
      }),
      said(14, 'GREEN', 35, {
        what: 'Nine of 14 places have an owner. The bus station has lighting and a youth worker on Fridays.',
        change: 'Young people say that they feel safer there.',
      }),
      said(4, 'AMBER', 45, {
        what: 'Eleven of 14 places have an owner.',
        why: 'I declare at risk because two owners change jobs next month, although nothing is late yet.',
      }),
    ],
  },
  {
    title: 'Talk with every child who was missing within three working days of the return',
    success: 'Nine in ten talks within three working days, by somebody the child accepts.',
    team: 'EARLY_HELP',
    post: 'EXPLOITATION',
    owner: 'exploitation',
    start: -48,
    due: 2,
    steps: [
      said(28, 'GREEN', 45, {
        what: 'Two workers do nothing else since the first of the month: 72 % in time.',
      }),
      said(12, 'GREEN', 85, {
        what: '91 % in time over four weeks.',
        change: 'What children say now reaches the weekly meeting.',
        next: 'Upload the figures.',
      }),
      complete(7),
    ],
  },
  {
    title: 'Buy a shared database for intelligence about exploitation',
    team: 'EARLY_HELP',
    post: 'EXPLOITATION',
    owner: 'exploitation',
    priority: 'LOW',
    start: -40,
    due: 90,
    steps: [
      cancelled(
        30,
        'The one shared list (R5.A1) gives what is needed, and the police may not put intelligence elsewhere.',
      ),
    ],
  },
  {
    title: 'Train hotel and taxi staff to notice exploitation',
    team: 'POLICE',
    post: 'POLICE_LEAD',
    owner: 'police',
    partner: 'POLICE',
    success: 'Forty businesses trained.',
    start: -10,
    due: 55,
    made: 15,
    steps: [
      said(6, 'GREEN', 10, {
        what: 'The licensing team sent the list of businesses.',
        next: 'Three evenings.',
      }),
    ],
  },
];
