import type { ActionReference } from './evidence-story.ts';
import type { AccountKey, PostKey } from './people.ts';

export type DecisionStory = {
  text: string;
  post: PostKey;
  on?: ActionReference;
  /** Calendar days after the review. */
  due: number;
  /** So many reviews later it was settled, with these words; open when not given. */
  settled?: { after: number; note: string };
};

/** One weekly review; what is said of an action that is not on the agenda is not said. */
export type ReviewStory = {
  notes: Partial<Record<ActionReference, string>>;
  parked?: ActionReference;
  decisions: readonly DecisionStory[];
  apologies?: AccountKey;
  summary: string;
};

/** The weekly reviews in order, the oldest first. Later ones repeat none of the words of earlier ones. */
export const REVIEWS: readonly ReviewStory[] = [
  {
    notes: {
      'R1.A1': 'The police have the draft. Their legal team answers within two weeks.',
      'R2.A1': 'The campaign is on air. First enquiries come from the districts with the fewest carers.',
    },
    decisions: [
      {
        text: 'Every action has an owner’s post before the next review.',
        post: 'QUALITY_LEAD',
        due: 7,
        settled: { after: 1, note: 'All actions of the plan have an owner’s post now.' },
      },
    ],
    summary: 'First review. The plan is agreed, owners are being named, and updates are wanted each Tuesday.',
  },
  {
    notes: {
      'R3.A1': 'The list of children without a plan is complete. The oldest waits are looked at first.',
      'R4.A1': 'Statements were late because two posts are empty. Cover is agreed until they are filled.',
    },
    decisions: [
      {
        text: 'Permanence and Courts work from one list of cases that wait for a decision.',
        post: 'HEAD_OF_PERMANENCE',
        on: 'R3.A1',
        due: 14,
        settled: { after: 2, note: 'One list is in use in both services since last week.' },
      },
    ],
    apologies: 'audit',
    summary: 'Permanence is where children wait longest. It stays first on the agenda until that changes.',
  },
  {
    notes: {
      'R2.A2':
        'Supervision visits are counted each Friday from now on, so that the figure is not a month old.',
      'R1.A3': 'Health answers within the day, not within four hours. They bring their rota next week.',
    },
    parked: 'R1.A4',
    decisions: [],
    summary: 'Two partner actions depend on rotas that only the partners can change.',
  },
  {
    notes: {
      'R1.A1': 'Signed by the trust. The police sign after their own board.',
      'R5.A1':
        'Three of four agencies keep the shared list. Health keeps its own until its new system is in use.',
    },
    decisions: [
      {
        text: 'Ask the health partnership lead for a date on which the two lists become one.',
        post: 'EXPLOITATION',
        on: 'R5.A1',
        due: 10,
      },
    ],
    apologies: 'virtualSchool',
    summary: 'More is done than is shown: evidence is asked for together with each update from now on.',
  },
  {
    notes: {
      'R3.A1': 'Half of the plans are settled. What is left needs the regional adoption agency.',
      'R4.A6': 'Both posts are advertised for the second time, with the new pay band.',
    },
    decisions: [
      {
        text: 'Owners of actions that have been at risk for four weeks say what would bring them back on track, or ask for another date.',
        post: 'AUDIT',
        due: 7,
        settled: { after: 1, note: 'All but one have answered; the last was talked through in the meeting.' },
      },
    ],
    summary: 'The head of permanence has changed. Open matters were handed over in writing.',
  },
  {
    notes: {
      'R2.A5': 'Unannounced checks find that most, not all, of what was agreed after visits was done.',
      'R6.A5':
        'The first plans are audited. Targets are clearer, the child’s own view is still missing in many.',
    },
    decisions: [
      {
        text: 'The child’s own view becomes a part that an education plan cannot be closed without.',
        post: 'VIRTUAL_SCHOOL_HEAD',
        on: 'R6.A5',
        due: 21,
      },
    ],
    apologies: 'courts',
    summary:
      'First signs that practice changes. Two recommendations still have nothing that shows it from a child’s view.',
  },
  {
    notes: {
      'R1.A2': 'Named practitioners stand in all new plans. Open plans follow by team.',
      'R2.A1': 'Approvals are behind the milestone; assessments that wait for references are chased daily.',
    },
    parked: 'R3.A8',
    decisions: [
      {
        text: 'The board is asked for help with the two partner actions that have not moved for a month.',
        post: 'HEAD_OF_EARLY_HELP',
        due: 12,
      },
    ],
    summary: 'What the board must decide is on one page. The next review looks at evidence first.',
  },
];
