import { type ActionStory, complete, said } from '../story.ts';

/** R6: the difference that the virtual school makes. One owner has been silent for weeks. */
export const VIRTUAL_SCHOOL: readonly ActionStory[] = [
  {
    title: 'Record for each child in care where they stood at entry and where they stand now',
    success: 'A starting point and this term’s standing for every child of school age.',
    priority: 'URGENT',
    team: 'VIRTUAL_SCHOOL',
    post: 'EDUCATION_PROGRESS',
    owner: 'education',
    start: -55,
    due: 28,
    steps: [
      said(36, 'GREEN', 20, {
        what: 'Schools were asked for starting points; half have answered.',
        next: 'Ring the others.',
      }),
      said(17, 'GREEN', 45, {
        what: 'Starting points are in for 71 % of children.',
        change: 'Tutoring was moved to 22 children who had fallen furthest behind.',
        next: 'The last third before half-term.',
      }),
    ],
  },
  {
    title: 'Challenge schools on the children who fall behind, with figures, each half-term',
    success: 'Every child who falls behind has a meeting with the school within three weeks.',
    priority: 'HIGH',
    team: 'VIRTUAL_SCHOOL',
    post: 'EDUCATION_PROGRESS',
    owner: 'education',
    supports: ['SCHOOLS'],
    start: -46,
    due: 45,
    steps: [
      said(31, 'GREEN', 15, {
        what: 'The form for the half-termly talk was agreed with eight head teachers.',
      }),
      said(16, 'GREEN', 30, { what: 'Fourteen talks were held.', next: 'Forty more this half-term.' }),
    ],
  },
  {
    title: 'Raise the quality of education plans',
    detail: 'Each plan is read against six points before it is signed.',
    success: 'Four in five plans rated good or better in an audit.',
    priority: 'HIGH',
    team: 'VIRTUAL_SCHOOL',
    post: 'VIRTUAL_SCHOOL_HEAD',
    owner: 'virtualSchool',
    supports: ['QUALITY'],
    start: -50,
    due: 13,
    steps: [
      said(33, 'GREEN', 25, { what: 'The six points are agreed. 40 plans were read: 52 % good or better.' }),
      said(19, 'GREEN', 50, {
        what: 'Designated teachers of 61 schools were trained. The second reading found 64 %.',
        next: 'Sit in on meetings where plans were weak.',
      }),
      said(6, 'GREEN', 70, {
        what: 'The third reading of 40 plans: 73 % good or better.',
        change: 'Children’s own words are in nearly all plans.',
        next: 'Audit by the quality assurance team.',
      }),
    ],
  },
  {
    title: 'Spend the pupil premium on what the education plan says',
    success: 'Every spend is tied to a target of the plan.',
    team: 'VIRTUAL_SCHOOL',
    post: 'VIRTUAL_SCHOOL_HEAD',
    owner: 'virtualSchool',
    start: -44,
    due: 1,
    steps: [
      said(27, 'GREEN', 40, { what: 'The request form asks for the target.' }),
      said(9, 'GREEN', 90, {
        what: 'All requests of this term are tied to a target; three were sent back.',
        next: 'Upload the list.',
      }),
      complete(3),
    ],
  },
  {
    title: 'Audit thirty education plans independently',
    team: 'QUALITY',
    post: 'AUDIT',
    owner: 'audit',
    success: 'A report with grades and what to do next.',
    start: -12,
    due: 22,
    made: 18,
    steps: [
      said(5, 'GREEN', 30, {
        what: 'The sample is drawn; eleven plans are read.',
        next: 'Finish by the middle of the month.',
      }),
    ],
  },
  {
    title: 'Follow young people’s education after sixteen',
    detail:
      'The virtual school and the leaving care team keep one list of young people not in education, work or training.',
    team: 'VIRTUAL_SCHOOL',
    post: 'VIRTUAL_SCHOOL_HEAD',
    owner: 'virtualSchool',
    priority: 'MEDIUM',
    start: 5,
    made: 9,
  },
  {
    title: 'Ask children in care what helps them at school',
    detail: 'Six group talks in schools, led by young people who were in care themselves.',
    success: 'A short report in children’s words, and three things changed because of it.',
    team: 'VIRTUAL_SCHOOL',
    post: 'VIRTUAL_SCHOOL_HEAD',
    owner: 'virtualSchool',
    partner: 'SCHOOLS',
    start: 14,
    due: 70,
    made: 7,
  },
];
