import type { AccountKey } from './people.ts';

/** A comment of the sample plan; "@" with an account's key names that person. */
export type CommentStory = { at: number; by: AccountKey; body: string; names?: readonly AccountKey[] };

/** Comments by action, `at` so many working days ago. */
export const COMMENTS: Readonly<Record<string, readonly CommentStory[]>> = {
  'R1.A1': [
    {
      at: 9,
      by: 'lead',
      body: '@police could the draft go to your legal team this week?',
      names: ['police'],
    },
    { at: 8, by: 'police', body: 'It went on Monday. Their answer is due by the end of the month.' },
  ],
  'R2.A1': [
    {
      at: 7,
      by: 'quality',
      body: 'The approvals in the panel minutes are two fewer than in the last update. Which is right?',
    },
    {
      at: 6,
      by: 'fostering',
      body: 'The minutes are right: two households withdrew. @recruitment please say so in the next update.',
      names: ['recruitment'],
    },
    { at: 2, by: 'lead', body: '@fostering this is for the board on Thursday.', names: ['fostering'] },
  ],
  'R3.A1': [
    {
      at: 4,
      by: 'lead',
      body: '@permanence is the last list of children the same as the court’s?',
      names: ['permanence'],
    },
  ],
};

/** Who follows which action beside its owner. */
export const FOLLOWERS: Readonly<Record<string, readonly AccountKey[]>> = {
  'R1.A1': ['lead', 'chair'],
  'R2.A1': ['lead', 'quality', 'chair'],
};

/** Until so many working days ago everybody had read their inbox. */
export const READ_UNTIL = 3;
