import type { ActionReference } from './evidence-story.ts';
import type { AccountKey, PostKey } from './people.ts';
import type { AnyRecommendationKey } from './recommendations.ts';

/** Evidence that a post is asked for, `at` so many working days ago, `due` in calendar days from today. */
export type AskStory = {
  of: AnyRecommendationKey;
  action?: ActionReference;
  post: PostKey;
  text: string;
  at: number;
  due: number;
  /** With what it was answered, by title, and by whom. */
  answered?: { at: number; by: AccountKey; with: string; note: string };
};

/** One is still in time, one is late, one was answered. */
export const ASKS: readonly AskStory[] = [
  {
    of: 'R6',
    action: 'R6.A5',
    post: 'AUDIT',
    text: 'The audit of thirty education plans, with the grades and what children said in them.',
    at: 5,
    due: 9,
  },
  {
    of: 'R4',
    action: 'R4.A4',
    post: 'HEAD_OF_COURTS',
    text: 'What families say of the shorter chronologies, from at least ten talks.',
    at: 9,
    due: -3,
  },
  {
    of: 'R2',
    action: 'R2.A2',
    post: 'FOSTERING_SUPERVISION',
    text: 'Supervision visits on time, month by month since the report.',
    at: 14,
    due: -10,
    answered: {
      at: 9,
      by: 'supervision',
      with: 'Supervision visits on time, by month',
      note: 'Three months, as a picture.',
    },
  },
];

/** The recommendation that is closed, `at` so many working days ago. */
export const CLOSED = {
  of: 'R7',
  at: 36,
  answers: {
    done: 'All 87 schools have the name and the direct number of their worker, in writing and on the first page of each education plan.',
    practice: 'Schools ring one number. Workers call back on the day; the rota covers leave and illness.',
    consistent:
      'Primary, secondary and special schools alike. Two secondary schools still rang the main office first and were visited.',
    difference:
      'Three children stayed in school because somebody could be rung on the day a place was at risk. Teachers say that plans are changed sooner.',
  },
} as const;

/** What inspectors asked in the last visits and can be expected to ask again. */
export const ENQUIRIES: readonly {
  question: string;
  note: string;
  of: readonly AnyRecommendationKey[];
}[] = [
  {
    question: 'How do you know that children settle and stay with their carers?',
    note: 'We look at decisions, at visits, and at what children and carers say. Moves are counted each month.',
    of: ['R2', 'R3'],
  },
  {
    question: 'Do partners do their part before a family reaches crisis?',
    note: '',
    of: ['R1', 'R5'],
  },
  {
    question: 'What is better for children in care at school?',
    note: 'Schools know whom to ring. Progress since entering care is counted for seven in ten children so far.',
    of: ['R6', 'R7'],
  },
  { question: 'How are families told that help ends?', note: '', of: ['R9'] },
];
