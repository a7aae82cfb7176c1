import {
  ACCEPTANCE_LABELS,
  ACCEPTANCES,
  DELIVERY_STATUS_LABELS,
  DELIVERY_STATUSES,
  ITEM_CATEGORIES,
  ITEM_CATEGORY_LABELS,
  JUDGEMENT_AREA_LABELS,
  PRIORITIES,
  PRIORITY_LABELS,
  RAG_LABELS,
  RAGS,
} from '@gt/contracts/words';
import type { FilterParam } from '../../lib/plan-actions-search.ts';

/** `value` stands in the address; `words` on screen. */
export type FilterChoice = { value: string; words: string };

/** Which list of the plan's names the values of a field come from. */
export type NamesOf = 'teams' | 'posts' | 'people' | 'recommendations' | 'inspections';

/**
 * How a field narrows the list.
 * - records: several of the plan's names, "Team is Fostering or Permanence"
 * - choices: several of a closed list, "Status is Closed"
 * - sayings: one of a closed list whose words stand alone, "Overdue"
 * - span: dates from–to, or one of the sayings beside them
 * - percent: numbers from–to
 */
export type FilterDefinition = {
  /** The name of the field: "Team". */
  label: string;
  /** Whether "is empty" can be asked for; of names "is not empty" as well. */
  canBeEmpty?: boolean;
} & (
  | { kind: 'records'; of: NamesOf }
  | { kind: 'choices' | 'sayings' | 'span'; choices: readonly FilterChoice[] }
  | { kind: 'percent' }
);

export type FieldParam = Exclude<FilterParam, 'q'>;

const labelled = <T extends string>(list: readonly T[], labels: Record<T, string>): FilterChoice[] =>
  list.map((value) => ({ value, words: labels[value] }));
const said = (words: Record<string, string>): FilterChoice[] =>
  Object.entries(words).map(([value, sentence]) => ({ value, words: sentence }));
/** A field that is one of a few sayings. */
const sayings = (label: string, words: Record<string, string>): FilterDefinition => ({
  label,
  kind: 'sayings',
  choices: said(words),
});
const records = (label: string, of: NamesOf, canBeEmpty: boolean): FilterDefinition => ({
  label,
  kind: 'records',
  of,
  canBeEmpty,
});

/** Every field but the words looked for, in the order in which the list of filters names them. */
export const FILTERS: Record<FieldParam, FilterDefinition> = {
  team: records('Team', 'teams', true),
  owner: records('Owner (post)', 'posts', true),
  person: records('Owner (person)', 'people', false),
  lead: records('Accountable lead', 'posts', true),
  partner: records('Partner agency', 'teams', true),
  supporting: records('Supporting team', 'teams', false),
  for: sayings('Mine', { me: 'Waits for my words', 'my-teams': 'Of my teams' }),
  assignment: sayings('Assignment', { open: 'Unassigned or not accepted' }),
  acceptance: { label: 'Accepted', kind: 'choices', choices: labelled(ACCEPTANCES, ACCEPTANCE_LABELS) },
  holder: sayings('Holder', { none: 'Nobody holds it today' }),
  status: { label: 'Status', kind: 'choices', choices: labelled(DELIVERY_STATUSES, DELIVERY_STATUS_LABELS) },
  rag: { label: 'RAG, as declared', kind: 'choices', choices: labelled(RAGS, RAG_LABELS) },
  calculated: { label: 'RAG, by rule', kind: 'choices', choices: labelled(RAGS, RAG_LABELS) },
  rating: sayings('RAG against the rule', {
    mismatch: 'RAG differs from the rule',
    unexplained: 'RAG differs, and nobody said why',
  }),
  priority: { label: 'Priority', kind: 'choices', choices: labelled(PRIORITIES, PRIORITY_LABELS) },
  due: {
    label: 'Due',
    kind: 'span',
    canBeEmpty: true,
    choices: said({
      overdue: 'Overdue',
      '7-days': 'Due in 7 days',
      '14-days': 'Due in 14 days',
      '30-days': 'Due in 30 days',
      any: 'Has a due date',
    }),
  },
  original: {
    label: 'Originally due',
    kind: 'span',
    choices: said({ past: 'Past the original date' }),
  },
  start: { label: 'Start', kind: 'span', canBeEmpty: true, choices: said({ any: 'Has a start date' }) },
  moved: sayings('Date moved', {
    once: 'Date moved once or more',
    twice: 'Date moved twice or more',
    'three-times': 'Date moved three times or more',
    'by-lead': 'Date moved on the programme lead’s word',
    'by-board': 'Date moved on the board’s word',
  }),
  request: sayings('New date asked for', { waiting: 'A new date waits for an answer' }),
  percent: { label: 'Percent complete', kind: 'percent' },
  milestones: sayings('Milestones', {
    none: 'No milestones',
    any: 'Has milestones',
    open: 'A milestone is open',
    late: 'A milestone is late',
    'due-14': 'A milestone is due in 14 days',
    'due-28': 'A milestone is due in 28 days',
  }),
  waits: sayings('Waits for', { late: 'Waits for an action that is late' }),
  evidence: sayings('Evidence', {
    none: 'No evidence',
    any: 'Has evidence',
    waiting: 'Evidence waits for its check',
    returned: 'Evidence was returned',
    accepted: 'Evidence was accepted and still holds',
    expired: 'Accepted evidence has expired',
    'no-impact': 'Nothing shows a difference for children',
  }),
  check: sayings('Check', { waiting: 'Waiting for check' }),
  measure: sayings('Measure', { none: 'No measure', any: 'Has a measure' }),
  success: sayings('Success measure', {
    none: 'No success measure',
    any: 'Has a success measure',
  }),
  detail: sayings('Detail', { none: 'No detail', any: 'Has a detail' }),
  updates: sayings('Silence', { silent: 'Silent for too long', 'in-time': 'Updated in time' }),
  updated: {
    label: 'Last updated',
    kind: 'span',
    canBeEmpty: true,
    choices: said({ any: 'Updated at least once' }),
  },
  changed: sayings('Changed', { 'since-review': 'Changed since the last review' }),
  review: sayings('Next review', { marked: 'Marked for the next review' }),
  following: sayings('Following', { me: 'Followed by me' }),
  recommendation: records('Recommendation', 'recommendations', false),
  inspection: records('Inspection', 'inspections', false),
  category: {
    label: 'What the report calls it',
    kind: 'choices',
    choices: labelled(ITEM_CATEGORIES, ITEM_CATEGORY_LABELS),
  },
  plans: sayings('Other plans', {
    from: 'Of other plans, answering here as well',
    to: 'Answers in other plans as well',
  }),
  area: { label: 'Judgement area', kind: 'choices', choices: said(JUDGEMENT_AREA_LABELS) },
};

/** The parts of the address that narrow the list, words looked for left out. */
export const FIELD_PARAMS = Object.keys(FILTERS) as FieldParam[];
