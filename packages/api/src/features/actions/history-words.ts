import {
  ACCEPTANCE_LABELS,
  DELIVERY_STATUS_LABELS,
  EVIDENCE_KIND_LABELS,
  EVIDENCE_STATE_LABELS,
  formatDate,
  isIsoDate,
  MEASURE_DIRECTION_LABELS,
  MEASURE_FREQUENCY_LABELS,
  PRIORITY_LABELS,
  RAG_LABELS,
  SENSITIVITY_LABELS,
} from '@gt/contracts/words';
import { listWords } from '@gt/domain/wording';
import type { TrailEntry } from '../../core/audit-trail.ts';
import { toInstant } from '../../core/dates.ts';

/** What each use-case did, as it follows a person's name: "Programme Lead moved the due date". */
const VERBS: Record<string, string> = {
  'action.create': 'added the action',
  'action.addDependency': 'made it wait for another action',
  'action.addMilestone': 'added a milestone',
  'action.agreeDueDate': 'agreed the due date that was asked for',
  'action.duplicate': 'made it from another action',
  'action.edit': 'changed the action',
  'action.editMilestone': 'changed a milestone',
  'action.explainMismatch': 'explained why the colours differ',
  'action.move': 'moved it to another recommendation',
  'action.refuseDueDate': 'refused the due date that was asked for',
  'action.removeDependency': 'took away that it waits for another action',
  'action.removeMilestone': 'took away a milestone',
  'action.reopenMilestone': 'opened a milestone again',
  'action.requestDueDate': 'asked for a new due date',
  'action.restoreMilestone': 'brought a milestone back',
  'action.split': 'split a new action off it',
  'action.splitFrom': 'split it from another action',
  'action.tickMilestone': 'ticked off a milestone',
  'action.withdrawDueDate': 'withdrew the request for a new due date',
  'action.accept': 'took the action on for the team',
  'action.askBack': 'asked back before taking it on',
  'action.assign': 'changed who does it',
  'action.changeDueDate': 'set the due date',
  'action.changeStatus': 'changed the status',
  'action.close': 'closed the action',
  'action.declareRag': 'declared a rating',
  'action.markForReview': 'marked it for the next review',
  'action.offerAgain': 'answered the team and offered it again',
  'action.remove': 'moved the action to the recycle bin',
  'action.restore': 'took the action out of the recycle bin',
  'action.undo': 'undid a change',
  'action.unmarkForReview': 'took away the mark for review',
  'update.create': 'posted an update',
  'update.nudge': 'asked for an update',
  'comment.add': 'commented',
  'comment.remove': 'removed a comment',
  'comment.restore': 'put a comment back',
  'evidence.upload': 'added evidence',
  'evidence.create': 'added evidence',
  'evidence.addVersion': 'added a version of evidence',
  'evidence.edit': 'changed evidence',
  'evidence.link': 'linked evidence',
  'evidence.unlink': 'unlinked evidence',
  'evidence.accept': 'accepted evidence',
  'evidence.return': 'returned evidence',
  'evidence.check': 'checked evidence',
  'evidence.withdraw': 'withdrew evidence',
  'evidence.write': 'wrote down evidence',
  'evidence.rewrite': 'wrote a new version of evidence',
  'evidence.supersede': 'said what took its place',
  'evidence.unsupersede': 'took back that something took its place',
  'evidence.askQuestion': 'asked about evidence',
  'evidence.answerQuestion': 'answered a question about evidence',
  'evidence.upholdSample': 'upheld evidence in a dip check',
  'evidence.failSample': 'returned evidence after a dip check',
  'screening.justify': 'justified what screening found',
  'screening.allow': 'allowed what screening found',
  'screening.refuse': 'refused what screening found',
  'screening.allowText': 'allowed words for packs in which screening found something',
  'screening.takeBackText': 'took back that words may stand in packs',
  'screening.again': 'had a file screened again',
  'recommendation.answered': 'had it answered by an action of another plan',
  'recommendation.unanswered': 'took away an action of another plan that answered it',
  'measure.create': 'set up the measure',
  'measure.edit': 'changed the measure',
  'measure.addPoint': 'entered a figure',
  'measure.correctPoint': 'corrected a figure',
  'measure.removePoint': 'took a figure away',
  'measure.paste': 'pasted figures',
  'measure.import': 'entered figures from a file',
  'measure.undoImport': 'undid the figures of a file',
  'measure.plan': 'planned the trajectory',
  'measure.addStep': 'set a step of the control chart',
  'measure.removeStep': 'took back a step of the control chart',
  'measure.serve': 'linked a further recommendation',
  'measure.leave': 'unlinked a further recommendation',
  'measure.comment': 'commented on a figure',
  'measure.removeComment': 'removed a comment on a figure',
  'measure.restoreComment': 'put a comment on a figure back',
  'measure.link': 'linked an action',
  'measure.unlink': 'unlinked an action',
  'action.linkMeasure': 'linked a measure',
  'action.unlinkMeasure': 'unlinked a measure',
  'measure.remove': 'moved the measure to the recycle bin',
  'measure.restore': 'took the measure out of the recycle bin',
};

/** "action.changeDueDate" → "set the due date"; an unknown verb is spelt out rather than hidden. */
export function verbWords(action: string): string {
  const known = VERBS[action];
  if (known) return known;
  const [what = '', verb = ''] = action.split('.');
  const spelt = verb.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return verb === '' ? what : `${what}: ${spelt}`;
}

/** Fields worth telling, in the order they are told. Ids, digests and counters are not. */
const FIELDS: Record<string, string> = {
  reference: 'Reference',
  copiedFrom: 'Copied from',
  splitOff: 'Split off',
  splitFrom: 'Split from',
  milestonesOver: 'Milestones that went over',
  milestones: 'Milestones',
  milestone: 'Milestone',
  ofMilestone: 'Milestone',
  milestoneDueDate: 'To be reached by',
  milestoneDoneOn: 'Reached on',
  waitsFor: 'Waits for',
  neededBy: 'Needed by',
  requestedDate: 'Date asked for',
  requestedBy: 'Asked for by',
  agreedOn: 'Board of',
  colours: 'Colours',
  mismatchReason: 'Explanation',
  text: 'Words',
  note: 'Note',
  title: 'Title',
  detail: 'Detail',
  teamId: 'Team',
  acceptance: 'Taken on',
  acceptanceNote: 'What was said',
  ownerPostId: 'Owner (post)',
  ownerUserId: 'Owner (person)',
  leadPostId: 'Accountable lead',
  partnerTeamId: 'Partner agency',
  supportingTeamIds: 'Supporting teams',
  alsoServesIds: 'Also serves',
  startDate: 'Start date',
  dueDate: 'Due date',
  successMeasure: 'Success measure',
  priority: 'Priority',
  status: 'Status',
  declaredRag: 'Rating',
  ragReason: 'Reason for the rating',
  percentComplete: 'Percent complete',
  nudged: 'Asked',
  whatHappened: 'What happened',
  difference: 'Difference for children',
  inTheWay: 'In the way',
  next: 'Next',
  kind: 'Kind',
  shows: 'What it shows',
  showsImpact: 'Shows a difference for children',
  periodFrom: 'Period from',
  periodTo: 'Period to',
  source: 'Source',
  authorPost: 'Author (post)',
  sensitivity: 'Sensitivity',
  validUntil: 'Valid until',
  supersededBy: 'Superseded by',
  question: 'Question',
  answer: 'Answer',
  state: 'Evidence',
  fileName: 'File',
  justification: 'Justification',
  name: 'Name',
  definition: 'What is counted',
  unit: 'Unit',
  direction: 'Which way is better',
  baseline: 'Baseline',
  baselineDate: 'Baseline of',
  target: 'Target',
  targetDate: 'Target by',
  frequency: 'How often',
  figure: 'Figure',
  figures: 'Figures',
  planned: 'Planned',
  stepOn: 'Step on',
  alsoMeasures: 'Also shows',
  comment: 'Comment',
  comments: 'Comments',
  actionReference: 'Action',
  measureReference: 'Measure',
  reason: 'Reason',
};

/** "Milestone" → the names under which payloads hold it; none for a word that is no field's. */
export function fieldsNamed(label: string): string[] {
  return Object.entries(FIELDS).flatMap(([field, words]) => (words === label ? [field] : []));
}

/** The fields among these that are worth telling, as they are named, each once and in their order. */
export function labelsOf(fields: readonly string[]): string[] {
  return [
    ...new Set(Object.entries(FIELDS).flatMap(([field, words]) => (fields.includes(field) ? [words] : []))),
  ];
}

const LABELS: Record<string, Record<string, string>> = {
  acceptance: ACCEPTANCE_LABELS,
  priority: PRIORITY_LABELS,
  status: DELIVERY_STATUS_LABELS,
  declaredRag: RAG_LABELS,
  direction: MEASURE_DIRECTION_LABELS,
  frequency: MEASURE_FREQUENCY_LABELS,
  kind: EVIDENCE_KIND_LABELS,
  state: EVIDENCE_STATE_LABELS,
  sensitivity: SENSITIVITY_LABELS,
  showsImpact: { true: 'Yes', false: '' },
};

const ID_FIELDS = [
  'teamId',
  'ownerPostId',
  'ownerUserId',
  'leadPostId',
  'partnerTeamId',
  'supportingTeamIds',
  'alsoServesIds',
];
const NOTHING: Record<string, string> = {
  teamId: 'no team',
  dueDate: 'no date',
  startDate: 'no date',
  showsImpact: 'No',
};

export type Payload = NonNullable<TrailEntry['body']>;

/** The ids of teams, posts and people that a payload names, so that they can be looked up at once. */
export function idsIn(payload: Payload): string[] {
  return [payload.before, payload.after].flatMap((side) =>
    ID_FIELDS.flatMap((field) => {
      const value = side?.[field];
      return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
    }),
  );
}

/** Old → new, field by field, in words. `names` gives the name behind an id. */
export function changesIn(
  payload: Payload,
  names: ReadonlyMap<string, string>,
): { field: string; from: string; to: string }[] {
  const words = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '';
    if (Array.isArray(value)) return listWords(value.map((item) => names.get(String(item)) ?? String(item)));
    if (ID_FIELDS.includes(field)) return names.get(String(value)) ?? 'someone no longer on record';
    if (field === 'percentComplete') return `${String(value)}%`;
    const label = LABELS[field]?.[String(value)];
    if (label !== undefined) return label;
    return typeof value === 'string' && isIsoDate(value) ? formatDate(value) : String(value);
  };
  const { before, after } = payload;
  return Object.entries(FIELDS).flatMap(([field, label]) => {
    const from = words(field, before?.[field]);
    const to = words(field, after?.[field]);
    if (from === to) return [];
    // Only a change from something to nothing says "nothing": what was never filled in goes without saying.
    return [{ field: label, from, to: to === '' ? (NOTHING[field] ?? 'nothing') : to }];
  });
}

/** An entry of a record's audit as its history tells it. `names` gives the name behind an id. */
export function inWords({ action, body, ...entry }: TrailEntry, names: ReadonlyMap<string, string>) {
  return {
    ...entry,
    at: toInstant(entry.at),
    words: verbWords(action),
    changes: body ? changesIn(body, names) : [],
    redactedAt: entry.redactedAt && toInstant(entry.redactedAt),
  };
}
