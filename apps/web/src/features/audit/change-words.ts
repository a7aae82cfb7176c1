import {
  DELIVERY_STATUS_LABELS,
  formatDate,
  HOLIDAY_RULE_LABELS,
  isIsoDate,
  MEASURE_DIRECTION_LABELS,
  MEASURE_FREQUENCY_LABELS,
  MEETING_KIND_LABELS,
  PRIORITY_LABELS,
  RAG_LABELS,
  ROLE_LABELS,
  TEAM_KIND_LABELS,
} from '@gt/contracts/words';
import { listWords } from '@gt/domain/wording';

export type Change = { field: string; from: string; to: string };

const FIELDS: Record<string, string> = {
  teamIds: 'Teams',
  teamId: 'Team',
  postId: 'Post',
  ownerPostId: 'Owner (post)',
  ownerUserId: 'Owner (person)',
  leadPostId: 'Accountable lead',
  partnerTeamId: 'Partner agency',
  supportingTeamIds: 'Supporting teams',
  archived: 'Put away',
  active: 'Active',
  userId: 'Person',
  standing: 'Belongs to it as',
  email: 'E-mail address',
  declaredRag: 'Rating',
  ragReason: 'Reason for the rating',
  inTheWay: 'In the way',
  difference: 'Difference for children',
  goodLooksLike: 'What good looks like',
  response: 'Management response',
  actionReference: 'Action',
  measureReference: 'Measure',
  milestonesOver: 'Milestones that went over',
  definition: 'What is counted',
};
/** Of no use to a reader. */
const SILENT = [
  'actionId',
  'recommendationId',
  'planId',
  'inspectionId',
  'evidenceId',
  'pointId',
  'onBehalfOfId',
  'id',
  'version',
  'idempotencyKey',
  'sha256',
  'tokenDigest',
  'entity',
  'previousHolder',
];
const LABELS: Record<string, string> = {
  ...DELIVERY_STATUS_LABELS,
  ...RAG_LABELS,
  ...PRIORITY_LABELS,
  ...ROLE_LABELS,
  ...TEAM_KIND_LABELS,
  ...MEASURE_DIRECTION_LABELS,
  ...MEASURE_FREQUENCY_LABELS,
  ...MEETING_KIND_LABELS,
  ...HOLIDAY_RULE_LABELS,
  MEMBER: 'Member',
  CHAIR: 'Chair',
};
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LONGEST = 200;

/** "fromDate" → "From date". */
function fieldWords(field: string): string {
  const known = FIELDS[field];
  if (known) return known;
  const spelt = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spelt.charAt(0).toUpperCase() + spelt.slice(1);
}

function valueWords(value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return listWords(value.map((item) => valueWords(item, names)));
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([field, inner]) => `${fieldWords(field).toLowerCase()} ${valueWords(inner, names)}`)
      .join(', ');
  }
  const text = String(value);
  if (UUID.test(text)) return names.get(text) ?? 'a record';
  if (isIsoDate(text)) return formatDate(text);
  const label = LABELS[text];
  if (label) return label;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Old and new values of one row of the history, field by field, in words. `names` gives the name behind an id. */
export function changeWords(changes: unknown, names: ReadonlyMap<string, string>): Change[] {
  const sides = (changes ?? {}) as { before?: Record<string, unknown>; after?: Record<string, unknown> };
  const before = sides.before ?? {};
  const after = sides.after ?? {};
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    if (SILENT.includes(field)) return [];
    const from = valueWords(before[field], names);
    const to = valueWords(after[field], names);
    return from === to ? [] : [{ field: fieldWords(field), from, to }];
  });
}
