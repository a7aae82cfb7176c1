import type { LetterKey } from '../recommendations.ts';
import { type ActionStory, closed, complete, said } from '../story.ts';

/** R7 to R9: what the letter of a visit asked for. */
export const LETTER_ACTIONS: Readonly<Record<LetterKey, readonly ActionStory[]>> = {
  R7: [
    {
      title: 'Give every school the name and number of its virtual school worker',
      success: 'Nine in ten schools name their worker when asked.',
      priority: 'HIGH',
      team: 'VIRTUAL_SCHOOL',
      post: 'VIRTUAL_SCHOOL_HEAD',
      owner: 'virtualSchool',
      start: -59,
      due: -48,
      steps: [
        said(40, 'GREEN', 90, {
          what: 'All 87 schools have the name and a direct number; 84 named their worker when rung.',
          change: 'Three children stayed in school because somebody could be rung on the day.',
        }),
        complete(39),
        closed(37),
      ],
    },
  ],
  R8: [
    {
      title: 'Book each first health assessment on the day a child comes into care',
      success: '95 % of first assessments within 20 working days.',
      priority: 'HIGH',
      team: 'PERMANENCE',
      post: 'ADOPTION',
      owner: 'adoption',
      supports: ['HEALTH'],
      start: -58,
      due: 40,
      steps: [
        said(33, 'GREEN', 40, {
          what: 'The booking is part of the placement form. 31 of 36 first assessments were on time.',
          change: 'Children were asked where they would like to be seen.',
        }),
        said(4, 'GREEN', 50, { what: 'The form is used by all teams.', next: 'Count the last quarter.' }),
      ],
    },
  ],
  R9: [
    {
      title: 'Hold a closing talk with every family when early help ends',
      success: 'A closing talk in each of 20 plans that are looked at.',
      team: 'EARLY_HELP',
      post: 'HEAD_OF_EARLY_HELP',
      owner: 'earlyHelp',
      start: -9,
      due: 60,
      made: 8,
      steps: [
        said(2, 'GREEN', 10, { what: 'The form of the talk is written.', next: 'Try it in one district.' }),
      ],
    },
  ],
};
