/** What closing a recommendation asks, in the order in which it is asked. */
export const CLOSING_QUESTIONS = [
  { key: 'done', question: 'Is it done?', hint: 'What was recommended, and what was done about it.' },
  {
    key: 'practice',
    question: 'Has practice changed?',
    hint: 'What staff and partners do now that they did not do before.',
  },
  {
    key: 'consistent',
    question: 'Is it consistent?',
    hint: 'In every team and district, and for how long. Say where it is not.',
  },
  {
    key: 'difference',
    question: 'What difference does it make for children?',
    hint: 'What children and families say, and what the figures and audits show.',
  },
] as const;
export type ClosingQuestion = (typeof CLOSING_QUESTIONS)[number]['key'];
export type ClosingAnswers = Record<ClosingQuestion, string>;

/** The shortest answer that says something, and the longest, in characters. */
export const CLOSING_ANSWER = { min: 20, max: 4_000 } as const;

/** After so many months it is looked at whether a closed recommendation lasts. */
export const SUSTAIN_MONTHS = [3, 6] as const;
