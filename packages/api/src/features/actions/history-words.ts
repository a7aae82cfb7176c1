import {
  DELIVERY_STATUS_LABELS,
  EVIDENCE_KIND_LABELS,
  EVIDENCE_STATE_LABELS,
  formatDate,
  isIsoDate,
  PRIORITY_LABELS,
  RAG_LABELS,
  SENSITIVITY_LABELS,
} from '@gt/contracts/words';
import { listWords } from '@gt/domain/wording';

/** What each use-case did, as it follows a person's name: "Programme Lead moved the due date". */
const VERBS: Record<string, string> = {
  'action.create': 'added the action',
  'action.edit': 'changed the action',
  'action.assign': 'changed who does it',
  'action.changeDueDate': 'set the due date',
  'action.changeStatus': 'changed the status',
  'action.close': 'closed the action',
  'action.declareRag': 'declared a rating',
  'action.remove': 'moved the action to the recycle bin',
  'action.restore': 'took the action out of the recycle bin',
  'update.create': 'posted an update',
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
  title: 'Title',
  detail: 'Detail',
  teamId: 'Team',
  ownerPostId: 'Owner (post)',
  ownerUserId: 'Owner (person)',
  partnerTeamId: 'Partner agency',
  supportingTeamIds: 'Supporting teams',
  startDate: 'Start date',
  dueDate: 'Due date',
  successMeasure: 'Success measure',
  priority: 'Priority',
  status: 'Status',
  declaredRag: 'Rating',
  ragReason: 'Reason for the rating',
  percentComplete: 'Percent complete',
  whatHappened: 'What happened',
  difference: 'Difference for children',
  inTheWay: 'In the way',
  next: 'Next',
  kind: 'Kind',
  shows: 'What it shows',
  periodFrom: 'Period from',
  periodTo: 'Period to',
  sensitivity: 'Sensitivity',
  state: 'Evidence',
  fileName: 'File',
  reason: 'Reason',
};

const LABELS: Record<string, Record<string, string>> = {
  priority: PRIORITY_LABELS,
  status: DELIVERY_STATUS_LABELS,
  declaredRag: RAG_LABELS,
  kind: EVIDENCE_KIND_LABELS,
  state: EVIDENCE_STATE_LABELS,
  sensitivity: SENSITIVITY_LABELS,
};

const ID_FIELDS = ['teamId', 'ownerPostId', 'ownerUserId', 'partnerTeamId', 'supportingTeamIds'];
const NOTHING: Record<string, string> = { teamId: 'no team', dueDate: 'no date', startDate: 'no date' };

export type Payload = {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

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
    if (label) return label;
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
