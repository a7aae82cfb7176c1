import type { ItemCategory } from '@gt/contracts/words';
import type { PostKey, TeamKey } from './people.ts';

/** The area SEND inspection of the same made-up place: a small plan of its own beside the large one. */
export const SEND = {
  name: 'Area SEND Northmoor',
  answersWith: 'Northmoor Integrated Care Board',
  outcome: 'SEND_INCONSISTENT',
} as const;

type SendAction = {
  title: string;
  success: string;
  team: TeamKey;
  post: PostKey;
  /** Calendar days from today. */
  start: number;
  due: number;
  percent: number;
  rag: 'GREEN' | 'AMBER';
  reason: string;
};
type SendItem = {
  quote: string;
  category: ItemCategory;
  lead: PostKey;
  actions: readonly SendAction[];
  /** Actions of the large plan that answer it as well, by recommendation and number. */
  answeredBy: readonly [recommendation: number, action: number][];
};

/** What the report names, each with what is done about it; two are answered by work that the large plan has in hand. */
export const SEND_ITEMS: readonly SendItem[] = [
  {
    quote:
      'Leaders across education, health and care should make sure that new education, health and care plans are written on time and say what each service will do.',
    category: 'IMPROVEMENT',
    lead: 'SCHOOLS_LEAD',
    actions: [
      {
        title: 'One clear record of who writes which part of a plan, and by when',
        success: 'Nine in ten new plans are final within 20 weeks.',
        team: 'SCHOOLS',
        post: 'SCHOOLS_LEAD',
        start: -30,
        due: 60,
        percent: 40,
        rag: 'GREEN',
        reason: '',
      },
    ],
    answeredBy: [],
  },
  {
    quote:
      'The integrated care board should shorten the wait for speech and language therapy, and support children while they wait.',
    category: 'IMPROVEMENT',
    lead: 'HEALTH_LEAD',
    actions: [
      {
        title: 'A first conversation with a therapist within six weeks of referral',
        success: 'No child waits longer than 18 weeks for a first assessment.',
        team: 'HEALTH',
        post: 'HEALTH_LEAD',
        start: -25,
        due: 90,
        percent: 25,
        rag: 'AMBER',
        reason: 'Two therapists are still to be appointed.',
      },
      {
        title: 'Advice for families and settings for the time of waiting',
        success: 'Families say that they knew what to do while they waited.',
        team: 'HEALTH',
        post: 'HEALTH_LEAD',
        start: -10,
        due: 45,
        percent: 10,
        rag: 'GREEN',
        reason: '',
      },
    ],
    answeredBy: [],
  },
  {
    quote:
      'Leaders should make sure that partners share what they know early, so that families tell their story once.',
    category: 'IMPROVEMENT',
    lead: 'SCHOOLS_LEAD',
    actions: [],
    answeredBy: [[1, 1]],
  },
  {
    quote:
      'Leaders should make sure that children in care with special educational needs make the progress of which they are capable.',
    category: 'IMPROVEMENT',
    lead: 'EDUCATION_PROGRESS',
    actions: [
      {
        title: 'The termly plan review looks at the education, health and care plan beside it',
        success: 'Every review of a child with a plan says what both plans ask for.',
        team: 'SCHOOLS',
        post: 'SCHOOLS_LEAD',
        start: -20,
        due: 75,
        percent: 20,
        rag: 'GREEN',
        reason: '',
      },
    ],
    answeredBy: [[6, 1]],
  },
];
