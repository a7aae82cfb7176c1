import type { ActionFilter, ActionListInput, FilledField } from '@gt/contracts/schemas';
import {
  ACCEPTANCE_LABELS,
  DELIVERY_STATUS_LABELS,
  formatDate,
  ITEM_CATEGORY_LABELS,
  JUDGEMENT_AREA_LABELS,
  PRIORITY_LABELS,
  RAG_LABELS,
} from '@gt/contracts/words';
import { type Db, sql } from '@gt/db';
import { inspectionWords } from '@gt/domain/inspection';
import { londonDate, toIsoDateOrNull } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

type Names = ReadonlyMap<string, string>;

/** Fields that say all by being asked for. */
const SAYINGS: Partial<Record<keyof ActionFilter, string>> = {
  noTeam: 'no team',
  noOwner: 'no owner',
  noLead: 'no accountable lead',
  noPartner: 'no partner agency',
  pastOriginal: 'past the original date',
  noStartDate: 'no start date',
  noSuccessMeasure: 'no success measure',
  noDetail: 'no detail',
  noEvidence: 'no evidence',
  neverUpdated: 'never updated',
  silent: 'silent for too long',
  updatesInTime: 'updated in time',
  orphan: 'nobody holds it today',
  pendingDueDate: 'a new date waits for an answer',
  waitsForLate: 'waits for an action that is late',
  noMeasure: 'no measure',
  fromOtherPlans: 'of other plans, answering here as well',
  answersElsewhere: 'answers in other plans as well',
  mine: 'waits for my words',
  myTeams: 'of my teams',
  following: 'followed by me',
  reviewMarked: 'marked for the next review',
  waitingForCheck: 'waiting for check',
  unassignedOrUnaccepted: 'unassigned or not taken on',
};

const EVIDENCE = {
  NONE: 'no evidence',
  WAITING: 'evidence waits for its check',
  RETURNED: 'evidence was returned',
  ACCEPTED: 'evidence was accepted and still holds',
  EXPIRED: 'accepted evidence has expired',
  NO_IMPACT: 'nothing accepted shows a difference for children',
} as const;
const DUE = { OVERDUE: 'overdue', DUE_14: 'due in 14 days', NO_DATE: 'no due date' } as const;
const MILESTONES = {
  NONE: 'no milestones',
  OPEN: 'a milestone is open',
  LATE: 'a milestone is late',
} as const;

const FILLED: Record<FilledField, string> = {
  TEAM: 'has a team',
  OWNER: 'has an owner',
  LEAD: 'has an accountable lead',
  PARTNER: 'has a partner agency',
  EVIDENCE: 'has evidence',
  MILESTONES: 'has milestones',
  MEASURE: 'has a measure',
  SUCCESS_MEASURE: 'has a success measure',
  DETAIL: 'has a detail',
  UPDATE: 'updated at least once',
};

/**
 * What a list was narrowed to, as a sentence for paper; one statement for the names of records.
 * Example: "Team is Fostering; overdue; words “carers”". "Everything" without a filter.
 */
export async function filterWords(db: Db, scope: Scope, filter: ActionFilter): Promise<string> {
  const names = await namesIn(db, scope, filter);
  const parts = [
    ...recordParts(filter, names),
    ...choiceParts(filter),
    ...spanParts(filter),
    ...Object.entries(SAYINGS).flatMap(([field, words]) =>
      filter[field as keyof ActionFilter] ? [words] : [],
    ),
    ...(filter.q?.trim() ? [`words “${filter.q.trim()}”`] : []),
  ];
  const words = parts.join('; ');
  return words === '' ? 'Everything' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function oneOf(
  label: string,
  values: readonly string[] | undefined,
  word: (value: string) => string,
): string[] {
  return values ? [`${label} is ${values.map(word).join(' or ')}`] : [];
}

function recordParts(filter: ActionFilter, names: Names): string[] {
  const name = (id: string) => names.get(id) ?? 'one no longer there';
  return [
    ...oneOf('team', filter.teamIds, name),
    ...oneOf('owner', filter.ownerPostIds, name),
    ...oneOf('owner', filter.ownerUserIds, name),
    ...oneOf('accountable lead', filter.leadPostIds, name),
    ...oneOf('partner agency', filter.partnerTeamIds, name),
    ...oneOf('supporting team', filter.supportingTeamIds, name),
    ...oneOf('inspection', filter.inspectionIds, name),
    ...oneOf('recommendation', filter.recommendationIds, name),
    ...oneOf('recommendation', filter.recommendationId ? [filter.recommendationId] : undefined, name),
  ];
}

function choiceParts(filter: ActionFilter): string[] {
  const from = (labels: Readonly<Record<string, string>>) => (value: string) => labels[value] ?? value;
  const { mismatch, due, evidence, milestones } = filter;
  return [
    ...oneOf('called', filter.categories, from(ITEM_CATEGORY_LABELS)),
    ...oneOf('judgement area', filter.judgementAreas, from(JUDGEMENT_AREA_LABELS)),
    ...oneOf('status', filter.statuses, from(DELIVERY_STATUS_LABELS)),
    ...oneOf('RAG', filter.rags, from(RAG_LABELS)),
    ...oneOf('RAG by rule', filter.calculatedRags, from(RAG_LABELS)),
    ...oneOf('priority', filter.priorities, from(PRIORITY_LABELS)),
    ...oneOf('accepted', filter.acceptances, from(ACCEPTANCE_LABELS)),
    ...(typeof due === 'string' ? [DUE[due]] : []),
    ...(evidence ? [EVIDENCE[evidence]] : []),
    ...(milestones ? [MILESTONES[milestones]] : []),
    ...(filter.filled ?? []).map((field) => FILLED[field]),
    ...(mismatch
      ? [mismatch === 'UNEXPLAINED' ? 'RAG differs, and nobody said why' : 'RAG differs from the rule']
      : []),
    ...(filter.movedBy
      ? [`date moved on the word of the ${filter.movedBy === 'BOARD' ? 'board' : 'programme lead'}`]
      : []),
    ...(filter.movedAtLeast ? [`date moved at least ${filter.movedAtLeast} times`] : []),
  ];
}

function spanParts(filter: ActionFilter): string[] {
  const { due, percent, changedSince } = filter;
  return [
    ...spanPart('due', typeof due === 'object' ? due : undefined),
    ...spanPart('originally due', filter.originalDue),
    ...spanPart('start', filter.startDate),
    ...spanPart('milestone due', filter.milestoneDue),
    ...(percent ? [`percent complete ${percent.from ?? 0} to ${percent.to ?? 100}`] : []),
    ...(filter.updatedSince ? [`updated since ${formatDate(filter.updatedSince)}`] : []),
    ...(filter.notUpdatedSince ? [`not updated since ${formatDate(filter.notUpdatedSince)}`] : []),
    ...(changedSince === 'LAST_REVIEW' ? ['changed since the last review'] : []),
    ...(changedSince && changedSince !== 'LAST_REVIEW'
      ? [`changed since ${formatDate(londonDate(new Date(changedSince)))}`]
      : []),
  ];
}

function spanPart(
  label: string,
  span: { from?: string | undefined; to?: string | undefined } | undefined,
): string[] {
  if (!span) return [];
  const { from, to } = span;
  if (from && to) return [`${label} ${formatDate(from)} to ${formatDate(to)}`];
  if (from) return [`${label} from ${formatDate(from)}`];
  return to ? [`${label} up to ${formatDate(to)}`] : [`${label} on any day`];
}

/** "By due date, latest first, gathered by team". */
export function orderWords({ sort, groupBy }: Pick<ActionListInput, 'sort' | 'groupBy'>): string {
  const spelt = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const gathered = groupBy ? `, gathered by ${spelt(groupBy)}` : '';
  return `By ${spelt(sort.by).replace(/ at$/, '')}${sort.descending ? ', last first' : ''}${gathered}`;
}

async function namesIn(db: Db, _scope: Scope, filter: ActionFilter): Promise<Names> {
  const ids = [
    filter.teamIds,
    filter.ownerPostIds,
    filter.ownerUserIds,
    filter.leadPostIds,
    filter.partnerTeamIds,
    filter.supportingTeamIds,
    filter.recommendationIds,
    filter.inspectionIds,
    filter.recommendationId ? [filter.recommendationId] : undefined,
  ].flatMap((found) => found ?? []);
  if (ids.length === 0) return new Map();
  const is = sql`= ANY(${ids}::text[])`;
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT t."id", t."name" FROM "team" t WHERE t."id" ${is}
    UNION ALL SELECT p."id", p."title" FROM "post" p WHERE p."id" ${is}
    UNION ALL SELECT u."id", u."name" FROM "user" u WHERE u."id" ${is}
    UNION ALL SELECT r."id", 'R' || r."number" FROM "recommendation" r WHERE r."id" ${is}`;
  const inspections = filter.inspectionIds
    ? await db.inspection.findMany({
        where: { id: { in: filter.inspectionIds } },
        select: { id: true, kind: true, startDate: true, endDate: true },
      })
    : [];
  return new Map([
    ...rows.map(({ id, name }) => [id, name] as const),
    ...inspections.map(
      ({ id, kind, startDate, endDate }) =>
        [id, inspectionWords({ kind, on: toIsoDateOrNull(endDate ?? startDate) })] as const,
    ),
  ]);
}
