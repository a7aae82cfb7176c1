/** What is done where a period has another figure already. STOP: nothing is entered at all while there is one. */
export const FIGURE_POLICIES = ['SKIP', 'CORRECT', 'STOP'] as const;
export type FigurePolicy = (typeof FIGURE_POLICIES)[number];

/**
 * What becomes of a figure of a file. ADD: it is entered. CORRECT: it takes the place of another. KEPT: another is on
 * record and stays. SAME: on record already. NONE: the cell says that there is no figure. PASSED: the row holds none.
 * REFUSED: with the reason.
 */
export const FIGURE_OUTCOMES = ['ADD', 'CORRECT', 'KEPT', 'SAME', 'NONE', 'PASSED', 'REFUSED'] as const;
export type FigureOutcome = (typeof FIGURE_OUTCOMES)[number];

export const FIGURE_OUTCOME_LABELS: Record<FigureOutcome, string> = {
  ADD: 'To add',
  CORRECT: 'To correct',
  KEPT: 'Left as it is',
  SAME: 'On record already',
  NONE: 'No figure',
  PASSED: 'Passed over',
  REFUSED: 'Refused',
};

export const FIGURE_POLICY_LABELS: Record<FigurePolicy, string> = {
  SKIP: 'Leave the figure on record',
  CORRECT: 'Correct it, with a reason',
  STOP: 'Enter nothing at all',
};

/** What a person chose for one file of figures. */
export type FigureChoices = { policy: FigurePolicy; reason: string; hasLookedAtFindings: boolean };

export const NO_FIGURE_CHOICES: FigureChoices = { policy: 'SKIP', reason: '', hasLookedAtFindings: false };
